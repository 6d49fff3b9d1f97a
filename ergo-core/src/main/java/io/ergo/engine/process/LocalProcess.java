package io.ergo.engine.process;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.ergo.Address;
import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.ProcessSettings;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.engine.log.LogSettings;
import io.ergo.engine.log.LogState;
import io.ergo.engine.log.SourceLog;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.Mailbox;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.engine.mailbox.RequestEnvelope;
import io.ergo.engine.mailbox.SampledEnvelope;
import io.ergo.engine.mailbox.StateWord;
import io.ergo.engine.relation.Relation.Kind;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.ProcessBehavior;
import org.jspecify.annotations.Nullable;

/**
 * A process: a behaviour with a mailbox. Senders on any thread {@link #deliver}; whoever makes it RUNNING gives it to the dispatcher, and the
 * worker that takes it {@link #run}s it, one batch at a time. The {@link StateWord} says who may touch what.
 *
 * <p>The owner's fields ({@code carrier}, {@code out}, …) are plain: the word hands them from one owner to the next. {@code thread} is
 * set only while a thread executes a callback of this process; a killer reads it to interrupt that thread and no other.
 */
public final class LocalProcess extends StateWord implements Dispatcher.Task, Target {

    private static final int HALFWAY_LIMIT = 200;
    private static final VarHandle PENDING;
    private static final VarHandle HOLDINGS;
    private static final VarHandle THREAD;
    private static final VarHandle LOGGING;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            PENDING = lookup.findVarHandle(LocalProcess.class, "pending", Blocked.class);
            HOLDINGS = lookup.findVarHandle(LocalProcess.class, "holdings", Holdings.class);
            THREAD = lookup.findVarHandle(LocalProcess.class, "thread", Thread.class);
            LOGGING = lookup.findVarHandle(LocalProcess.class, "logging", LogState.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final Pid pid;
    final Kernel kernel;
    final ProcessBehavior behavior;
    final Mailbox mailbox;
    final Overflow overflow;
    final Pid parent;
    final Pid leader;
    final String application;
    final long bornNanos;
    final @Nullable Membership membership;

    /** Written under the lock of the holdings. */
    volatile @Nullable String name;
    /** Written by the owner. */
    volatile Variables env;
    /** Its level and what all share at first, its log once it is asked for; see {@link #log()}. */
    private volatile LogState logging;
    /** During init: the process whose thread waits for it. */
    @Nullable LocalProcess waitingSpawner;
    /** Written by the owner, read by anybody: an immutable value, mostly one that all share. */
    ProcessSettings settings;

    private @Nullable Carrier carrier;
    private @Nullable Thread thread;
    private @Nullable Blocked pending;
    private @Nullable Holdings holdings;
    private long out;
    private long responses;
    private long runningNanos;

    LocalProcess(Kernel kernel, Pid pid, ProcessBehavior behavior, SpawnOptions options, Origin origin) {
        this.kernel = kernel;
        this.pid = pid;
        this.behavior = behavior;
        this.mailbox = new Mailbox(options.mailboxSize(), options.overflow());
        this.overflow = options.overflow();
        this.parent = origin.parent();
        this.leader = options.leader() != null ? options.leader() : origin.leader();
        this.application = origin.application();
        this.membership = origin.membership();
        this.env = origin.env().with(options.env(), kernel.log);
        this.logging = LogSettings
                .of(options.logLevel() == LogLevel.DEFAULT ? origin.logLevel() : options.logLevel());
        this.waitingSpawner = origin.spawner();
        this.settings = options.settings();
        this.bornNanos = kernel.dispatcher.nanoTime();
    }

    // ---- any thread

    @Override
    public Outcome deliver(Envelope envelope, QueueKind queue, @Nullable Carrier by) {
        if ((stateVolatile() & ALIVE) == 0) {
            return Outcome.TERMINATED;
        }
        if (!mailbox.offer(envelope, queue, this)) {
            return kernel.overflowing.decide(this, envelope, queue, by);
        }
        wake(envelope, by);
        return Outcome.DELIVERED;
    }

    /** After an offer. */
    void wake(Envelope envelope, @Nullable Carrier by) {
        int s = stateVolatile(); // read first: no failed compare-and-set on a process that runs already
        while ((s & SLEEP) != 0) {
            if (change(s, (s ^ SLEEP) | RUNNING)) {
                schedule(by);
                return;
            }
            s = stateVolatile();
        }
        if ((s & TERMINATED) != 0 && envelope instanceof RequestEnvelope request) {
            kernel.answerTerminated(request); // it may have come in behind the last look into the mailbox; the first answer counts
        }
    }

    /**
     * Whoever made it RUNNING, or ZOMBEE while it slept. If the dispatcher cannot take it nobody owns it, so it goes back to sleep: it runs
     * when the next message comes, and may be killed again.
     */
    private void schedule(@Nullable Carrier by) {
        boolean taken = false;
        try {
            kernel.dispatcher.schedule(this, by);
            taken = true;
        } finally {
            if (!taken) {
                backToSleep();
            }
        }
    }

    private void backToSleep() {
        for (int s = stateVolatile(); !change(s, (s & ~(RUNNING | ZOMBEE)) | SLEEP); s = stateVolatile()) {
            Thread.onSpinWait(); // a flag moved
        }
    }

    /** Returns the call that waits for this response, null if none does. */
    @Nullable PendingCall pendingFor(Ref ref) {
        PendingCall call = pendingCall();
        return call != null && call.ref().equals(ref) ? call : null;
    }

    /** Returns the call that it waits in, be it that the request has found no room yet; null if it is in none. */
    @Nullable PendingCall pendingCall() {
        Blocked wait = blockedIn();
        return wait == null ? null : wait.call();
    }

    /** Returns the request that is open for this response, null if none is. */
    @Nullable OpenRequest openRequestFor(Ref ref) {
        Holdings present = (Holdings) HOLDINGS.getAcquire(this);
        return present == null ? null : present.openRequest(ref);
    }

    /** Returns what it waits in, the innermost if it is several; null if it does not wait. */
    @Nullable Blocked blockedIn() {
        return (Blocked) PENDING.getVolatile(this);
    }

    /** Ends the process as soon as its callback returns, see {@link io.ergo.Node#kill}. */
    void kill() {
        for (int s = stateVolatile(); (s & ALIVE) != 0; s = stateVolatile()) {
            boolean asleep = (s & SLEEP) != 0;
            int killed = (s & ~ALIVE) | ZOMBEE;
            if (!change(s, asleep ? killed : killed | INTERRUPTING)) {
                continue;
            }
            if (asleep) {
                schedule(kernel.dispatcher.current());
            } else {
                try {
                    interrupt((s & INIT) == 0 || (s & ASIDE) != 0); // an init on the spawner's thread is not ours to interrupt
                } finally {
                    lower(INTERRUPTING);
                }
            }
            mailbox.wakeSenders();
            kernel.trace.step("kill of {}, asleep: {}", pid, asleep); // last: a log may throw
            return;
        }
    }

    private void interrupt(boolean thread) {
        Thread executing = (Thread) THREAD.getVolatile(this);
        if (thread && executing != null) {
            raise(INTERRUPTED);
            executing.interrupt();
        }
        Blocked wait = blockedIn();
        if (wait != null) {
            wait.fail(Reason.PROCESS_TERMINATED);
        }
    }

    /** What it owns; made when first asked for. */
    Holdings holdings() {
        Holdings present = (Holdings) HOLDINGS.getAcquire(this);
        if (present == null) {
            HOLDINGS.compareAndSet(this, null, new Holdings(this));
            present = (Holdings) HOLDINGS.getAcquire(this);
        }
        return Objects.requireNonNull(present);
    }

    /** Asks for something that it owns, without making the {@link #holdings} of one that owns nothing yet. */
    <T> T owned(Function<Holdings, T> question, T ofNothing) {
        Holdings present = (Holdings) HOLDINGS.getAcquire(this);
        return present == null ? ofNothing : question.apply(present);
    }

    /** The addresses of its relations of this kind. */
    List<Address> addresses(Kind kind) {
        return owned(present -> present.addresses(kind), List.of());
    }

    /** Its log; made when first asked for. */
    SourceLog log() {
        LogState now = logging;
        while (now instanceof LogSettings settings) {
            LOGGING.compareAndSet(this, settings, new ProcessLog(this, settings));
            now = logging;
        }
        return (SourceLog) now;
    }

    LogLevel logLevel() {
        return logging.level();
    }

    boolean isTerminated() {
        return (stateVolatile() & TERMINATED) != 0;
    }

    boolean isZombee() {
        return (stateVolatile() & ZOMBEE) != 0;
    }

    long messagesIn() {
        return mailbox.taken() + responses;
    }

    long messagesOut() {
        return out;
    }

    long runningNanos() {
        return runningNanos;
    }

    String displayName() {
        String registered = name;
        return registered == null ? "" : registered;
    }

    @Override
    public String label() {
        String registered = name;
        return pid + (registered == null ? " " : " '" + registered + "' ") + behavior.behaviorClass().getName();
    }

    // ---- any thread, from aside: what it executes now. The owner does nothing for it

    /** Returns the thread that executes a callback of this process, null if none does. */
    @Nullable Thread executor() {
        return (Thread) THREAD.getVolatile(this);
    }

    boolean isExecuting() {
        return executor() != null;
    }

    /** Returns what is being executed: the envelope, the pid in init and terminate, null between two messages. */
    @Nullable Object executing() {
        int s = stateVolatile();
        Envelope handled = mailbox.handled();
        if ((s & (INIT | TERMINATED)) != 0) {
            return pid; // it may be draining its mailbox as well
        }
        return handled == null && (s & ZOMBEE) != 0 ? pid : handled; // killed in init
    }

    @Override
    public @Nullable Object executing(Thread by) {
        return executor() == by ? executing() : null;
    }

    // ---- the owner

    @Override
    public boolean run(Carrier by) {
        return kernel.threadNames ? runNamed(by) : runBatch(by);
    }

    /** The name is for those who look at a thread dump. */
    private boolean runNamed(Carrier by) {
        Thread executing = by.thread();
        String before = executing.getName();
        executing.setName(label());
        try {
            return runBatch(by);
        } finally {
            executing.setName(before);
        }
    }

    private boolean runBatch(Carrier by) {
        enter(by);
        boolean recorded = FlightRecorder.isOn();
        int halfway = 0;
        while (true) {
            int s = stateAcquire();
            Envelope envelope;
            if (s == RUNNING) {
                envelope = mailbox.pollMain();
            } else if ((s & RUNNING) == 0) {
                kernel.ending.finish(this, Reason.KILL);
                return false;
            } else {
                envelope = mailbox.pollAny(this, s);
            }
            if (envelope != null) {
                if (!handle(envelope, recorded)) {
                    return false;
                }
                if (by.sliceOver() && (stateOpaque() & RUNNING) != 0) { // a killed one ends now: nobody may come back to it
                    return pause(by);
                }
                halfway = 0;
            } else if (mailbox.isMainEmpty() && sleep(by)) {
                return false;
            } else if (++halfway > HALFWAY_LIMIT) {
                return pause(by); // a producer was stopped between its two steps: come back later
            } else if (halfway > 1) { // the first time something has just come in
                Thread.onSpinWait();
            }
        }
    }

    private boolean handle(Envelope envelope, boolean recorded) {
        try {
            if (recorded) {
                FlightRecorder.handle(this, envelope);
            } else {
                execute(envelope);
            }
            return true;
        } catch (Throwable thrown) { // a callback may throw anything; it ends this process and nothing else
            if (envelope instanceof RequestEnvelope request && envelope.messageOpaque() != null && isZombee()) {
                kernel.answerTerminated(request); // a killed process cannot answer for itself
            }
            kernel.ending.finish(this, reasonOf(thrown));
            return false;
        } finally {
            envelope.clear();
        }
    }

    void execute(Envelope envelope) throws Exception {
        if (envelope instanceof SampledEnvelope sampled) {
            kernel.sampling.handle(sampled, behavior);
        } else {
            behavior.handle(envelope);
        }
    }

    /** Returns why a process ends whose callback threw this. */
    Reason reasonOf(Throwable thrown) {
        if (thrown instanceof Stop stop) {
            return stop.reason();
        }
        if ((stateVolatile() & ZOMBEE) == 0 || thrown instanceof VirtualMachineError) {
            kernel.faults.escaped(thrown); // what leaves a killed one comes from the kill: it was interrupted, or refused an operation
        }
        return Reason.panic(thrown);
    }

    private void enter(Carrier by) {
        carrier = by;
        by.occupant(this);
        THREAD.setOpaque(this, by.thread());
    }

    /** Ends the batch while there is more to do. A killer that saw our thread must be done with it before the thread goes on. */
    private boolean pause(Carrier by) {
        runningNanos += by.takeRunningNanos();
        leave();
        return true;
    }

    /** Forgets the thread; afterwards no killer touches it. Pairs with {@link #kill}: word then thread there, thread then word here. */
    void leave() {
        THREAD.setVolatile(this, null);
        while ((stateVolatile() & INTERRUPTING) != 0) {
            Thread.onSpinWait(); // the killer is between two instructions
        }
    }

    /**
     * Forgets the thread for good, behind {@link #terminate}, so that no killer comes any more, and takes back the interrupt of one that came: it
     * was meant for the callback that has returned. One that is not from a killer stays.
     */
    void leaveForGood() {
        boolean here = isExecuted();
        leave();
        if (here && (stateVolatile() & INTERRUPTED) != 0) {
            Thread.interrupted();
        }
    }

    /** Returns true if the process sleeps, or somebody else runs it by now. */
    private boolean sleep(Carrier by) {
        runningNanos += by.takeRunningNanos();
        Object mark = mailbox.mark();
        THREAD.setOpaque(this, null); // ordered before the compare-and-set
        if (change(RUNNING, SLEEP)) {
            if (mailbox.isMainEmptySince(mark) || !change(SLEEP, RUNNING)) {
                return true;
            }
        }
        enter(by); // a flag went up, it was killed, or a message came in between
        return false;
    }

    // ---- the thread that executes init or a callback

    /** Refuses what is not allowed in this state or on this thread. */
    void permit(int phases, String operation) {
        if (!isPermitted(phases)) {
            refuse(operation);
        }
    }

    boolean isPermitted(int phases) {
        return (stateOpaque() & phases) != 0 && thread == Thread.currentThread();
    }

    /** Any thread. Whether the calling thread executes a callback of this process. */
    boolean isExecuted() {
        return THREAD.getOpaque(this) == Thread.currentThread();
    }

    private void refuse(String operation) {
        String where = thread == Thread.currentThread() ? ""
                : "; this thread does not run it, send it a message instead";
        throw ErgoException.of(Reason.NOT_ALLOWED,
                operation + " by " + label() + " in state '" + processState() + "'" + where);
    }

    @Nullable Carrier carrier() {
        return carrier;
    }

    /** It has ended: the carrier must not keep it alive. */
    void vacate() {
        Carrier last = carrier;
        if (last != null && last.occupant() == this) {
            last.occupant(null);
        }
    }

    /** The calling thread is about to execute init or the terminate callback. */
    void occupy(@Nullable Carrier by) {
        carrier = by;
        THREAD.setVolatile(this, Thread.currentThread());
    }

    /** Says whether init runs on a thread of its own. */
    void initAside(boolean aside) {
        if (aside) {
            raise(ASIDE);
        } else {
            lower(ASIDE);
        }
    }

    /** Makes a process whose init returned ready for messages; returns false if it was killed meanwhile. */
    boolean begin() {
        leave();
        waitingSpawner = null;
        if (!move(INIT, SLEEP)) {
            return false;
        }
        int s = stateVolatile();
        if ((!mailbox.isMainEmpty() || s != SLEEP) && (s & SLEEP) != 0 && change(s, (s ^ SLEEP) | RUNNING)) {
            scheduleFirst();
        }
        return true;
    }

    /** The process is there and its spawner must know of it, whatever becomes of the messages that came during init. */
    private void scheduleFirst() {
        try {
            schedule(kernel.dispatcher.current());
        } catch (RuntimeException | Error refused) {
            kernel.report(label() + " cannot be run yet; it handles its messages when the next one comes", refused);
        }
    }

    /** Whether the process, or one whose init it is part of, cannot answer before this one's init has returned. */
    boolean isAwaitedBy(Target other) {
        for (LocalProcess spawner = waitingSpawner; spawner != null; spawner = spawner.waitingSpawner) {
            if (spawner == other) {
                return true;
            }
        }
        return false;
    }

    void countOut() {
        out++;
    }

    /**
     * Waits for a result. In init and in the terminate callback the state stays; a running process waits in a state of its own, which a kill
     * ends.
     */
    void await(Blocked wait) {
        boolean stays = (stateVolatile() & (INIT | TERMINATED)) != 0; // after the wait was put in its place, see pending
        if (stays || move(RUNNING, WAIT)) {
            kernel.dispatcher.await(wait, carrier);
            if (!stays) {
                move(WAIT, RUNNING);
            }
        } else {
            wait.fail(Reason.PROCESS_TERMINATED);
        }
    }

    /** Does something that may {@link #await} the wait, which a kill fails meanwhile. */
    <T extends @Nullable Object> T whileBlocked(Blocked wait, Supplier<T> action) {
        Blocked before = pending;
        wait.within(before);
        pending(wait);
        try {
            return action.get();
        } finally {
            pending(before);
        }
    }

    void pending(@Nullable Blocked wait) {
        PENDING.setVolatile(this, wait); // volatile: kill changes the state and then looks here, await looks at the state afterwards
    }

    void countResponse() {
        responses++;
    }

    /** Moves to TERMINATED; returns true if the process was killed. */
    boolean terminate() {
        while (true) {
            int s = stateVolatile();
            if (change(s, (s & ~(ALIVE | ZOMBEE)) | TERMINATED)) {
                return (s & ZOMBEE) != 0;
            }
        }
    }
}
