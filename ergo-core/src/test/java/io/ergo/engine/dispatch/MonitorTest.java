package io.ergo.engine.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import io.ergo.spi.Waiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MonitorTest {
    private final Reports reports = new Reports();
    private final HandDriven hand = new HandDriven(2, reports);
    private final AtomicBoolean ran = new AtomicBoolean();

    @AfterEach
    void everythingEnds() {
        hand.close();
        reports.assertExpectedOnly();
    }

    /** A worker that searches suppresses all wake-ups; it may have lost its carrier in the middle. */
    @Test
    void look_somebodySearchesWithoutEnd_wakesAnotherAtTheSecondLook() {
        hand.staffing.beginSearch();
        hand.foreign(TestTask.once(carrier -> ran.set(true)));
        hand.monitor.look();
        assertThat(hand.shop.workers()).isEmpty();
        hand.monitor.look();
        Eventually.until(ran::get);
    }

    /** Its holder would run it, but is at something long. */
    @Test
    void look_nextOfABusyHolderLiesAbout_wakesAnotherWhoTakesIt() {
        Worker busy = hand.puppet();
        hand.claimFor(busy);
        busy.offerNext(TestTask.once(carrier -> ran.set(true)));
        hand.monitor.look();
        Eventually.until(ran::get);
    }

    @Test
    void look_aWaitIsOverdue_timesOut() {
        Waiter waiter = new Waiter(hand.platform.nanoTime());
        hand.foreign(TestTask.once(carrier -> {
            hand.waiting.onWorker((Worker) carrier, waiter);
            ran.set(true);
        }));
        Eventually.until(() -> {
            hand.monitor.look();
            return ran.get();
        });
        assertThat(waiter.result()).isSameAs(Waiter.TIMED_OUT);
    }

    @Test
    void look_again_movesTheClockByWhatPassed() {
        long before = hand.shop.clock().nanos();
        long start = hand.platform.nanoTime();
        hand.monitor.look();
        hand.monitor.look();
        assertThat(hand.shop.clock().nanos()).isGreaterThan(before);
        assertThat(hand.shop.clock().nanos() - before).isLessThan(hand.platform.nanoTime() - start
                + Duration.ofMinutes(1).toNanos());
    }

    // ---- the thread

    private Thread monitorOf(ThreadedDispatcher dispatcher, String name) {
        AtomicReference<Thread> found = new AtomicReference<>();
        Eventually.until(() -> {
            Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals(name + "-monitor"))
                    .findAny().ifPresent(found::set);
            return found.get() != null;
        });
        assertThat(dispatcher.threads()).isPositive();
        return found.get();
    }

    private static void restsUntilWoken(Thread monitor) {
        Eventually.until(() -> monitor.getState() == Thread.State.WAITING); // not TIMED_WAITING: no wake-up at all
    }

    @Test
    void dispatcher_afterWork_restsUntilWokenAndWakesUp() {
        ThreadedDispatcher dispatcher = ThreadedDispatcher.start("idle", 2, reports);
        Thread monitor = monitorOf(dispatcher, "idle");
        for (int i = 0; i < 3; i++) {
            ran.set(false);
            dispatcher.schedule(TestTask.once(carrier -> ran.set(true)), null);
            Eventually.until(ran::get);
            restsUntilWoken(monitor);
        }
        dispatcher.close();
        Eventually.until(() -> dispatcher.threads() == 0);
    }

    @Test
    void dispatcher_onlyBlockedTasks_rests() {
        ThreadedDispatcher dispatcher = ThreadedDispatcher.start("blocked", 1, reports);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(5);
        for (int i = 0; i < 5; i++) {
            dispatcher.schedule(TestTask.once(carrier -> {
                blocked.countDown();
                TestTask.uninterruptibly(release);
            }), null);
        }
        TestTask.uninterruptibly(blocked);
        restsUntilWoken(monitorOf(dispatcher, "blocked"));
        release.countDown();
        dispatcher.close();
        Eventually.until(() -> dispatcher.threads() == 0);
    }

    /** A task that goes on until its slice is over would otherwise never end. */
    @Test
    void dispatcher_closedWhileATaskRuns_clockMovesUntilItEnds() {
        ThreadedDispatcher dispatcher = ThreadedDispatcher.start("closed", 1, reports);
        AtomicBoolean stop = new AtomicBoolean();
        dispatcher.schedule(TestTask.once(carrier -> {
            dispatcher.close();
            carrier.takeRunningNanos();
            for (int ticks = 0; !stop.get() && ticks < 5;) {
                ticks += carrier.takeRunningNanos() == 0 ? 0 : 1;
            }
            ran.set(true);
        }), null);
        try {
            Eventually.until(ran::get);
        } finally {
            stop.set(true);
        }
        Eventually.until(() -> dispatcher.threads() == 0);
    }

    /** It has no slot, but its time counts and others rely on the clock. */
    @Test
    void dispatcher_taskRunsOnAfterAWait_clockMoves() {
        ThreadedDispatcher dispatcher = ThreadedDispatcher.start("resumed", 2, reports);
        Thread monitor = monitorOf(dispatcher, "resumed");
        Waiter waiter = new Waiter(Long.MAX_VALUE);
        AtomicBoolean stop = new AtomicBoolean();
        dispatcher.schedule(TestTask.once(carrier -> {
            dispatcher.await(waiter, carrier);
            long counted = 0;
            while (!stop.get() && counted < 5 * Monitor.TICK_NANOS) {
                counted += carrier.takeRunningNanos();
            }
            ran.set(true);
        }), null);
        Eventually.until(() -> LockSupport.getBlocker(monitor) instanceof Doorbell);
        waiter.complete("answer");
        try {
            Eventually.until(ran::get);
        } finally {
            stop.set(true);
            dispatcher.close();
        }
        Eventually.until(() -> dispatcher.threads() == 0);
    }
}
