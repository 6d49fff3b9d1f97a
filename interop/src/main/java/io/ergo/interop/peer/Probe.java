package io.ergo.interop.peer;

import java.util.List;
import java.util.Map;

import io.ergo.Alias;
import io.ergo.Args;
import io.ergo.MessageLog;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.actor.Actor;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;

/** An ordinary process that does what its script says. */
final class Probe extends Actor implements Host {

    private final Script script;

    Probe(Peer peer, Specification specification) {
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
    public void trapExits(boolean on) {
        setTrapExit(on);
    }

    @Override
    public void splitHandling(boolean on) {
        setSplitHandle(on);
    }

    @Override
    protected void init(Args args) {
        Line line = script.specification().line();
        setTrapExit(line.isTrue("trap"));
        setSplitHandle(line.isTrue("split"));
        script.begin(args);
    }

    @Override
    protected void handleMessage(Pid from, Object message) {
        script.message(from, new Members(), message);
    }

    @Override
    protected void handleMessageName(String name, Pid from, Object message) {
        script.message(from, byName(name), message);
    }

    @Override
    protected void handleMessageAlias(Alias alias, Pid from, Object message) {
        script.message(from, byAlias(alias), message);
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) {
        return script.call(from, ref, new Members(), request);
    }

    @Override
    protected Reply handleCallName(String name, Pid from, Ref ref, Object request) {
        return script.call(from, ref, byName(name), request);
    }

    @Override
    protected Reply handleCallAlias(Alias alias, Pid from, Ref ref, Object request) {
        return script.call(from, ref, byAlias(alias), request);
    }

    @Override
    protected Map<String, String> handleInspect(Pid from, List<String> items) {
        return script.inspect(from, items);
    }

    @Override
    protected void handleLog(MessageLog record) {
        script.logged(record);
    }

    @Override
    protected void terminate(Reason why) {
        script.terminated(why);
    }

    private static Members byName(String name) {
        return Members.of("by_name", name);
    }

    private static Members byAlias(Alias alias) {
        return Members.of("by_alias", new Ident.OfAlias(alias).raw());
    }
}
