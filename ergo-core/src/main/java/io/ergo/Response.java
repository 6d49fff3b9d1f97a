package io.ergo;

import org.jspecify.annotations.Nullable;

/** What came of a request that a process made {@linkplain Requesting without waiting}. */
public sealed interface Response {

    /**
     * The answer.
     *
     * @param value the answer, may be null
     */
    record Answer(@Nullable Object value) implements Response {}

    /**
     * There is no answer.
     *
     * @param reason {@link Reason#TIMEOUT}, the outcome of the send such as {@link Reason#PROCESS_UNKNOWN}, or what the other side
     *        answered with
     */
    record Failure(Reason reason) implements Response {

        /** Checks the reason. */
        public Failure {
            Checks.present("the reason of a failed request", reason);
        }
    }

    /**
     * Returns the answer.
     *
     * @throws ErgoException with the reason if there is none, {@link Reason#INCORRECT} if it is of another type
     */
    default <R> @Nullable R as(Class<R> type) {
        return switch (this) {
            case Failure(Reason reason) -> throw ErgoException.light(reason, "a request");
            case Answer(Object value) when value != null
                    && !Checks.present("the type of an answer", type).isInstance(value) ->
                    throw ErgoException.of(Reason.INCORRECT,
                            "a request was answered with a " + value.getClass().getName()
                                    + ", asked for was a " + type.getName());
            case Answer(Object value) -> type.cast(value);
        };
    }
}
