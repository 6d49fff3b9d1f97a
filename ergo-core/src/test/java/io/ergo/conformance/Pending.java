package io.ergo.conformance;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.ergo.ProcessContext;
import org.jspecify.annotations.Nullable;

/** A message that runs a body inside its receiver, and what came of it. The receiver lives on whatever the body throws. */
record Pending<R extends @Nullable Object>(World world, Body<R> body, CompletableFuture<R> result) {

    Pending(World world, Body<R> body) {
        this(world, body, new CompletableFuture<>());
    }

    /** Runs the body; on the thread of the process. */
    void run(ProcessContext self) {
        try {
            result.complete(body.run(self));
        } catch (Exception | AssertionError e) {
            result.completeExceptionally(e);
        }
    }

    boolean isDone() {
        return result.isDone();
    }

    /** Lets the world go on until the body was run; returns what it returned or throws what it threw. */
    R get() {
        world.await("the body is run in its process", result::isDone);
        try {
            return result.join();
        } catch (CompletionException e) {
            throw unchecked(e.getCause());
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException runtime ? runtime : new CompletionException(thrown);
    }
}
