package io.ergo.engine.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.Delivery;
import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.Log;
import io.ergo.Loggers;
import io.ergo.MessageExitPid;
import io.ergo.MessageLogNode;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.SpawnOptions;
import io.ergo.engine.log.Fanout;
import io.ergo.engine.log.LogOptions;
import io.ergo.engine.log.NodeLog;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.ExitEnvelope;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.engine.mailbox.RequestEnvelope;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Dispatcher.Carrier;
import org.jspecify.annotations.Nullable;

/** What the processes of one node share: identity, table, registry, and the parts that spawn, route, relate and end. Any thread. */
public final class Kernel {

    /** A time that never comes, on the scale of the dispatcher. */
    static final long FOR_EVER = Long.MAX_VALUE / 2;

    static final long FIRST_ID = 1000;

    final String name;
    final long creation;
    final Pid core;
    final Dispatcher dispatcher;
    final Fanout fanout;
    final NodeLog log;
    final LoggerDesk loggers;
    final ProcessTable table = new ProcessTable();
    final Registry registry = new Registry();
    final Counters counters = new Counters();
    final Trace trace;
    final Faults faults;
    final Router router;
    final Overflowing overflowing = new Overflowing(this);
    final Relating relating = new Relating(this);
    final Ending ending = new Ending(this);
    final Sampling sampling;
    final CoreCalls coreCalls;
    final Population population;
    final Patience patience;
    final Occupancy occupancy;
    final DeadLetters deadLetters;
    final Onlooker onlooker = new Onlooker(this);

    /** Whether the thread that runs a process has its name meanwhile. */
    final boolean threadNames;

    private final Spawner spawner = new Spawner(this);
    private final AtomicLong ids = new AtomicLong(FIRST_ID);
    private final AtomicLong refs = new AtomicLong();
    private volatile @Nullable Node node;
    private volatile boolean spawnsRefused;
    private volatile boolean closed;

    /**
     * Creates the kernel of a node that has no processes yet.
     *
     * @param threadNames whether the thread that runs a process has its name meanwhile
     * @param logs how the node logs
     */
    public Kernel(String name, long creation, Dispatcher dispatcher, Consumer<Throwable> uncaught,
            boolean threadNames, LogOptions logs) {
        this.name = name;
        this.creation = creation;
        this.core = new Pid(name, 1, creation);
        this.dispatcher = dispatcher;
        this.faults = new Faults(this, uncaught);
        this.threadNames = threadNames;
        this.fanout = new Fanout(name, dispatcher::wallMillis, faults::uncaught, logs.slf4j());
        this.log = new NodeLog(fanout, new MessageLogNode(name, creation), logs.level());
        this.trace = new Trace(log);
        this.loggers = new LoggerDesk(this);
        this.router = new Router(name, creation, table, registry);
        this.sampling = new Sampling(this);
        this.coreCalls = new CoreCalls(this);
        this.population = new Population(dispatcher);
        this.patience = new Patience(this);
        this.occupancy = new Occupancy(dispatcher);
        this.deadLetters = new DeadLetters(this, logs.deadLetters());
    }

    /** Tells the node that processes are shown; once, before the first spawn. */
    public void node(Node running) {
        node = running;
    }

    /** Counts and logs handlers that run longer than this; zero does not. Once, before the first spawn. */
    public void watchHandlers(Duration threshold) {
        if (threshold.isPositive()) {
            dispatcher.watch(threshold, new SlowHandlers(this));
        }
    }

    Node node() {
        Node running = node;
        if (running == null) {
            throw new IllegalStateException("the node is not set yet");
        }
        return running;
    }

    /** Returns who counts the processes whose code may still run. */
    public Population population() {
        return population;
    }

    /** Spawns a process on the calling thread. */
    public Pid spawn(Supplier<? extends Behavior> factory, SpawnOptions options, Args args, Origin origin) {
        Participant.refuseNull("the options of a spawn", options);
        Participant.refuseNull("the arguments of a spawn", args);
        return spawner.spawn(factory, options, args, origin);
    }

