package io.ergo.interop.peer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.interop.value.Value;

/** A private message to a process of the peer's, which is not logged. */
sealed interface Injected {

    /**
     * A command to be run in the callback.
     *
     * @param line the command
     * @param result completed with what comes of it
     */
    record Operation(Line line, CompletableFuture<Result> result) implements Injected {}

    /**
     * Opens the latch when its turn comes.
     *
     * @param done the latch
     */
    record Sync(CountDownLatch done) implements Injected {}

    /**
     * A request that was handed over.
     *
     * @param from who waits for the answer
     * @param ref goes with the answer
     * @param request the request
     */
    record Relay(Pid from, Ref ref, Value request) implements Injected {}
}
