package io.ergo.engine.process;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

import io.ergo.Address;
import io.ergo.Delivery;
import io.ergo.Delivery.Outcome;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Request;
import io.ergo.spi.Dispatcher.Carrier;
import org.jspecify.annotations.Nullable;

/** The node as one who sends and calls, with the pid of the core. Any thread. */
public class Core extends Participant {

    private final Executor completions;
    /** Written without synchronisation: it only spreads the samples. */
    private int ticks;

    /**
     * Creates the sender of a node.
     *
     * @param completions completes the futures of requests
     */
    protected Core(Kernel kernel, Executor completions) {
        super(kernel);
        this.completions = completions;
    }

    @Override
    public final Pid pid() {
        return kernel.core;
    }

    @Override
    final @Nullable Outcome admit(String operation) {
        return kernel.isClosed() ? Outcome.NODE_STOPPED : null;
    }

    @Override
    final @Nullable Outcome admitResponse() {
        return admit("respond");
    }

    /** Makes a reference without a deadline. */
    public final Ref makeRef() {
        kernel.refuseIfClosed();
        return kernel.nextRef();
    }

    /** Makes a reference with a deadline. */
    public final Ref makeRefWithDeadline(Instant deadline) {
        kernel.refuseIfClosed();
        refuseNull("the deadline of a reference", deadline);
        return kernel.nextRef(deadline);
    }

    @Override
    final @Nullable Carrier carrier() {
        return kernel.dispatcher.current();
    }

    @Override
    final @Nullable LocalProcess sender() {
        return kernel.occupancy.here();
    }

    @Override
    final Priority defaultPriority() {
        return Priority.NORMAL;
    }

    @Override
    final void countOut() {
        kernel.counters.sent();
    }

    @Override
    final long tick() {
        return ticks++;
    }

    @Override
    final @Nullable Object exchange(Target target, Address to, Object request, Duration timeout) {
        kernel.refuseIfClosed();
        LocalProcess caller = sender();
        refuseHopeless(caller, target, to);
        return kernel.coreCalls.exchange(kernel.newCall(timeout), caller, call -> ask(call, target, to, request));
    }

    /** Sends an exit signal; the node may send it to anyone. */
    @Override
    public final Delivery sendExit(Pid to, Reason reason) {
        refuseNull("the receiver of an exit signal", to);
        refuseNull("the reason of an exit signal to " + to, reason);
        Outcome stopped = admit("send exit");
        return stopped != null ? Delivery.failed(stopped, to) : exit(to, reason);
    }

    /** Sends a request without waiting. */
    @SuppressWarnings("unchecked") // the request names the type of its answer
    public final <R extends @Nullable Object> CompletableFuture<R> request(Address to, Request<R> request,
            Duration timeout) {
        return (CompletableFuture<R>) start(to, request, timeout, answer -> answer);
    }

    /** Sends a request that does not name the type of its answer, without waiting. */
    @SuppressWarnings("unchecked") // the answer is checked against the type
    public final <R> CompletableFuture<@Nullable R> request(Address to, Object request, Class<R> type,
            Duration timeout) {
        refuseNull("the type of the answer of " + to, type);
        return (CompletableFuture<@Nullable R>) start(to, request, timeout,
                answer -> checked(to, request, type, answer));
    }

    /** The future belongs to the caller; when it is completed or cancelled there, nobody waits for the response any more. */
    private CompletableFuture<?> start(Address to, Object request, Duration timeout,
            Function<@Nullable Object, @Nullable Object> check) {
        refuseNull("the address of a request", to);
        refuseNull("the request to " + to, request);
        refuseNotPositive(timeout, to);
        kernel.refuseIfClosed();
        Target target = kernel.router.target(to);
        long begin = kernel.dispatcher.nanoTime();
        PendingCall pending = kernel.newCall(timeout);
        CompletableFuture<@Nullable Object> answer = kernel.coreCalls
                .start(pending, timeout, call -> askWithoutWaiting(call, target, to, request), completions)
                .thenApply(result -> check.apply(answerOrThrow(result, target, to, request, begin)));
        var _ = answer.whenComplete((_, _) -> pending.fail(Reason.RESPONSE_IGNORED));
        return answer;
    }
}
