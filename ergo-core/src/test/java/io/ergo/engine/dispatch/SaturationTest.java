package io.ergo.engine.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Waiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** More to do than the cores can do: everybody still gets a share. */
class SaturationTest {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private final Reports reports = new Reports();
    private final AtomicBoolean stop = new AtomicBoolean();
    private ThreadedDispatcher dispatcher;

    @AfterEach
    void everythingEnds() {
        stop.set(true);
        dispatcher.close();
        Eventually.until(() -> dispatcher.threads() == 0);
        reports.assertExpectedOnly();
    }

    private void start(int slots) {
        dispatcher = ThreadedDispatcher.start("node", slots, reports);
    }

    /** Uses each slice up and is ready again. */
    private void busy(int tasks, AtomicInteger activations) {
        for (int i = 0; i < tasks; i++) {
            dispatcher.schedule(TestTask.repeated(carrier -> {
                activations.incrementAndGet();
                while (!carrier.sliceOver()) {
                    Thread.onSpinWait();
                }
                return !stop.get();
            }), null);
        }
    }

    /** Never returns by itself. */
    private void spin(int tasks) {
        CountDownLatch spinning = new CountDownLatch(tasks);
        for (int i = 0; i < tasks; i++) {
            dispatcher.schedule(TestTask.once(carrier -> {
                spinning.countDown();
                while (!stop.get()) {
                    Thread.onSpinWait();
                }
            }), null);
        }
        join(spinning);
    }

    private static void join(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).as("%d are missing", latch.getCount()).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void plainVirtualThreadsRun(int count) {
        for (int i = 0; i < count; i++) {
            CountDownLatch ran = new CountDownLatch(1);
            Thread.startVirtualThread(ran::countDown);
            join(ran);
        }
    }

    /**
     * Slices are ended by the clock alone, so their number tells how long the plain threads had to wait, on a slow
     * machine too.
     */
    @Test
    void busyTasks_onAllCores_plainVirtualThreadsStart() {
        start(0);
        AtomicInteger slices = new AtomicInteger();
        busy(2 * CORES, slices);
        Eventually.until(() -> slices.get() > 4 * CORES);
        int before = slices.get();
        plainVirtualThreadsRun(50);
        assertThat(slices.get() - before).as("slices used up meanwhile").isLessThan(50 * 50 * CORES);
    }

    /** They wake each other on their carriers, which therefore never run out of work by themselves. */
    @Test
    void tasksThatWaitForEachOther_onAllCores_plainVirtualThreadsStart() {
        start(0);
        AtomicInteger rounds = new AtomicInteger();
        for (int i = 0; i < CORES; i++) {
            SynchronousPair pair = new SynchronousPair();
            dispatcher.schedule(TestTask.once(carrier -> pair.ping(rounds, carrier)), null);
            dispatcher.schedule(TestTask.once(carrier -> pair.pong(carrier)), null);
        }
        Eventually.until(() -> rounds.get() > 10_000);
        plainVirtualThreadsRun(10);
    }

    /** Two activations that do not end and answer each other. */
    private final class SynchronousPair {
        private final AtomicReference<Waiter> ping = new AtomicReference<>(waiter());
        private final AtomicReference<Waiter> pong = new AtomicReference<>(waiter());

        private Waiter waiter() {
            return new Waiter(dispatcher.nanoTime() + Duration.ofMinutes(1).toNanos());
        }

        void ping(AtomicInteger rounds, Carrier carrier) {
            while (!stop.get()) {
                rounds.incrementAndGet();
                pong.get().complete("ping");
                await(ping, carrier);
            }
        }

        void pong(Carrier carrier) {
            while (!stop.get()) {
                await(pong, carrier);
                ping.get().complete("pong");
            }
        }

        private void await(AtomicReference<Waiter> mine, Carrier carrier) {
            dispatcher.await(mine.get(), carrier);
            mine.set(waiter());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void busyTasks_onAllSlots_foreignWorkRunsSoon(int slots) {
        start(slots);
        AtomicInteger activations = new AtomicInteger();
        busy(2 * slots, activations);
        Eventually.until(() -> activations.get() > 4 * slots);
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            int before = activations.get();
            AtomicInteger after = new AtomicInteger();
            CountDownLatch ran = new CountDownLatch(1);
            dispatcher.schedule(TestTask.once(carrier -> {
                after.set(activations.get());
                ran.countDown();
            }), null);
            join(ran);
            most.accumulateAndGet(after.get() - before, Math::max);
        }
        assertThat(most).as("used-up slices before foreign work ran").hasValueLessThan(8 * slots);
    }

