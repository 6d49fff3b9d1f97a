package io.ergo.test;

import java.util.function.Function;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import io.ergo.actor.Actor;

/** The process of a probe: puts what it receives into an inbox, and does what the test orders. */
final class Recorder extends Actor {

    private final Inbox inbox;

    /** What the process is to do. */
    record Order<T>(Function<ProcessContext, T> action) implements Request<Done<T>> {

        Done<T> execute(ProcessContext self) {
            try {
                return new Returned<>(action.apply(self));
            } catch (RuntimeException e) {
                return new Threw<>(e);
            }
        }
    }

    /** What came of an order. */
    sealed interface Done<T> {}

    /** It was done. */
    record Returned<T>(T value) implements Done<T> {}

    /** It failed, and the thread that ordered is to know. */
    record Threw<T>(RuntimeException exception) implements Done<T> {}

    Recorder(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    protected void init(Args args) {
        setTrapExit(true);
    }

    @Override
    protected void handleMessage(Pid from, Object message) {
        inbox.put(new Received(from, message, null));
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) {
        if (request instanceof Order<?> order) {
            return Reply.of(order.execute(self()));
        }
        inbox.put(new Received(from, request, ref));
        return Reply.later();
    }
}
