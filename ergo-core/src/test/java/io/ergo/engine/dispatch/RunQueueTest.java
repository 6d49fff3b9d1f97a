package io.ergo.engine.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.ergo.spi.Dispatcher.Task;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunQueueTest {
    private final RunQueue queue = new RunQueue();

    private static Task task(int number) {
        return new TestTask(Integer.toString(number), carrier -> false);
    }

    private static List<String> drain(RunQueue queue) {
        List<String> labels = new ArrayList<>();
        for (Task task = queue.poll(); task != null; task = queue.poll()) {
            labels.add(task.label());
        }
        return labels;
    }

    private void pushFromTo(int first, int end) {
        for (int i = first; i < end; i++) {
            assertThat(queue.push(task(i))).isTrue();
        }
    }

    private static List<String> labels(int first, int end) {
        List<String> labels = new ArrayList<>();
        for (int i = first; i < end; i++) {
            labels.add(Integer.toString(i));
        }
        return labels;
    }

    @Test
    void poll_empty_isNull() {
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.poll()).isNull();
    }

    @Test
    void poll_afterPushes_isFirstInFirstOut() {
        pushFromTo(0, 5);
        assertThat(queue.isEmpty()).isFalse();
        assertThat(drain(queue)).isEqualTo(labels(0, 5));
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void push_moreThanFit_growsWhileWrappedRound() {
        pushFromTo(0, 40);
        for (int i = 0; i < 30; i++) {
            queue.poll();
        }
        pushFromTo(40, 1_000);
        assertThat(drain(queue)).isEqualTo(labels(30, 1_000));
    }

    @Test
    void stealInto_someTasks_returnsTheFirstAndMovesHalfOfTheRest() {
        RunQueue thief = new RunQueue();
        pushFromTo(0, 11);
        assertThat(queue.stealInto(thief)).extracting(Task::label).isEqualTo("0");
        assertThat(drain(thief)).isEqualTo(labels(1, 6));
        assertThat(drain(queue)).isEqualTo(labels(6, 11));
    }

    @Test
    void stealInto_oneTask_movesIt() {
        RunQueue thief = new RunQueue();
        pushFromTo(0, 1);
        assertThat(queue.stealInto(thief)).isNotNull();
        assertThat(queue.isEmpty()).isTrue();
        assertThat(thief.isEmpty()).isTrue();
        assertThat(queue.stealInto(thief)).isNull();
    }

    @Test
    void stealInto_veryMany_movesABoundedNumber() {
        RunQueue thief = new RunQueue();
        pushFromTo(0, 10_000);
        queue.stealInto(thief);
        assertThat(drain(thief)).hasSize(RunQueue.MOST_LOOT);
    }

    /** The kernel may have taken the core from whoever has the lock; nobody waits for it. */
    @Test
    void anything_lockIsHeldForLong_isRefusedAndNotLost() {
        pushFromTo(0, 2);
        queue.lock = 1;
        assertThat(queue.push(task(2))).isFalse();
        assertThat(queue.poll()).isNull();
        assertThat(queue.stealInto(new RunQueue())).isNull();
        assertThat(queue.isEmpty()).isFalse();
        queue.lock = 0;
        assertThat(drain(queue)).isEqualTo(labels(0, 2));
    }

    @Test
    void stealInto_thiefsLockIsHeld_movesTheFirstOnly() {
        RunQueue thief = new RunQueue();
        thief.lock = 1;
        pushFromTo(0, 10);
        assertThat(queue.stealInto(thief)).extracting(Task::label).isEqualTo("0");
        assertThat(drain(queue)).isEqualTo(labels(1, 10));
    }

    @Test
    void push_lockIsHeldForLong_goesToTheGlobalQueue() {
        try (HandDriven hand = new HandDriven(1, new Reports())) {
            ReadyTasks ready = hand.shop.ready();
            Worker worker = hand.puppet();
            Slot slot = hand.claimFor(worker);
            slot.queue.lock = 1;
            ready.push(slot, task(1));
            assertThat(ready.globalIsEmpty()).isFalse();
            assertThat(ready.take(worker, slot)).extracting(Task::label).isEqualTo("1");
        }
    }

    @Test
    void pushPollAndSteal_byManyThreads_eachTaskComesOutOnce() throws InterruptedException {
        int count = 50_000;
        RunQueue[] queues = {new RunQueue(), new RunQueue()};
        AtomicInteger refused = new AtomicInteger();
        ConcurrentHashMap<String, Boolean> taken = new ConcurrentHashMap<>();
        AtomicInteger twice = new AtomicInteger();
        AtomicInteger out = new AtomicInteger();
        CountDownLatch ends = new CountDownLatch(4);
        for (int i = 0; i < 2; i++) {
            int me = i;
            Thread.startVirtualThread(() -> {
                for (int k = 0; k < count; k++) {
                    refused.addAndGet(queues[me].push(task(me * count + k)) ? 0 : 1);
                }
                ends.countDown();
            });
            Thread.ofPlatform().daemon().start(() -> {
                while (out.get() + refused.get() < 2 * count) {
                    Task task = queues[me].poll();
                    if (task == null) {
                        task = queues[1 - me].stealInto(queues[me]);
                    }
                    if (task != null) {
                        out.incrementAndGet();
                        twice.addAndGet(taken.put(task.label(), true) == null ? 0 : 1);
                    }
                }
                ends.countDown();
            });
        }
        ends.await();
        assertThat(twice).hasValue(0);
        assertThat(taken.size() + refused.get()).isEqualTo(2 * count);
    }
}
