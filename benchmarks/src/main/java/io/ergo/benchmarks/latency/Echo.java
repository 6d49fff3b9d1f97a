package io.ergo.benchmarks.latency;

import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import io.ergo.actor.Actor;

/** Answers each request with its number at once. Messages are taken and forgotten. */
final class Echo extends Actor {

    /** The request of all checks. */
    static final Ask ASK = new Ask(1);

    /**
     * Asks for a number.
     *
     * @param value the number that comes back
     */
    record Ask(Integer value) implements Request<Integer> {}

    @Override
    protected void handleMessage(Pid from, Object message) {
        // an idle process that has been awake once
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) {
        return request instanceof Ask ask ? Reply.of(ask.value()) : Reply.unsupported();
    }
}
