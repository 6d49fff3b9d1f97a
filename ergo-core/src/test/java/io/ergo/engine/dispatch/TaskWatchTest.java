package io.ergo.engine.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Dispatcher.Task;
import io.ergo.spi.Waiter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The looks are made by hand, with times that the test chooses. */
class TaskWatchTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final HandDriven hand = new HandDriven(1, new Reports());
    private final TaskWatch watch = hand.shop.taskWatch();
    private final List<Duration> told = new CopyOnWriteArrayList<>();
    private final Subject task = new Subject();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Waiter waiter = new Waiter(Long.MAX_VALUE);
    /** Ahead of the clock, so that a pause between two looks is over. */
    private long now = hand.platform.nanoTime() + SECOND;

    /** Blocks, or waits, and says what it executes. */
    private final class Subject implements Task {

        private volatile @Nullable Object what = "first";
        private volatile boolean waits;
        private volatile @Nullable Thread thread;

        @Override
        public boolean run(Carrier carrier) {
            thread = carrier.thread();
            if (waits) {
                hand.waiting.onWorker((Worker) carrier, waiter);
            }
            TestTask.uninterruptibly(release);
            thread = null;
            return false;
        }

        @Override
        public String label() {
            return "subject";
        }

        @Override
        public @Nullable Object executing(Thread by) {
            return thread == by ? what : null;
        }
    }

    @AfterEach
    void everythingEnds() {
        waiter.complete("end");
        release.countDown();
        hand.close();
    }

    private void start() {
        hand.shop.ready().addGlobal(task);
        hand.staffing.wakeOne();
        Eventually.until(() -> task.thread != null);
    }

    private void limit(Duration threshold) {
        watch.tell(threshold, (subject, busy) -> told.add(busy));
    }

    private void lookAfter(long nanos) {
        now += nanos;
        watch.look(now);
    }

    @Test
    void look_sameThingForLonger_isToldOnce() {
        limit(Duration.ofSeconds(5));
        start();
        lookAfter(0);
        lookAfter(4 * SECOND);
        lookAfter(2 * SECOND);
        Eventually.until(() -> told.size() == 1);

        lookAfter(60 * SECOND);

        assertThat(told).containsExactly(Duration.ofSeconds(6));
    }

    @Test
    void look_anotherThingEachTime_isNotTold() {
        limit(Duration.ofSeconds(5));
        start();
        for (int i = 0; i < 10; i++) {
            task.what = "message " + i;
            lookAfter(4 * SECOND);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void look_secondThingThatIsLong_isToldToo() {
        limit(Duration.ofSeconds(5));
        start();
        lookAfter(0);
        lookAfter(6 * SECOND);
        Eventually.until(() -> told.size() == 1);
        task.what = "second";
        lookAfter(SECOND);
        lookAfter(7 * SECOND);
        Eventually.until(() -> told.size() == 2);
        assertThat(told).containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(7));
    }

    @Test
    void look_waitsInACall_isNotBusyButIsMeasured() {
        limit(Duration.ofSeconds(5));
        task.waits = true;
        start();
        Eventually.until(() -> hand.shop.workers().stream().anyMatch(worker -> worker.waiter() != null));
        lookAfter(0);
        lookAfter(10 * SECOND);
        lookAfter(10 * SECOND);
        assertThat(told).isEmpty();
        assertThat(watch.nanosUntilDue(now)).isEqualTo(Deadlines.NEVER);

        waiter.complete("answer");
        Eventually.until(() -> hand.shop.workers().stream().allMatch(worker -> worker.waiter() == null));
        lookAfter(10 * SECOND);
        assertThat(told).as("it has waited since the last look").isEmpty();
        lookAfter(4 * SECOND);
        assertThat(told).isEmpty();
        lookAfter(2 * SECOND);
        Eventually.until(() -> told.size() == 1);
        assertThat(told).containsExactly(Duration.ofSeconds(6));
    }

    @Test
    void nanosUntilDue_oneIsSeen_isTheTimeItMayGoOn() {
        limit(Duration.ofSeconds(5));
        assertThat(watch.nanosUntilDue(now)).isEqualTo(Deadlines.NEVER);
        start();
        lookAfter(0);
        assertThat(watch.nanosUntilDue(now)).isEqualTo(5 * SECOND);
        lookAfter(3 * SECOND);
        assertThat(watch.nanosUntilDue(now)).isEqualTo(2 * SECOND);
        lookAfter(3 * SECOND);
        assertThat(watch.nanosUntilDue(now)).as("it was told").isEqualTo(Deadlines.NEVER);
    }

    @Test
    void look_withoutALimit_tellsNobodyAndMeasures() {
        start();
        now = hand.platform.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1);
        lookAfter(0);
        Eventually.until(() -> watch.nanosOf(task) > 0);
        assertThat(watch.nanosUntilDue(now)).isEqualTo(Deadlines.NEVER);
        task.what = "another";
        assertThat(watch.nanosOf(task)).as("not seen yet").isZero();
    }

    /** Its old worker still has it in its hand. */
    @Test
    void look_taskThatRunsElsewhere_isNotSeenHere() {
        limit(Duration.ofSeconds(1));
        start();
        task.thread = Thread.currentThread();
        lookAfter(0);
        lookAfter(10 * SECOND);
        assertThat(told).isEmpty();
        assertThat(watch.nanosOf(task)).isZero();
    }

    @Test
    void look_listenerThrows_isReportedAndTheNextIsTold() {
        Reports reports = new Reports();
        TaskWatch own = new TaskWatch("own", hand.shop.workers(), hand.platform, new Failures(reports));
        own.tell(Duration.ofSeconds(1), (subject, busy) -> {
            told.add(busy);
            throw new IllegalStateException("on purpose");
        });
        start();
        own.look(now);
        own.look(now + 2 * SECOND);
        Eventually.until(() -> told.size() == 1 && reports.has("the listener for tasks that run long"));
        task.what = "second";
        own.look(now + 4 * SECOND);
        own.look(now + 6 * SECOND);
        Eventually.until(() -> told.size() == 2);
    }
}