    /** Never uses a slice up, so the end of slices brings foreign work no turn. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void shortTasks_withoutEnd_foreignWorkRuns(int slots) {
        start(slots);
        AtomicLong activations = new AtomicLong();
        for (int i = 0; i < 2 * slots; i++) {
            dispatcher.schedule(TestTask.repeated(carrier -> {
                activations.incrementAndGet();
                return !stop.get();
            }), null);
        }
        Eventually.until(() -> activations.get() > 10_000);
        for (int i = 0; i < 100; i++) {
            CountDownLatch ran = new CountDownLatch(1);
            dispatcher.schedule(TestTask.once(carrier -> ran.countDown()), null);
            join(ran);
        }
    }

    /**
     * Ending just when the monitor looks, and parked for a nanosecond then, its worker must not be taken for a blocked
     * one.
     */
    @Test
    void busyTasks_thatEndWithTheTick_stayOnTheirWorker() {
        start(1);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger activations = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            dispatcher.schedule(TestTask.repeated(carrier -> {
                threads.add(carrier.thread());
                for (int ticks = 0; ticks < 3;) {
                    ticks += carrier.takeRunningNanos() == 0 ? 0 : 1;
                }
                return activations.incrementAndGet() < 400;
            }), null);
        }
        Eventually.until(() -> activations.get() > 400);
        // when the machine was too busy to run the carriers, a thread of the kernel's stepped in, rightly
        if (threads.stream().allMatch(Thread::isVirtual)) {
            assertThat(threads).hasSize(1);
        }
    }

    /** Each is made ready by the other, so it goes before the queue; but not for ever. */
    @Test
    void twoTasks_thatMakeEachOtherReady_othersOfTheirSlotRun() {
        start(1);
        CountDownLatch done = new CountDownLatch(1_000);
        dispatcher.schedule(TestTask.once(carrier -> {
            dispatcher.schedule(next(), carrier);
            for (int i = 0; i < 1_000; i++) {
                dispatcher.schedule(TestTask.once(other -> done.countDown()), carrier);
            }
        }), null);
        join(done);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void tasks_thatMakeEachOtherReady_foreignWorkRuns(int slots) {
        start(slots);
        for (int i = 0; i < 2 * slots; i++) {
            dispatcher.schedule(next(), null);
        }
        for (int i = 0; i < 100; i++) {
            CountDownLatch ran = new CountDownLatch(1);
            dispatcher.schedule(TestTask.once(carrier -> ran.countDown()), null);
            join(ran);
        }
    }

    private TestTask next() {
        return TestTask.once(carrier -> {
            if (!stop.get()) {
                dispatcher.schedule(next(), carrier);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void spinningTasks_fewerThanCarriers_neverStopTheRest(int slots) {
        start(slots);
        spin(Math.max(1, Math.min(slots, CORES) - 1));
        CountDownLatch done = new CountDownLatch(10_000);
        for (int i = 0; i < 100; i++) {
            AtomicInteger rounds = new AtomicInteger();
            dispatcher.schedule(TestTask.repeated(carrier -> {
                done.countDown();
                return rounds.incrementAndGet() < 100;
            }), null);
        }
        join(done);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void spinningTasks_moreThanCarriers_stopNobodyAndLeaveVirtualWorkersBehind(int slots) {
        start(slots);
        spin(CORES + 1);
        CountDownLatch done = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            dispatcher.schedule(TestTask.once(carrier -> done.countDown()), null);
        }
        join(done);
        stop.set(true);
        AtomicReference<Thread> thread = new AtomicReference<>();
        Eventually.until(() -> {
            dispatcher.schedule(TestTask.once(carrier -> thread.set(carrier.thread())), null);
            return thread.get() != null && thread.get().isVirtual();
        });
    }

    /** A lost worker that comes back in the middle of a task, by waiting, counts as well. */
    @Test
    void spinningTasks_thatWaitAfterwards_leaveVirtualWorkersBehind() {
        start(2);
        AtomicBoolean goOn = new AtomicBoolean();
        CountDownLatch spinning = new CountDownLatch(CORES + 2);
        for (int i = 0; i < CORES + 2; i++) {
            dispatcher.schedule(TestTask.once(carrier -> {
                spinning.countDown();
                while (!goOn.get()) {
                    Thread.onSpinWait();
                }
                dispatcher.await(new Waiter(dispatcher.nanoTime() + Duration.ofMinutes(1).toNanos()), carrier);
            }), null);
        }
        join(spinning);
        goOn.set(true);
        AtomicReference<Thread> thread = new AtomicReference<>();
        Eventually.until(() -> {
            dispatcher.schedule(TestTask.once(carrier -> thread.set(carrier.thread())), null);
            return thread.get() != null && thread.get().isVirtual();
        });
    }
}
