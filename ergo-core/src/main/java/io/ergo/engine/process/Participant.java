package io.ergo.engine.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ergo.Address;
import io.ergo.Calling;
import io.ergo.Delivery;
import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.MessageExitPid;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Request;
import io.ergo.Sending;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.ExitEnvelope;
import io.ergo.engine.mailbox.InspectEnvelope;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.engine.mailbox.RequestEnvelope;
import io.ergo.spi.Dispatcher.Carrier;
import org.jspecify.annotations.Nullable;

/**
 * Who sends and calls: a process, or the node itself. All overloads end in {@link #send(Address, Object, Priority)} and
 * {@link #exchange}; what differs between the two is asked by the abstract methods.
 */
public abstract class Participant implements Sending, Calling {

    private static final int COUNTED_AT_TIMEOUT = 1_000;

    /** The kernel of the node. */
    protected final Kernel kernel;

    Participant(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Returns the identity that messages come from. */
    public abstract Pid pid();

    /** Refuses a send where state or thread do not allow it, and returns the outcome if the node is stopped. */
    abstract @Nullable Outcome admit(String operation);

    /** The same for a response. */
    abstract @Nullable Outcome admitResponse();

    abstract @Nullable Carrier carrier();

    /** Returns the process that the calling thread executes, null if it executes none. */
    abstract @Nullable LocalProcess sender();

    abstract Priority defaultPriority();

    /** Counts what was sent. */
    abstract void countOut();

    /** Returns a number that grows with the sends; one in N of its values is sampled. */
    abstract long tick();

    /** Sends the request, waits, and returns the result as {@link PendingCall} encodes it. */
    abstract @Nullable Object exchange(Target target, Address to, Object request, Duration timeout);

    @Override
    public final Delivery send(Address to, Object message) {
        return send(to, message, defaultPriority());
    }

    @Override
    public final Delivery send(String name, Object message) {
        return send(address(name), message, defaultPriority());
    }

    @Override
    public final Delivery send(String name, Object message, Priority priority) {
        return send(address(name), message, priority);
    }

    @Override
    public final Delivery send(Address to, Object message, Priority priority) {
        refuseNull("the address of a send", to);
        if (message == null) {
            refuseNull("the message to " + to, null);
        }
        refuseNull("the priority of a send", priority);
        Outcome stopped = admit("send");
        if (stopped != null) {
            return Delivery.failed(stopped, to);
        }
        Envelope envelope = kernel.sampling.envelope(pid(), to, message, tick());
        return deliver(kernel.router.target(to), to, envelope, QueueKind.of(priority), Kernel.FOR_EVER);
    }

    /** Delivers; if there is no room and the receiver wants it the sender waits. */
    private Delivery deliver(Target target, Address to, Envelope envelope, QueueKind queue, long latestNanos) {
        Outcome outcome = kernel.offer(target, to, envelope, queue, carrier());
        if (outcome == Outcome.FULL && target instanceof LocalProcess full) {
            outcome = kernel.patience.deliver(full, envelope, queue, sender(), latestNanos);
        }
        return counted(kernel.settled(outcome, to, envelope));
    }

    /** Sends an exit signal without asking who may. */
    final Delivery exit(Pid to, Reason reason) {
        ExitEnvelope envelope = new ExitEnvelope(pid(), to, new MessageExitPid(pid(), reason));
        return counted(kernel.deliver(kernel.router.target(to), to, envelope, QueueKind.URGENT, carrier()));
    }

    private Delivery counted(Delivery delivery) {
        if (delivery.isDelivered()) {
            countOut();
        }
        return delivery;
    }

    @Override
    public final <R extends @Nullable Object> R call(Address to, Request<R> request) {
        return call(to, request, DEFAULT_TIMEOUT);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the request names the type of its answer, null or not
    public final <R extends @Nullable Object> R call(Address to, Request<R> request, Duration timeout) {
        return (R) ask(to, request, timeout);
    }

    @Override
    public final <R extends @Nullable Object> R call(String name, Request<R> request) {
        return call(address(name), request, DEFAULT_TIMEOUT);
    }

    @Override
    public final <R extends @Nullable Object> R call(String name, Request<R> request, Duration timeout) {
        return call(address(name), request, timeout);
    }

    @Override
    public final <R> @Nullable R call(Address to, Object request, Class<R> type) {
        return call(to, request, type, DEFAULT_TIMEOUT);
    }

    @Override
    public final <R> @Nullable R call(Address to, Object request, Class<R> type, Duration timeout) {
        refuseNull("the type of the answer of " + to, type);
        return checked(to, request, type, ask(to, request, timeout));
    }

    static <R> @Nullable R checked(Address to, Object request, Class<R> type, @Nullable Object answer) {
        if (answer != null && !type.isInstance(answer)) {
            throw ErgoException.of(Reason.INCORRECT, to + " answered " + request.getClass().getName() + " with a "
                    + answer.getClass().getName() + ", asked for was a " + type.getName());
        }
        return type.cast(answer);
    }

    private @Nullable Object ask(Address to, Object request, Duration timeout) {
        refuseNull("the address of a call", to);
        refuseNull("the request to " + to, request);
        refuseNotPositive(timeout, to);
        long begin = kernel.dispatcher.nanoTime();
        Target target = kernel.router.target(to);
        return answerOrThrow(exchange(target, to, request, timeout), target, to, request, begin);
    }

    /** Returns the answer, or throws what the call failed with. */
    final @Nullable Object answerOrThrow(@Nullable Object result, Target target, Address to, Object request,
            long begin) {
        Reason failure = PendingCall.failure(result);
        if (failure != null) {
            throw failed(failure, target, to, request, kernel.dispatcher.nanoTime() - begin);
        }
        return PendingCall.answerIn(result);
    }

    private ErgoException failed(Reason reason, Target target, Address to, Object request, long nanos) {
        StringBuilder asked = new StringBuilder("call of ").append(to).append(" with ")
                .append(request.getClass().getName());
        if (reason.equals(Reason.TIMEOUT)) {
            kernel.counters.timedOut();
            asked.append(" waited ").append(Duration.ofNanos(nanos));
            if (target instanceof LocalProcess process) {
                asked.append("; ").append(process.label()).append(" is in state '").append(process.processState())
                        .append("' with ")
                        .append(waiting(process));
            }
        }
        return ErgoException.light(reason, asked.toString());
    }

    /** A caller that waited in vain must not pay for walking a long mailbox, least of all while the node is overloaded. */
    private static String waiting(LocalProcess process) {
        long waiting = process.mailbox.waiting(COUNTED_AT_TIMEOUT);
        return (waiting < COUNTED_AT_TIMEOUT ? "" : "at least ") + waiting + " messages waiting";
    }

    /** Refuses a call whose receiver executes on this thread, or waits for the init that makes the call. */
    static void refuseHopeless(@Nullable LocalProcess caller, Target target, Address to) {
        if (target instanceof LocalProcess receiver
                && (receiver.isExecuted() || (caller != null && caller.isAwaitedBy(receiver)))) {
            throw ErgoException.of(Reason.NOT_ALLOWED,
                    "call of " + to + " by " + (caller == null ? receiver : caller).label()
                            + ": it could never be answered, since the receiver waits for this very callback");
        }
    }

    /** Sends the request of a call whose caller waits; a refusal is the result of the call. */
    final void ask(PendingCall call, Target target, Address to, Object request) {
        kernel.counters.called();
        if (request instanceof Inspection inspection) {
            RequestEnvelope envelope = new InspectEnvelope(pid(), to, inspection.items(), call.ref());
            failUnlessSent(call, deliver(target, to, envelope, QueueKind.URGENT, call.deadlineNanos()));
        } else {
            RequestEnvelope envelope = new RequestEnvelope(pid(), to, request, call.ref());
            failUnlessSent(call,
                    deliver(target, to, envelope, QueueKind.of(defaultPriority()), call.deadlineNanos()));
        }
    }

    /** Sends the request of a call for whose answer nobody waits here. */
    final void askWithoutWaiting(PendingCall call, Target target, Address to, Object request) {
        failUnlessSent(call, askWithoutWaiting(call.ref(), target, to, request));
    }

    /** Sends a request without waiting, neither for room nor for the answer. */
    final Delivery askWithoutWaiting(Ref ref, Target target, Address to, Object request) {
        kernel.counters.called();
        RequestEnvelope envelope = new RequestEnvelope(pid(), to, request, ref);
        return counted(kernel.deliver(target, to, envelope, QueueKind.of(defaultPriority()), carrier()));
    }

    private static void failUnlessSent(PendingCall call, Delivery delivery) {
        if (!delivery.isDelivered()) {
            call.fail(delivery.outcome().reason());
        }
    }

    @Override
    public final Delivery respond(Pid to, Ref ref, @Nullable Object value) {
        refuseNull("the requester", to);
        refuseNull("the ref of a response", ref);
        return respondWith(to, ref, PendingCall.answered(value));
    }

    @Override
    public final Delivery respondError(Pid to, Ref ref, Reason reason) {
        refuseNull("the requester", to);
        refuseNull("the ref of a response", ref);
        refuseNull("the reason of an error response", reason);
        return respondWith(to, ref, new Blocked.Failed(reason));
    }

    private Delivery respondWith(Pid to, Ref ref, Object result) {
        Outcome stopped = admitResponse();
        return stopped != null ? Delivery.failed(stopped, to) : counted(kernel.respond(pid(), to, ref, result));
    }

    @Override
    public final boolean isAlive(Ref ref) {
        refuseNull("the reference", ref);
        return ref.isAliveAt(Instant.ofEpochMilli(kernel.dispatcher.wallMillis()));
    }

    /** Asks a process of this node what it shows. */
    @SuppressWarnings("unchecked") // the behaviours of this framework answer an inspection with such a map
    public final Map<String, String> inspect(Pid pid, String... items) {
        refuseNull("the pid of an inspected process", pid);
        Inspection inspection = new Inspection(checkedItems(pid, items));
        if (!kernel.router.isLocal(pid.node())) {
            throw ErgoException.of(Reason.NOT_ALLOWED,
                    "inspection of " + pid + ", a process of " + pid.node()
                            + "; only those of the own node can be inspected");
        }
        Object shown = ask(pid, inspection, DEFAULT_TIMEOUT);
        return shown == null ? Map.of() : (Map<String, String>) shown;
    }

    private static List<String> checkedItems(Pid pid, String @Nullable [] items) {
        refuseNull("the items of an inspection of " + pid, items);
        for (String item : Objects.requireNonNull(items)) {
            refuseNull("an item of an inspection of " + pid, item);
        }
        return List.of(items);
    }

    static Address address(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            throw ErgoException.of(Reason.INCORRECT, "the name of a process must not be null or empty");
        }
        return ProcessId.local(name);
    }

    static void refuseNull(String what, @Nullable Object value) {
        if (value == null) {
            throw ErgoException.of(Reason.INCORRECT, what + " must not be null");
        }
    }

    static void refuseNotPositive(@Nullable Duration timeout, Address to) {
        if (timeout == null || !timeout.isPositive()) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the time-out of a call of " + to + " is " + timeout + " but must be positive");
        }
    }
}
