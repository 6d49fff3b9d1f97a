package io.ergo;

import org.jspecify.annotations.Nullable;

/** What a call handler decides: an answer, an error, an answer later, or the end of the process. */
public sealed interface Reply {

    /**
     * The request is answered with the value.
     *
     * @param value the answer, may be null
     */
    record Value(@Nullable Object value) implements Reply {}

    /**
     * The request fails with the reason at the requester.
     *
     * @param reason why
     */
    record Failure(Reason reason) implements Reply {}

    /** Somebody answers later with {@link Calling#respond}. */
    record Later() implements Reply {}

    /**
     * The process ends.
     *
     * @param reason why it ends
     * @param answer the answer that is sent before; null if there is none
     */
    record End(Reason reason, @Nullable Value answer) implements Reply {}

    /** Answers with the value; null is an answer, too. */
    static Reply of(@Nullable Object value) {
        return new Value(value);
    }

    /** Fails the request with the reason. */
    static Reply error(Reason reason) {
        return new Failure(Checks.present("the reason of an error reply", reason));
    }

    /** Fails the request with {@link Reason#UNSUPPORTED}. */
    static Reply unsupported() {
        return new Failure(Reason.UNSUPPORTED);
    }

    /** Leaves the request open: any process that holds requester and ref may answer with {@link Calling#respond}. */
    static Reply later() {
        return new Later();
    }

    /**
     * Ends the process without an answer of its own. With {@link Reason#NORMAL} or {@link Reason#SHUTDOWN} the request stays open for
     * whoever holds requester and ref; with any other reason the requester is told {@link Reason#PROCESS_TERMINATED} at once.
     */
    static Reply stop(Reason reason) {
        return new End(Checks.present("the reason of a stop", reason), null);
    }

    /** Answers with the value, then ends the process. */
    static Reply stop(Reason reason, @Nullable Object value) {
        return new End(Checks.present("the reason of a stop", reason), new Value(value));
    }
}
