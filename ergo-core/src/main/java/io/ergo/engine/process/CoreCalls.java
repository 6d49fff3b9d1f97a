package io.ergo.engine.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Timing.Cancellable;
import io.ergo.spi.Dispatcher;
import org.jspecify.annotations.Nullable;

/** The calls of the node itself, of which many may be in flight. Any thread. */
final class CoreCalls {

    private final Dispatcher dispatcher;
    private final ConcurrentMap<Ref, PendingCall> pending = new ConcurrentHashMap<>();

    CoreCalls(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Nullable PendingCall get(Ref ref) {
        return pending.get(ref);
    }

    int size() {
        return pending.size();
    }

    /** The node has stopped: whoever still waits is told. */
    void failAll(Reason reason) {
        pending.values().forEach(call -> call.fail(reason));
    }

    /** Sends and waits. */
    @Nullable Object exchange(PendingCall call, Consumer<PendingCall> send) {
        pending.put(call.ref(), call);
        try {
            send.accept(call);
            dispatcher.await(call, dispatcher.current());
            return call.result();
        } finally {
            pending.remove(call.ref());
        }
    }

    /** Sends and completes a future with the result, as {@link PendingCall} encodes it, on the executor. */
    CompletableFuture<Object> start(PendingCall call, Duration timeout, Consumer<PendingCall> send, Executor executor) {
        CompletableFuture<Object> future = new CompletableFuture<>();
        pending.put(call.ref(), call);
        Cancellable deadline = dispatcher.after(timeout, () -> call.complete(PendingCall.TIMED_OUT));
        Runnable deliver = () -> {
            if (pending.remove(call.ref(), call)) {
                deadline.cancel();
                executor.execute(() -> future.complete(call.result()));
            }
        };
        call.sleeper(deliver::run);
        send.accept(call);
        if (call.result() != null) {
            deliver.run();
        }
        return future;
    }
}
