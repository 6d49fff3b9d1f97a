package io.ergo;

import java.time.Duration;

/**
 * Sends requests without waiting. The answer, or why there is none, comes to the process as a {@link Response}, exactly once for each
 * request, also if the request could not even be sent; in an {@code Actor} it is handled by {@code handleResponse}. It overtakes normal
 * messages and no mailbox is too full for it. When the process ends nobody waits any more.
 *
 * <p>Allowed in {@code init} and in the callbacks. A process may ask itself.
 */
public interface Requesting {

    /** Sends a request; without an answer within 5 seconds the response is a {@link Reason#TIMEOUT}. */
    default Ref request(Address to, Object request) {
        return request(to, request, Calling.DEFAULT_TIMEOUT);
    }

    /**
     * Sends a request.
     *
     * @param timeout after this time the response is a {@link Reason#TIMEOUT}; positive
     * @return comes with the response
     */
    Ref request(Address to, Object request, Duration timeout);

    /** Sends a request to the process registered under the name on the own node. */
    Ref request(String name, Object request, Duration timeout);
}
