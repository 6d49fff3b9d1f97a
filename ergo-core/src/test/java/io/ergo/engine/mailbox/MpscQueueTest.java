package io.ergo.engine.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.ergo.Pid;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MpscQueueTest {

    private static final Pid PID = new Pid("a@localhost", 1001, 1);

    private static Envelope envelope(Object message) {
        return new Envelope(PID, PID, message);
    }

    @Test
    void poll_emptyQueue_returnsNull() {
        MpscQueue queue = new MpscQueue(0);

        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.poll()).isNull();
    }

    @Test
    void poll_severalOffered_keepsTheirOrder() {
        MpscQueue queue = new MpscQueue(0);
        for (int i = 0; i < 5; i++) {
            assertThat(queue.offer(envelope(i))).isTrue();
        }

        List<Object> taken = new ArrayList<>();
        for (Envelope e = queue.poll(); e != null; e = queue.poll()) {
            taken.add(e.message());
        }

        assertThat(taken).containsExactly(0, 1, 2, 3, 4);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.taken()).isEqualTo(5);
    }

    @Test
    void offer_atLimit_refusesUntilOneIsTaken() {
        MpscQueue queue = new MpscQueue(2);

        assertThat(queue.offer(envelope(1))).isTrue();
        assertThat(queue.offer(envelope(2))).isTrue();
        assertThat(queue.offer(envelope(3))).isFalse();
        queue.poll();
        assertThat(queue.offer(envelope(4))).isTrue();
        assertThat(queue.depth()).isEqualTo(2);
    }

    @Test
    void offerAlways_fullQueue_isTakenAndCountsAgainstTheLimit() {
        MpscQueue queue = new MpscQueue(1);
        queue.offer(envelope(1));

        queue.offerAlways(envelope(2));

        assertThat(queue.depth()).isEqualTo(2);
        queue.poll();
        assertThat(queue.offer(envelope(3))).as("one still waits").isFalse();
        queue.poll();
        assertThat(queue.offer(envelope(4))).isTrue();
    }

    @Test
    void depth_unboundedQueue_countsWhatWaits() {
        MpscQueue queue = new MpscQueue(0);
        for (int i = 0; i < 100; i++) {
            queue.offer(envelope(i));
        }
        queue.poll();

        assertThat(queue.depth()).isEqualTo(99);
    }

    /** The bound is exact in both directions: never exceeded, and nothing refused while there is room. */
    @Test
    void offer_manyProducers_neverExceedsTheLimitAndLosesNothing() throws Exception {
        int producers = 4;
        int each = 50_000;
        int limit = 8;
        MpscQueue queue = new MpscQueue(limit);
        AtomicInteger accepted = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(producers);
        try (ExecutorService threads = Executors.newFixedThreadPool(producers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int p = 0; p < producers; p++) {
                running.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        if (queue.offer(envelope(i))) {
                            accepted.incrementAndGet();
                        }
                    }
                    done.countDown();
                }));
            }
            long polled = 0;
            long deepest = 0;
            while (done.getCount() > 0 || !queue.isEmpty()) {
                deepest = Math.max(deepest, queue.depth());
                if (queue.poll() != null) {
                    polled++;
                } else {
                    Thread.onSpinWait();
                }
            }
            for (Future<?> producer : running) {
                producer.get();
            }
            assertThat(polled).isEqualTo(accepted.get());
            assertThat(deepest).isLessThanOrEqualTo(limit);
            assertThat(polled).isGreaterThan(limit);
        }
    }

    /** The head is swapped by hand, as by a producer that is stopped before its second step. */
    @Test
    void drain_producerBetweenItsTwoSteps_waitsForIt() throws Exception {
        MpscQueue queue = new MpscQueue(0);
        queue.offer(envelope("first"));
        Envelope before = queue.poll();
        Envelope slow = envelope("slow");
        queue.head = slow;
        queue.offer(envelope("behind it"));
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Object> drained = threads.submit(() -> queue.drain());

            assertThatThrownBy(() -> drained.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            before.linkRelease(slow);

            assertThat(drained.get()).isSameAs(slow);
        }
        assertThat(queue.drain().message()).isEqualTo("behind it");
        assertThat(queue.drain()).isNull();
    }
}