    /** Returns where processes come from that the node spawns. */
    public Origin coreOrigin(Variables env) {
        return new Origin(core, core, "", null, env, log.level(), null);
    }

    /** Refuses spawns from now on. */
    public void refuseSpawns() {
        spawnsRefused = true;
    }

    /** Refuses sends, too. */
    public void close() {
        spawnsRefused = true;
        closed = true;
        coreCalls.close();
    }

    boolean isClosed() {
        return closed;
    }

    boolean areSpawnsRefused() {
        return spawnsRefused;
    }

    void refuseIfSpawnsRefused() {
        if (spawnsRefused) {
            throw ErgoException.of(Reason.NODE_TERMINATED, name + " is stopping");
        }
    }

    ErgoException taken(String claimed) {
        return ErgoException.of(Reason.TAKEN,
                "the name '" + claimed + "' belongs to another process on " + name + "; choose another");
    }

    void refuseIfClosed() {
        if (closed) {
            throw ErgoException.of(Reason.NODE_TERMINATED, name);
        }
    }

    Pid nextPid() {
        return new Pid(name, ids.incrementAndGet(), creation);
    }

    Alias nextAlias() {
        return new Alias(name, creation, refs.incrementAndGet(), 0, 0);
    }

    /** Whether the pid was given to a process of this incarnation that is gone. */
    boolean hasEnded(Pid pid) {
        return pid.id() > FIRST_ID && pid.id() <= ids.get() && pid.creation() == creation && router.isLocal(pid.node())
                && table.get(pid.id()) == null;
    }

    /** Returns a fresh call whose ref carries the deadline in seconds, for those who answer on other nodes. */
    PendingCall newCall(Duration timeout) {
        return new PendingCall(nextRef(timeout), dispatcher.nanoTime() + saturated(timeout));
    }

    /** The deadline in whole seconds is not before the real one: who reads it must not drop what is still wanted. */
    Ref nextRef(Duration timeout) {
        long millis = dispatcher.wallMillis() + TimeUnit.NANOSECONDS.toMillis(saturated(timeout)) + 1;
        return new Ref(name, creation, refs.incrementAndGet(), 0, Math.ceilDiv(millis, 1000L));
    }

    /** Without a deadline. */
    Ref nextRef() {
        return new Ref(name, creation, refs.incrementAndGet(), 0, 0);
    }

