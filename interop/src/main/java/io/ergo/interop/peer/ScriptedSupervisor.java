package io.ergo.interop.peer;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.SupervisionInfo;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;
import io.ergo.interop.value.Members;

/** A supervisor that does what its script says. */
final class ScriptedSupervisor extends Supervisor implements Host, Children {

    private final Peer peer;
    private final Script script;

    ScriptedSupervisor(Peer peer, Specification specification) {
        this.peer = peer;
        this.script = new Script(peer, this, specification);
    }

    @Override
    public ProcessContext context() {
        return self();
    }

    @Override
    public Script script() {
        return script;
    }

    @Override
    public Children supervised() {
        return this;
    }

    @Override
    protected SupervisorSpec init(Args args) {
        script.begin(args);
        Line line = script.specification().line().object("supervisor");
        return SupervisorSpec.of(Blueprint.type(line.text("type")))
                .withStrategy(Blueprint.strategy(line.text("strategy")))
                .withIntensity((int) line.number("intensity", SupervisorSpec.DEFAULT_INTENSITY),
                        Duration.ofSeconds(line.number("period", SupervisorSpec.DEFAULT_PERIOD.toSeconds())))
                .withKeepOrder(line.isTrue("keep_order")).withHandleChild(line.isTrue("handle_child"))
                .withDisableAutoShutdown(line.isFalse("auto_shutdown"))
                .withChildren(line.lines("children").stream().map(child -> Blueprint.child(peer, child)).toList());
    }

    @Override
    protected void handleMessage(Pid from, Object message) {
        script.message(from, new Members(), message);
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) {
        return script.call(from, ref, new Members(), request);
    }

    @Override
    protected void handleChildStart(String name, Pid pid) {
        script.child("child-start", name, pid, null);
    }

    @Override
    protected void handleChildTerminate(String name, Pid pid, Reason reason) {
        script.child("child-terminate", name, pid, reason);
    }

    @Override
    protected Map<String, String> handleInspect(Pid from, List<String> items) {
        return script.inspect(from, items);
    }

    @Override
    protected void terminate(Reason why) {
        script.terminated(why);
    }

    @Override
    public void start(String name, Args args) {
        startChild(name, args);
    }

    @Override
    public void add(ChildSpec spec) {
        addChild(spec);
    }

    @Override
    public void enable(String name) {
        enableChild(name);
    }

    @Override
    public void disable(String name) {
        disableChild(name);
    }

    @Override
    public List<SupervisionInfo.Child> all() {
        return children();
    }

    @Override
    public boolean areNamed() {
        return !script.specification().line().object("supervisor").text("type").equals("sofo");
    }
}
