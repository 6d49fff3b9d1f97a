package io.ergo.spring;

import io.ergo.Delivery;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The way back to a requester: a parameter of an {@link OnCall} method that answers later. May be kept, handed on, and
 * used on any thread. The first answer counts.
 *
 * @param <T> type of the answer
 */
public interface ReplyTo<T extends @Nullable Object> {

    /** Answers with the value. */
    Delivery reply(T value);

    /** Answers with an error. */
    Delivery error(Reason reason);
}
