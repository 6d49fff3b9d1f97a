package io.ergo.conformance;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.MessageLog;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import org.jspecify.annotations.Nullable;

/**
 * A recording process as the test sees it: before it is spawned, while it runs and after its end. Spawned again it goes on with the same
 * record. Messages that are {@link Throwable}s are thrown by its handler.
 */
final class Probe {

    /** A message and its sender. */
    record Received(Pid from, Object message) {}

    private final World world;
    private final List<Pid> pids = new CopyOnWriteArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<MessageLog> records = new CopyOnWriteArrayList<>();
    private final List<Object> requests = new CopyOnWriteArrayList<>();
    private final List<Reason> ends = new CopyOnWriteArrayList<>();
    private final List<Args> arguments = new CopyOnWriteArrayList<>();
    private Body<?> inInit = _ -> "";
    private BiConsumer<ProcessContext, Object> onMessage = (_, _) -> {};
    private BiConsumer<ProcessContext, MessageLog> onLog = (_, _) -> {};
    private BiConsumer<ProcessContext, Reason> onTerminate = (_, _) -> {};
    private volatile @Nullable Recorder recorder;

    Probe(World world) {
        this.world = world;
    }

    /** Runs the body in {@code init}. */
    Probe inInit(Body<?> body) {
        inInit = body;
        return this;
    }

    /** Runs for each recorded message, after it is recorded. */
    Probe onMessage(BiConsumer<ProcessContext, Object> told) {
        onMessage = told;
        return this;
    }

    /** Runs for each log record, after it is recorded. */
    Probe onLog(BiConsumer<ProcessContext, MessageLog> told) {
        onLog = told;
        return this;
    }

    /** Runs in the terminate callback, before the end is recorded. */
    Probe onTerminate(BiConsumer<ProcessContext, Reason> told) {
        onTerminate = told;
        return this;
    }

    Supplier<Behavior> factory() {
        return () -> new Recorder(this);
    }

    Probe spawn() {
        return spawn(SpawnOptions.defaults());
    }

    Probe spawn(SpawnOptions options) {
        world.node().spawn(factory(), options);
        return this;
    }

    /** Spawns it as a child of the other one. */
    Probe spawnedBy(Probe parent, SpawnOptions options) {
        parent.in(self -> self.spawn(factory(), options));
        return this;
    }

    /** Sends the body to the process, to be run there. */
    <R extends @Nullable Object> Pending<R> start(Body<R> body) {
        Pending<R> pending = new Pending<>(world, body);
        world.node().send(pid(), pending).orThrow();
        return pending;
    }

    /** Runs the body in the process; returns what it returned or throws what it threw. */
    <R extends @Nullable Object> R in(Body<R> body) {
        return start(body).get();
    }

    /** Blocks the process in its message handler and returns when it stands there. */
    Gate block() {
        Gate gate = world.gate();
        start(_ -> {
            gate.pass();
            return gate;
        });
        world.await("the handler stands still", gate::isReached);
        return gate;
    }

    /** Makes the process trap exit signals, or not. */
    Probe trap(boolean on) {
        Recorder running = recorder();
        in(_ -> {
            running.trap(on);
            return on;
        });
        return this;
    }

    /** Ends the process and waits for it. */
    void end() {
        world.node().sendExit(pid(), Reason.SHUTDOWN).orThrow();
        awaitEnd();
    }

    /** Lets the world go on until the terminate callback was run; returns what it got. */
    Reason awaitEnd() {
        world.await("the process terminates", this::isEnded);
        return ends.getLast();
    }

    /** Lets the world go on until so many messages came; returns them. */
    List<Object> awaitMessages(int count) {
        world.await(count + " messages come, now there are " + messages(), () -> received.size() >= count);
        return messages();
    }

    Pid pid() {
        return pids.getLast();
    }

    boolean isStarted() {
        return !pids.isEmpty();
    }

    boolean isEnded() {
        return !ends.isEmpty();
    }

    Recorder recorder() {
        return Objects.requireNonNull(recorder, "the process was not started");
    }

    ProcessContext context() {
        return recorder().context();
    }

    List<Object> messages() {
        return received.stream().map(Received::message).toList();
    }

    List<Received> received() {
        return received;
    }

    List<MessageLog> records() {
        return records;
    }

    List<Object> requests() {
        return requests;
    }

    List<Reason> ends() {
        return ends;
    }

    List<Args> arguments() {
        return arguments;
    }

    Optional<Reason> lastEnd() {
        return ends.isEmpty() ? Optional.empty() : Optional.of(ends.getLast());
    }

    void started(Recorder running, Args args) throws Exception {
        recorder = running;
        arguments.add(args);
        pids.add(running.context().pid());
        inInit.run(running.context());
    }

    void received(ProcessContext self, Pid from, Object message) {
        received.add(new Received(from, message));
        onMessage.accept(self, message);
    }

    void logged(ProcessContext self, MessageLog record) {
        records.add(record);
        onLog.accept(self, record);
    }

    void asked(Object request) {
        requests.add(request);
    }

    void terminated(ProcessContext self, Reason why) {
        onTerminate.accept(self, why);
        ends.add(why);
    }

    /** Throws anything as if it were unchecked. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
