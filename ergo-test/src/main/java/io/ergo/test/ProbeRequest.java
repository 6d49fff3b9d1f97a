package io.ergo.test;

import io.ergo.Delivery;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;

import org.jspecify.annotations.Nullable;

/**
 * A request that a probe received and the test has to answer; it stays open until then.
 *
 * @param <T> type of the request
 */
public final class ProbeRequest<T> {

    private final TestProbe probe;
    private final T request;
    private final Pid from;
    private final Ref ref;

    ProbeRequest(TestProbe probe, T request, Pid from, Ref ref) {
        this.probe = probe;
        this.request = request;
        this.from = from;
        this.ref = ref;
    }

    /** Returns what was asked. */
    public T request() {
        return request;
    }

    /** Returns who waits for the answer. */
    public Pid from() {
        return from;
    }

    /** Answers with the value, which may be null. */
    public Delivery reply(@Nullable Object value) {
        return probe.perform(self -> self.respond(from, ref, value));
    }

    /** Answers with an error. */
    public Delivery fail(Reason reason) {
        return probe.perform(self -> self.respondError(from, ref, reason));
    }
}
