package io.ergo;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Sends requests, waits for the responses, and answers the requests of others. A call blocks its thread; a process that waits handles
 * nothing else, not even exit signals, and gives its worker to others meanwhile. Without a duration a call waits 5 seconds.
 *
 * <p>All calls throw {@link ErgoException}: the outcomes of a send ({@link Reason#PROCESS_UNKNOWN},
 * {@link Reason#PROCESS_TERMINATED}, {@link Reason#PROCESS_MAILBOX_FULL}, …), the reason of an error response,
 * {@link Reason#TIMEOUT} with target, waited time, state and queue depth of the target, {@link Reason#NOT_ALLOWED} for a call that
 * cannot end (to oneself by any address, to the spawner that waits for one's init), {@link Reason#INCORRECT} for a duration that is
 * not positive and for an answer of another type than asked for.
 */
public interface Calling {

    /** How long a call waits if nothing else is said. */
    Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /** Calls and waits 5 seconds at most. */
    <R extends @Nullable Object> R call(Address to, Request<R> request);

    /** Calls and waits as long as given at most; exact, no rounding. */
    <R extends @Nullable Object> R call(Address to, Request<R> request, Duration timeout);

    /** Calls the process registered under the name on the own node. */
    <R extends @Nullable Object> R call(String name, Request<R> request);

    /** Calls the process registered under the name on the own node and waits as long as given at most. */
    <R extends @Nullable Object> R call(String name, Request<R> request, Duration timeout);

    /** Calls with a request that does not name the type of its answer. A null answer is returned as null. */
    <R> @Nullable R call(Address to, Object request, Class<R> type);

    /** Calls with a request that does not name the type of its answer and waits as long as given at most. */
    <R> @Nullable R call(Address to, Object request, Class<R> type, Duration timeout);

    /**
     * Answers a request, for a process while it handles something: not in {@code init}, and not in the terminate callback, where the
     * {@linkplain Node node} can answer instead. Meant for a request that was left open by {@link Reply#later()}. The first response to a request counts; any other is
     * {@link Delivery.Outcome#IGNORED}, as is one that nobody waits for any more.
     *
     * @param to the requester
     * @param ref the reference that came with the request
     * @param value the answer, may be null
     */
    Delivery respond(Pid to, Ref ref, @Nullable Object value);

    /** Answers a request with an error. */
    Delivery respondError(Pid to, Ref ref, Reason reason);

    /**
     * Returns whether the one who made the request may still wait: false if the deadline in its reference is over by the node's clock.
     * A deadline is kept in whole seconds and never lies before the real one, so work that is dropped because of it is wanted by nobody.
     * Any thread, any state.
     */
    boolean isAlive(Ref ref);
}
