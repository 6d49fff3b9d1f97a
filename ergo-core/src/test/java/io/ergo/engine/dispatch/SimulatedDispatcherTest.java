package io.ergo.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Waiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimulatedDispatcherTest {
    private final Reports reports = new Reports();
    private SimulatedDispatcher simulation = SimulatedDispatcher.seeded(1, reports);

    @AfterEach
    void everythingEnds() {
        simulation.close();
        Eventually.until(() -> simulation.threads() == 0);
        reports.assertExpectedOnly();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -7, Long.MAX_VALUE})
    void seed_usedTwice_givesTheSameTrace(long seed) {
        List<String> first = new Town(seed, reports).trace();
        List<String> second = new Town(seed, reports).trace();
        assertThat(first).hasSizeGreaterThan(5_000);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void seed_eachDifferent_givesAnotherTrace() {
        Set<List<String>> traces = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            traces.add(new Town(seed, reports).trace());
        }
        assertThat(traces).hasSize(10);
    }

    @Test
    void twoReadyTasks_overManySeeds_runInBothOrders() {
        Set<List<String>> orders = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            SimulatedDispatcher each = SimulatedDispatcher.seeded(seed, reports);
            List<String> order = new ArrayList<>();
            each.schedule(TestTask.once(carrier -> order.add("a")), null);
            each.schedule(TestTask.once(carrier -> order.add("b")), null);
            each.runUntilIdle();
            orders.add(order);
            each.close();
        }
        assertThat(orders).containsExactlyInAnyOrder(List.of("a", "b"), List.of("b", "a"));
    }

    @Test
    void sliceOver_overManyActivations_comesAfterDifferentNumbersOfMessages() {
        Set<Integer> lengths = new HashSet<>();
        AtomicInteger activations = new AtomicInteger();
        simulation.schedule(TestTask.repeated(carrier -> {
            int messages = 1;
            while (!carrier.sliceOver()) {
                messages++;
            }
            lengths.add(messages);
            return activations.incrementAndGet() < 500;
        }), null);
        simulation.runUntilIdle();
        assertThat(lengths).hasSizeGreaterThan(10).allMatch(length -> length >= 1 && length <= 16);
    }

    // ---- nothing happens by itself, and time passes only when nothing is ready

    @Test
    void schedule_nobodyDrives_nothingRuns() {
        AtomicInteger runs = new AtomicInteger();
        simulation.schedule(TestTask.once(carrier -> runs.incrementAndGet()), null);
        assertThat(runs).hasValue(0);
        simulation.runUntilIdle();
        assertThat(runs).hasValue(1);
    }

    @Test
    void runUntilIdle_timersAndDeadlinesAhead_timeStandsStill() {
        AtomicInteger runs = new AtomicInteger();
        long before = simulation.nanoTime();
        simulation.after(Duration.ofNanos(1), runs::incrementAndGet);
        simulation.after(Duration.ZERO, () -> runs.addAndGet(10));
        simulation.runUntilIdle();
        assertThat(simulation.nanoTime()).isEqualTo(before);
        assertThat(runs).hasValue(10);
        simulation.advance(Duration.ofNanos(1));
        assertThat(runs).hasValue(11);
    }

    @Test
    void advance_timersWithin_runAtTheirTimesAndTimeEndsExactly() {
        long start = simulation.nanoTime();
        List<Long> times = new ArrayList<>();
        simulation.after(Duration.ofNanos(30), () -> times.add(simulation.nanoTime() - start));
        simulation.after(Duration.ofNanos(10), () -> {
            times.add(simulation.nanoTime() - start);
            simulation.after(Duration.ofNanos(5), () -> times.add(simulation.nanoTime() - start));
        });
        simulation.after(Duration.ofNanos(51), () -> times.add(-1L));
        simulation.advance(Duration.ofNanos(50));
        assertThat(times).containsExactly(10L, 15L, 30L);
        assertThat(simulation.nanoTime() - start).isEqualTo(50);
    }

    @Test
    void await_nothingCanCompleteIt_jumpsToTheDeadline() {
        Waiter waiter = new Waiter(simulation.nanoTime() + Duration.ofDays(3).toNanos());
        simulation.await(waiter, null);
        assertThat(waiter.result()).isSameAs(Waiter.TIMED_OUT);
        assertThat(simulation.nanoTime()).isEqualTo(waiter.deadlineNanos());
    }

    @Test
    void await_resultComes_restStaysReady() {
        Waiter waiter = new Waiter(simulation.nanoTime() + 1_000);
        AtomicInteger runs = new AtomicInteger();
        simulation.schedule(TestTask.once(carrier -> waiter.complete("answer")), null);
        simulation.schedule(TestTask.repeated(carrier -> runs.incrementAndGet() < 1_000_000), null);
        simulation.await(waiter, null);
        assertThat(runs.get()).isLessThan(1_000_000);
    }

    @Test
    void await_inTasks_deadlinesAreExact() {
        List<Long> late = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Waiter waiter = new Waiter(simulation.nanoTime() + 1 + i % 10);
            simulation.schedule(TestTask.once(carrier -> {
                simulation.await(waiter, carrier);
                late.add(simulation.nanoTime() - waiter.deadlineNanos());
            }), null);
        }
        simulation.advance(Duration.ofSeconds(1));
        assertThat(late).hasSize(100).containsOnly(0L);
    }

    @Test
    void await_tenThousandTasksAtOnce_allGetTheirResult() {
        List<Waiter> waiters = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 10_000; i++) {
            Waiter waiter = new Waiter(Long.MAX_VALUE);
            waiters.add(waiter);
            simulation.schedule(TestTask.once(carrier -> {
                simulation.await(waiter, carrier);
                done.incrementAndGet();
            }), null);
        }
        simulation.runUntilIdle();
        waiters.forEach(waiter -> waiter.complete("answer"));
        simulation.runUntilIdle();
        assertThat(done).hasValue(10_000);
    }

    @Test
    void threads_manyTasksThatDoNotWait_areFew() {
        for (int i = 0; i < 1_000; i++) {
            simulation.schedule(TestTask.once(carrier -> {}), null);
        }
        simulation.runUntilIdle();
        assertThat(simulation.threads()).isEqualTo(1);
    }

    @Test
    void wallMillis_atTheStart_isTheSameInEachRun() {
        assertThat(Instant.ofEpochMilli(simulation.wallMillis())).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        simulation.advance(Duration.ofMinutes(90));
        assertThat(Instant.ofEpochMilli(simulation.wallMillis())).isEqualTo(Instant.parse("2026-01-01T01:30:00Z"));
    }

    @Test
    void random_followsTheSeed() {
        assertThat(numbers(7)).hasSize(100).isEqualTo(numbers(7)).isNotEqualTo(numbers(8)).doesNotHaveDuplicates()
                .allMatch(number -> number >= 0 && number < 1);
    }

    private List<Double> numbers(long seed) {
        SimulatedDispatcher each = SimulatedDispatcher.seeded(seed, reports);
        return Stream.generate(each::random).limit(100).toList();
    }

    @Test
    void seed_isTold() {
        assertThat(SimulatedDispatcher.seeded(99, reports).seed()).isEqualTo(99);
    }

    // ---- one thread at a time

    @Test
    void tasksThatWait_neverTwoRunAtOnce() {
        int[] running = {0};
        int[] most = {0};
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            simulation.schedule(TestTask.once(carrier -> {
                for (int k = 0; k < 10; k++) {
                    most[0] = Math.max(most[0], ++running[0]);
                    running[0]--;
                    simulation.await(new Waiter(simulation.nanoTime() + k), carrier);
                }
                done.incrementAndGet();
            }), null);
        }
        simulation.advance(Duration.ofSeconds(1));
        assertThat(done).hasValue(200);
        assertThat(most[0]).isEqualTo(1);
    }

    @Test
    void advance_fromASecondThread_saysWhoDrives() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        simulation.schedule(TestTask.once(carrier -> {
            inside.countDown();
            TestTask.uninterruptibly(release);
        }), null);
        Thread driver = Thread.ofPlatform().name("first").start(simulation::runUntilIdle);
        inside.await();
        assertThatThrownBy(() -> simulation.advance(Duration.ZERO)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("seed 1").hasMessageContaining("must not advance it meanwhile");
        assertThatThrownBy(() -> simulation.schedule(TestTask.once(carrier -> {}), null))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("must not schedule a task meanwhile");
        release.countDown();
        driver.join();
    }

    @Test
    void advance_fromInside_isRefused() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        simulation.schedule(TestTask.once(carrier -> {
            try {
                simulation.advance(Duration.ZERO);
            } catch (IllegalStateException e) {
                thrown.set(e);
            }
        }), null);
        simulation.runUntilIdle();
        assertThat(thrown.get()).hasMessageContaining("must not advance it meanwhile");
    }

    @Test
    void advance_negative_isRefused() {
        assertThatThrownBy(() -> simulation.advance(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration is PT-0.001S but must not be negative");
    }

    @Test
    void complete_fromOutsideWhileNothingRuns_isSeenByTheNextDrive() throws InterruptedException {
        Waiter waiter = new Waiter(Long.MAX_VALUE);
        AtomicInteger done = new AtomicInteger();
        simulation.schedule(TestTask.once(carrier -> {
            simulation.await(waiter, carrier);
            done.incrementAndGet();
        }), null);
        simulation.runUntilIdle();
        Thread.ofPlatform().start(() -> waiter.complete("answer")).join();
        simulation.runUntilIdle();
        assertThat(done).hasValue(1);
    }

    @Test
    void close_fromOutside_returnsWhenTasksThatWaitedAreAtTheirEnds() {
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            Waiter waiter = new Waiter(Long.MAX_VALUE);
            simulation.schedule(TestTask.once(carrier -> {
                simulation.await(waiter, carrier);
                ended.incrementAndGet();
            }), null);
        }
        simulation.runUntilIdle();
        long before = simulation.nanoTime();
        simulation.close();
        assertThat(ended).hasValue(100);
        assertThat(simulation.nanoTime()).isEqualTo(before);
    }

    @Test
    void close_byATaskWhileTheDriverWaits_theDriverTimesOutNow() {
        Waiter waiter = new Waiter(simulation.nanoTime() + Duration.ofDays(1).toNanos());
        simulation.schedule(TestTask.once(carrier -> simulation.close()), null);
        simulation.await(waiter, null);
        assertThat(waiter.result()).isSameAs(Waiter.TIMED_OUT);
        assertThat(simulation.nanoTime()).isLessThan(waiter.deadlineNanos());
    }

    /**
     * Thirty tasks that call each other, wait, set timers and put things aside; everything that happens is written
     * down.
     */
    private static final class Town {
        private final SimulatedDispatcher simulation;
        private final List<String> trace = new ArrayList<>();
        private final List<Waiter> open = new ArrayList<>();

        Town(long seed, Reports reports) {
            simulation = SimulatedDispatcher.seeded(seed, reports);
        }

        List<String> trace() {
            for (int i = 0; i < 30; i++) {
                int citizen = i;
                AtomicInteger rounds = new AtomicInteger();
                simulation.schedule(TestTask.repeated(carrier -> live(citizen, rounds, carrier)), null);
            }
            for (int i = 0; i < 40; i++) {
                simulation.advance(Duration.ofMillis(10));
                log("outside");
            }
            simulation.close();
            return trace;
        }

        private boolean live(int citizen, AtomicInteger rounds, Carrier carrier) {
            while (rounds.incrementAndGet() < 100) {
                log("citizen " + citizen);
                switch (rounds.get() % 5) {
                    case 0 -> waitFor(citizen, carrier);
                    case 1 -> simulation.after(Duration.ofMillis(citizen), () -> log("timer of " + citizen));
                    case 2 -> open.forEach(waiter -> waiter.complete("from " + citizen));
                    case 3 -> simulation.aside("aside", () -> log("aside of " + citizen));
                    default -> simulation.schedule(TestTask.once(next -> log("child of " + citizen)), carrier);
                }
                if (carrier.sliceOver()) {
                    return true;
                }
            }
            return false;
        }

        private void waitFor(int citizen, Carrier carrier) {
            Waiter waiter = new Waiter(simulation.nanoTime() + Duration.ofMillis(3).toNanos());
            open.add(waiter);
            simulation.await(waiter, carrier);
            open.remove(waiter);
            log("citizen " + citizen + " got " + (waiter.result() == Waiter.TIMED_OUT ? "nothing" : waiter.result()));
        }

        private void log(String what) {
            trace.add(simulation.nanoTime() + " " + what);
        }
    }
}
