package io.ergo.benchmarks.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;

/** The actors of {@link PekkoSide}. */
final class PekkoActors {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private PekkoActors() {}

    /** Counts what it gets. */
    static final class Sink extends PekkoTracked {

        private final CountDownLatch done;
        private int left;

        Sink(Life life, int messages, CountDownLatch done) {
            super(life);
            this.left = messages;
            this.done = done;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(this::count).build();
        }

        private void count(Object message) {
            if (--left == 0) {
                done.countDown();
            }
        }
    }

    /** Sends all its messages when it gets its first one. */
    static final class Source extends PekkoTracked {

        private final ActorRef to;
        private final int messages;

        Source(Life life, ActorRef to, int messages) {
            super(life);
            this.to = to;
            this.messages = messages;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(this::sendAll).build();
        }

        private void sendAll(Object go) {
            for (int i = 0; i < messages; i++) {
                to.tell(Side.ONE, getSelf());
            }
        }
    }

    /** Begins with whom it is told to, then sends back what it gets. */
    static final class Ping extends PekkoTracked {

        private final CountDownLatch done;
        private int left;

        Ping(Life life, int exchanges, CountDownLatch done) {
            super(life);
            this.left = exchanges;
            this.done = done;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().match(Integer.class, this::sendBack).match(ActorRef.class, this::begin).build();
        }

        private void begin(ActorRef pong) {
            pong.tell(Side.ONE, getSelf());
        }

        private void sendBack(Integer message) {
            if (--left == 0) {
                done.countDown();
            } else {
                getSender().tell(message, getSelf());
            }
        }
    }

    /** Sends back what it gets. */
    static final class Pong extends PekkoTracked {

        Pong(Life life) {
            super(life);
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(message -> getSender().tell(message, getSelf())).build();
        }
    }

    /** Asks without blocking: the answer comes back as a message to itself, and it asks again. */
    static final class Caller extends PekkoTracked {

        private final ActorRef to;
        private final CountDownLatch done;
        private int left;

        Caller(Life life, ActorRef to, int calls, CountDownLatch done) {
            super(life);
            this.to = to;
            this.left = calls;
            this.done = done;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(this::next).build();
        }

        private void next(Object goOrAnswer) {
            if (left-- == 0) {
                done.countDown();
            } else {
                Patterns.pipe(Patterns.ask(to, Side.ONE, TIMEOUT), getContext().dispatcher()).to(getSelf());
            }
        }
    }

    /** Sends itself a message when it begins and ends when it gets it. */
    static final class Mayfly extends AbstractActor {

        private final CountDownLatch ended;

        Mayfly(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        public void preStart() {
            getSelf().tell(Side.ONE, getSelf());
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(message -> getContext().stop(getSelf())).build();
        }

        @Override
        public void postStop() {
            ended.countDown();
        }
    }
}
