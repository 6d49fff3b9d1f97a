package io.ergo.benchmarks.local;

import java.util.concurrent.CountDownLatch;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import io.ergo.Stop;
import io.ergo.actor.Actor;

/** The actors of {@link ErgoSide}. */
final class ErgoActors {

    private ErgoActors() {}

    /**
     * Asks for a number.
     *
     * @param value the number that comes back
     */
    record Ask(Integer value) implements Request<Integer> {}

    /** Counts what it gets. */
    static final class Sink extends Actor {

        private final CountDownLatch done;
        private int left;

        Sink(int messages, CountDownLatch done) {
            this.left = messages;
            this.done = done;
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            if (--left == 0) {
                done.countDown();
            }
        }
    }

    /** Sends all its messages when it gets its first one. */
    static final class Source extends Actor {

        private final Pid to;
        private final int messages;

        Source(Pid to, int messages) {
            this.to = to;
            this.messages = messages;
        }

        @Override
        protected void handleMessage(Pid from, Object go) {
            for (int i = 0; i < messages; i++) {
                self().send(to, Side.ONE);
            }
        }
    }

    /** Begins with whom it is told to, then sends back what it gets. */
    static final class Ping extends Actor {

        private final CountDownLatch done;
        private int left;

        Ping(int exchanges, CountDownLatch done) {
            this.left = exchanges;
            this.done = done;
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            switch (message) {
                case Integer ball -> sendBack(from, ball);
                case Pid pong -> self().send(pong, Side.ONE);
                default -> throw new IllegalArgumentException("a ball or a pid is expected but it is " + message);
            }
        }

        private void sendBack(Pid from, Integer ball) {
            if (--left == 0) {
                done.countDown();
            } else {
                self().send(from, ball);
            }
        }
    }

    /** Sends back what it gets, and answers a request with its number. */
    static final class Pong extends Actor {

        @Override
        protected void handleMessage(Pid from, Object message) {
            self().send(from, message);
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return request instanceof Ask ask ? Reply.of(ask.value()) : Reply.unsupported();
        }
    }

    /** Calls again and again when it gets its first message. */
    static final class Caller extends Actor {

        private static final Ask ASK = new Ask(Side.ONE);

        private final Pid to;
        private final int calls;
        private final CountDownLatch done;

        Caller(Pid to, int calls, CountDownLatch done) {
            this.to = to;
            this.calls = calls;
            this.done = done;
        }

        @Override
        protected void handleMessage(Pid from, Object go) {
            for (int i = 0; i < calls; i++) {
                self().call(to, ASK);
            }
            done.countDown();
        }
    }

    /** Sends itself a message when it begins and ends when it gets it. */
    static final class Mayfly extends Actor {

        private final CountDownLatch ended;

        Mayfly(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        protected void init(Args args) {
            self().send(self().pid(), Side.ONE);
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            throw new Stop(Reason.NORMAL);
        }

        @Override
        protected void terminate(Reason why) {
            ended.countDown();
        }
    }
}
