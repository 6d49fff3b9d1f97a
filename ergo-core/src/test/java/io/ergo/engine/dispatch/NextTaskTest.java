package io.ergo.engine.dispatch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.ergo.spi.Dispatcher.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NextTaskTest {
    private static final int PATIENCE = 200;
    private final HandDriven hand = new HandDriven(2, new Reports());
    private final Worker worker = hand.puppet();

    @AfterEach
    void everythingEnds() {
        hand.close();
    }

    @Test
    void offerNext_thereIsOne_isRefused() {
        TestTask first = TestTask.once(carrier -> {});
        assertThat(worker.offerNext(first)).isTrue();
        assertThat(worker.offerNext(TestTask.once(carrier -> {}))).isFalse();
        assertThat(worker.pollNext()).isSameAs(first);
        assertThat(worker.pollNext()).isNull();
    }

    /**
     * The worker puts and takes, two others take: each task comes out once. Where they share one processor the others
     * come once in some milliseconds; then the worker does not wait for them.
     */
    @Test
    void pollNext_byManyThreads_eachTaskComesOutOnce() throws InterruptedException {
        int count = 200_000;
        AtomicInteger[] taken = new AtomicInteger[count];
        for (int i = 0; i < count; i++) {
            taken[i] = new AtomicInteger();
        }
        CountDownLatch all = new CountDownLatch(count);
        Runnable take = () -> {
            while (all.getCount() > 0) {
                run(worker.pollNext());
            }
        };
        Thread[] thieves = {Thread.startVirtualThread(take), Thread.ofPlatform().start(take)};
        int refused = 0;
        for (int i = 0; i < count;) {
            int number = i;
            if (worker.offerNext(TestTask.once(carrier -> {
                taken[number].incrementAndGet();
                all.countDown();
            }))) {
                i++;
                refused = 0;
            } else {
                refused++;
            }
            if (i % 3 == 0 || refused > PATIENCE) {
                run(worker.pollNext());
            }
        }
        take.run();
        for (Thread thief : thieves) {
            thief.join();
        }
        assertThat(taken).allSatisfy(times -> assertThat(times).hasValue(1));
    }

    private void run(@Nullable Task task) {
        if (task != null) {
            task.run(worker);
        }
    }

    @Test
    void giveNextAway_workerWithoutASlot_somebodyElseRunsIt() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        worker.offerNext(TestTask.once(carrier -> done.countDown()));
        hand.staffing.giveNextAway(worker);
        done.await();
        assertThat(worker.hasNext()).isFalse();
    }

    /** Its store came to light after its slot was taken away. */
    @Test
    void look_nextOfADeprivedWorkerComesLate_isGivenAway() {
        SlotWatch watch = new SlotWatch(hand.shop.ready().slots, hand.staffing);
        Slot slot = hand.claimFor(worker);
        hand.claimFor(hand.puppet());
        for (int i = 0; i <= 20; i++) {
            watch.tick();
            watch.look(true);
        }
        assertThat(worker.slot()).as("no holder made progress").isNull();
        assertThat(slot.holder()).isNotSameAs(worker);
        CountDownLatch done = new CountDownLatch(1);
        worker.offerNext(TestTask.once(carrier -> done.countDown()));
        watch.look(true);
        assertThat(worker.hasNext()).isFalse();
        Eventually.until(() -> done.getCount() == 0);
    }
}
