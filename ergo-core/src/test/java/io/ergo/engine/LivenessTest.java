package io.ergo.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import io.ergo.actor.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Handlers that block or never return do not stop the others, with fewer and more slots than there are processors. */
class LivenessTest {

    private static final int CALLS = 200;
    private static final int BLOCKED = 50;

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicBoolean stop = new AtomicBoolean();
    private Node node;

    private record Ask(int value) implements Request<Integer> {}

    /** Does what it is told to do. */
    private interface Deed {

        void on(Doer doer) throws Exception;
    }

    private static final class Doer extends Actor {

        @Override
        protected void handleMessage(Pid from, Object deed) throws Exception {
            ((Deed) deed).on(this);
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return request instanceof Ask ask ? Reply.of(ask.value()) : Reply.later();
        }

        void call(Pid to, Request<Integer> request) {
            self().call(to, request, Duration.ofMinutes(1));
        }

        void send(Pid to, Deed deed) {
            self().send(to, deed);
        }
    }

    /** A request that nobody answers. */
    private record Forget() implements Request<Integer> {}

    private void start(int slots) {
        node = NodeBuilder.named("live@localhost").slots(slots).start();
    }

    @AfterEach
    void everythingEnds() {
        release.countDown();
        stop.set(true);
        node.stopForce();
    }

    private Pid doer(Deed deed) {
        Pid doer = node.spawn(Doer::new);
        node.send(doer, deed);
        return doer;
    }

    private void othersAnswer() {
        Pid echo = node.spawn(Doer::new);
        for (int i = 0; i < CALLS; i++) {
            assertThat(node.call(echo, new Ask(i))).isEqualTo(i);
        }
    }

    private static void join(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void handlers_thatWaitInCalls_othersAnswer(int slots) throws InterruptedException {
        start(slots);
        Pid mute = node.spawn(Doer::new);
        CountDownLatch waiting = new CountDownLatch(BLOCKED);
        for (int i = 0; i < BLOCKED; i++) {
            doer(doer -> {
                waiting.countDown();
                doer.call(mute, new Forget());
            });
        }
        join(waiting);

        othersAnswer();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void handlers_thatBlockInOtherWays_othersAnswer(int slots) throws InterruptedException {
        start(slots);
        CountDownLatch blocked = new CountDownLatch(BLOCKED);
        for (int i = 0; i < BLOCKED; i++) {
            doer(doer -> {
                blocked.countDown();
                release.await();
            });
        }
        join(blocked);

        othersAnswer();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void handlers_thatNeverReturn_fewerThanProcessors_othersAnswer(int slots) throws InterruptedException {
        start(slots);
        int spinning = Runtime.getRuntime().availableProcessors() - 1;
        CountDownLatch spin = new CountDownLatch(spinning);
        for (int i = 0; i < spinning; i++) {
            doer(doer -> {
                spin.countDown();
                while (!stop.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        join(spin);

        othersAnswer();
    }

    /** The receiver is what the blocked worker would have run next. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void handler_thatSendsAndThenBlocks_receiverRuns(int slots) throws InterruptedException {
        start(slots);
        for (int i = 0; i < 20; i++) {
            Pid receiver = node.spawn(Doer::new);
            CountDownLatch received = new CountDownLatch(1);
            boolean blocks = i % 2 == 0;
            doer(doer -> {
                doer.send(receiver, other -> received.countDown());
                if (blocks) {
                    release.await();
                } else {
                    doer.call(receiver, new Forget());
                }
            });
            join(received);
        }
    }
}