    /** With a deadline in whole seconds, not before the real one. */
    Ref nextRef(Instant deadline) {
        long now = dispatcher.wallMillis();
        if (!deadline.isAfter(Instant.ofEpochMilli(now))) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the deadline of a reference is " + deadline + " but must be later than now, "
                            + Instant.ofEpochMilli(now));
        }
        return new Ref(name, creation, refs.incrementAndGet(), 0,
                deadline.getEpochSecond() + (deadline.getNano() == 0 ? 0 : 1));
    }

    /** Half the range is for ever, and leaves room for the clock's own value. */
    public static long saturated(Duration timeout) {
        return timeout.compareTo(Duration.ofNanos(Long.MAX_VALUE / 2)) > 0 ? Long.MAX_VALUE / 2 : timeout.toNanos();
    }

    /** The one way in for messages, requests and exit signals: delivers, or counts a dead letter. */
    Delivery deliver(Target target, Address to, Envelope envelope, QueueKind queue, @Nullable Carrier by) {
        return settled(offer(target, to, envelope, queue, by), to, envelope);
    }

    /** Delivers without settling what becomes of a refused one. */
    Outcome offer(Target target, Address to, Envelope envelope, QueueKind queue, @Nullable Carrier by) {
        return trace.on ? trace.delivery(target, to, envelope, queue, by) : target.deliver(envelope, queue, by);
    }

    /** The end of a delivery. */
    Delivery settled(Outcome outcome, Address to, Envelope envelope) {
        if (outcome == Outcome.DELIVERED) {
            return Delivery.delivered();
        }
        deadLetters.add(outcome, envelope.message(), envelope.from(), to);
        return Delivery.failed(outcome, to);
    }

    /**
     * Hands a response to the call that waits for it, past the mailbox, or to the process whose request is open.
     *
     * @param result as {@link PendingCall} encodes it
     */
    Delivery respond(Pid from, Pid to, Ref ref, Object result) {
        if (trace.on) {
            trace.step("response to {} {}", to, ref);
        }
        Outcome outcome = outcomeOf(from, to, ref, result);
        if (outcome == Outcome.DELIVERED) {
            return Delivery.delivered();
        }
        deadLetters.add(outcome, result, from, to);
        return Delivery.failed(outcome, to);
    }

    private Outcome outcomeOf(Pid from, Pid to, Ref ref, Object result) {
        if (to.equals(core)) {
            return taken(coreCalls.get(ref), result);
        }
        return switch (router.target(to)) {
            case LocalProcess process -> {
                PendingCall call = process.pendingFor(ref);
                OpenRequest open = call != null ? null : process.openRequestFor(ref);
                yield open != null ? open.end(from, result) : taken(call, result);
            }
            case Target.Nowhere nowhere -> nowhere.outcome();
        };
    }

    private static Outcome taken(@Nullable PendingCall call, Object result) {
        return call != null && call.complete(result) ? Outcome.DELIVERED : Outcome.IGNORED;
    }

    /** Tells a requester that the process it asked has ended. */
    void answerTerminated(RequestEnvelope request) {
        answerFailed(request, Reason.PROCESS_TERMINATED);
    }

    /** Tells a requester that its request was lost. */
    void answerFailed(RequestEnvelope request, Reason reason) {
        respond(core, request.requester(), request.ref(), new Blocked.Failed(reason));
    }

    Optional<LocalProcess> find(Pid pid) {
        return pid != null && router.target(pid) instanceof LocalProcess process ? Optional.of(process)
                : Optional.empty();
    }

    /** Returns all processes in ascending order. */
    List<LocalProcess> all() {
        return table.page(0, Integer.MAX_VALUE);
    }

    /** Sends an exit signal in the name of somebody else: a parent, when the node stops. */
    void exit(LocalProcess to, Pid from, Reason reason) {
        ExitEnvelope envelope = new ExitEnvelope(from, to.pid, new MessageExitPid(from, reason));
        deliver(to, to.pid, envelope, QueueKind.URGENT, dispatcher.current());
    }

    /** Sends an exit signal of the node's to a member of an application. */
    public void shutdown(Pid member) {
        find(member).ifPresent(process -> exit(process, core, Reason.SHUTDOWN));
    }

    /** Whether the calling thread runs a process of the application. */
    public boolean isInside(String application) {
        return all().stream().anyMatch(process -> process.isExecuted() && process.application.equals(application));
    }

    /** Kills a member of an application. */
    public void kill(Pid member) {
        find(member).ifPresent(LocalProcess::kill);
    }

    /** Something left a callback that belongs to no process. */
    public void escaped(Throwable thrown) {
        faults.escaped(thrown);
    }

    /** Logs what the user's code threw; it may be an exception that fails again while it is printed. */
    public void report(String what, Throwable thrown) {
        try {
            log.panic("{}", what, thrown);
        } catch (RuntimeException | Error unprintable) {
            log.error("{}: a {} that cannot be printed", what, thrown.getClass().getName());
        }
    }

    /** Returns the dispatcher. */
    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Returns the log of the node. */
    public Log log() {
        return log;
    }

    /** Returns the loggers of the node. */
    public Loggers loggers() {
        return loggers;
    }

    /** Removes all loggers but SLF4J: the node has stopped. */
    public void closeLoggers() {
        fanout.close();
    }

    /** Returns the name of the node. */
    public String name() {
        return name;
    }

    /** Returns the start of the incarnation. */
    public long creation() {
        return creation;
    }

    /** Returns the pid of the node itself. */
    public Pid core() {
        return core;
    }
}
