package io.ergo.conformance;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.ergo.Args;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.SupervisionInfo.Child;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** A supervisor of recording processes that writes down what it is told of them and lets a test manage them. */
final class Overseer extends Supervisor {

    private final World world;
    private final SupervisorSpec spec;
    private final List<String> facts = new CopyOnWriteArrayList<>();
    private final Set<Pid> running = ConcurrentHashMap.newKeySet();
    private final List<Reason> ends = new CopyOnWriteArrayList<>();
    private int expected;

    private Overseer(World world, SupervisorSpec spec) {
        this.world = world;
        this.spec = spec.withHandleChild(true);
    }

    /** Spawns a supervisor without auto-shutdown. */
    static Overseer spawn(World world, SupervisorSpec spec) {
        return spawnAsItIs(world, spec.withDisableAutoShutdown(true));
    }

    /** Spawns a supervisor. */
    static Overseer spawnAsItIs(World world, SupervisorSpec spec) {
        return spawnAsItIs(world, spec, SpawnOptions.defaults());
    }

    /** Spawns a supervisor with options. */
    static Overseer spawnAsItIs(World world, SupervisorSpec spec, SpawnOptions options) {
        Overseer made = new Overseer(world, spec);
        world.node().spawn(() -> made, options);
        return made;
    }

    /** Returns the specification of a child that records. */
    static ChildSpec child(World world, String name) {
        return ChildSpec.of(name, () -> world.probe().factory().get());
    }

    /** Returns the specification of a child that records with the probe, all its instances. */
    static ChildSpec child(Probe probe, String name) {
        return ChildSpec.of(name, probe.factory());
    }

    @Override
    protected SupervisorSpec init(Args args) {
        return spec;
    }

    @Override
    protected void handleMessage(Pid from, Object message) {
        if (message instanceof Reason reason) {
            throw new Stop(reason);
        }
        ((Pending<?>) message).run(self());
    }

    @Override
    protected void handleChildStart(String name, Pid pid) {
        running.add(pid);
        facts.add("start " + name);
    }

    @Override
    protected void handleChildTerminate(String name, Pid pid, Reason reason) {
        facts.add("end " + name + " " + reason + (running.remove(pid) ? "" : ", which was not running"));
    }

    @Override
    protected void terminate(Reason why) {
        ends.add(why);
    }

    ProcessContext context() {
        return self();
    }

    /** Runs in a callback of the supervisor. */
    <R> R manage(Function<Overseer, R> action) {
        Pending<R> pending = new Pending<>(world, _ -> action.apply(this));
        world.node().send(self().pid(), pending).orThrow();
        return pending.get();
    }

    Pid start(String name) {
        return startChild(name);
    }

    Pid start(String name, Object... args) {
        return startChild(name, Args.of(args));
    }

    Overseer enable(String name) {
        enableChild(name);
        return this;
    }

    Overseer add(ChildSpec child) {
        addChild(child);
        return this;
    }

    Overseer disable(String name) {
        disableChild(name);
        return this;
    }

    List<Child> list() {
        return children();
    }

    /** Returns the running process of a child. */
    Pid pidOf(String name) {
        return children().stream().filter(child -> child.spec().equals(name)).findFirst().flatMap(Child::pid)
                .orElseThrow();
    }

    /** Exactly this is told next, and nothing after it. */
    void tells(String... next) {
        int from = expected;
        expected += next.length;
        world.await(List.of(next) + " is told, so far " + factsFrom(from), () -> facts.size() >= expected || isEnded());
        world.settle();
        assertThat(factsFrom(from)).containsExactly(next);
    }

    /** Returns what is told next, and nothing comes after it. */
    List<String> told(int count) {
        int from = expected;
        expected += count;
        world.await(count + " facts are told, so far " + factsFrom(from), () -> facts.size() >= expected || isEnded());
        world.settle();
        assertThat(factsFrom(from)).hasSize(count);
        return factsFrom(from);
    }

    /** Returns what was told until now. */
    List<String> facts() {
        return List.copyOf(facts);
    }

    /** Returns whether the child runs. */
    boolean runs(String name) {
        return children().stream().anyMatch(child -> child.spec().equals(name) && child.pid().isPresent());
    }

    private List<String> factsFrom(int index) {
        return facts.stream().skip(index).toList();
    }

    /** Ends the process, by a kill or by an exit signal. */
    void end(Pid pid, Reason reason) {
        Node node = world.node();
        if (reason == Reason.KILL) {
            node.kill(pid);
        } else {
            node.sendExit(pid, reason).orThrow();
        }
    }

    boolean isEnded() {
        return !ends.isEmpty();
    }

    /** Waits for the end of the supervisor; returns what its terminate callback got. */
    Reason awaitEnd() {
        world.await("the supervisor ends", this::isEnded);
        return ends.getFirst();
    }
}
