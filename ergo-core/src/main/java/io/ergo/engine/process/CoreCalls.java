package io.ergo.engine.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.ergo.ErgoException;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Timing.Cancellable;
import org.jspecify.annotations.Nullable;

/** The calls of the node itself, of which many may be in flight. Any thread. */
final class CoreCalls {

    private final Kernel kernel;
    private final ConcurrentMap<Ref, PendingCall> pending = new ConcurrentHashMap<>();
    private volatile boolean closed;

    CoreCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    @Nullable PendingCall get(Ref ref) {
        return pending.get(ref);
    }

    int size() {
        return pending.size();
    }

    /** The node stops: whoever still waits is told, and nobody waits any more. */
    void close() {
        closed = true;
        pending.values().forEach(call -> call.fail(Reason.NODE_TERMINATED));
    }

    /**
     * Sends and waits.
     *
     * @param caller the process whose callback calls, which is killed with it; null if there is none
     */
    @Nullable Object exchange(PendingCall call, @Nullable LocalProcess caller, Consumer<PendingCall> send) {
        register(call);
        try {
            if (caller == null) {
                send.accept(call);
                kernel.dispatcher.await(call, kernel.dispatcher.current());
            } else {
                caller.whileBlocked(call, () -> sendAndAwait(call, caller, send));
            }
            return call.result();
        } finally {
            pending.remove(call.ref());
        }
    }

    private static boolean sendAndAwait(PendingCall call, LocalProcess caller, Consumer<PendingCall> send) {
        send.accept(call);
        caller.await(call);
        return true;
    }

    /** Sends and completes a future with the result, as {@link PendingCall} encodes it, on the executor. */
    CompletableFuture<Object> start(PendingCall call, Duration timeout, Consumer<PendingCall> send, Executor executor) {
        CompletableFuture<Object> future = new CompletableFuture<>();
        register(call);
        Cancellable deadline = kernel.dispatcher.after(timeout, () -> call.complete(PendingCall.TIMED_OUT));
        Runnable deliver = () -> {
            if (pending.remove(call.ref(), call)) {
                deadline.cancel();
                complete(executor, () -> future.complete(call.result()));
            }
        };
        call.sleeper(deliver::run);
        send.accept(call);
        if (call.result() != null) {
            deliver.run();
        }
        return future;
    }

    /** Not on this thread, which may be a worker's, even if the executor takes nothing more. */
    private void complete(Executor executor, Runnable completion) {
        try {
            executor.execute(completion);
        } catch (RuntimeException | Error refused) {
            kernel.report("the executor for the completions of requests threw; a thread of the node does it", refused);
            kernel.dispatcher.aside("ergo-completion", completion);
        }
    }

    /** The node stops: after this either the call is failed with all others, or it is refused here. */
    private void register(PendingCall call) {
        pending.put(call.ref(), call);
        if (closed) {
            pending.remove(call.ref());
            throw ErgoException.of(Reason.NODE_TERMINATED, kernel.name);
        }
    }
}
