package io.ergo.engine.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.ergo.Timing.Cancellable;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Waiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every dispatcher promises. */
abstract class DispatcherContract {
    static final Duration LONG = Duration.ofMinutes(1);
    static final Duration SHORT = Duration.ofMillis(10);
    final Reports reports = new Reports();
    private Dispatcher dispatcher;

    abstract Dispatcher create(Reports uncaught);

    /** Lets the dispatcher work until the condition holds. */
    abstract void until(BooleanSupplier condition);

    @BeforeEach
    void start() {
        dispatcher = create(reports);
    }

    @AfterEach
    void everythingEnds() {
        dispatcher.close();
        until(() -> dispatcher.threads() == 0);
        reports.assertExpectedOnly();
    }

    private Waiter waiter(Duration timeout) {
        return new Waiter(dispatcher.nanoTime() + timeout.toNanos());
    }

    private void runs(Dispatcher.Task task) {
        dispatcher.schedule(task, null);
    }

    @Test
    void schedule_manyTasks_eachRunsOnce() {
        int count = 1_000;
        AtomicInteger[] runs = new AtomicInteger[count];
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            AtomicInteger mine = new AtomicInteger();
            runs[i] = mine;
            runs(TestTask.once(carrier -> {
                mine.incrementAndGet();
                done.incrementAndGet();
            }));
        }
        until(() -> done.get() >= count);
        assertThat(runs).allSatisfy(each -> assertThat(each).hasValue(1));
    }

    @Test
    void schedule_byATask_runs() {
        AtomicBoolean ran = new AtomicBoolean();
        runs(TestTask.once(carrier -> dispatcher.schedule(TestTask.once(next -> ran.set(true)), carrier)));
        until(ran::get);
    }

    @Test
    void schedule_byAFinishedCarrierOfAnotherDispatcher_runs() {
        Dispatcher other = create(reports);
        try {
            AtomicReference<Carrier> foreign = new AtomicReference<>();
            other.schedule(TestTask.once(foreign::set), null);
            if (other instanceof SimulatedDispatcher simulation) {
                simulation.runUntilIdle();
            }
            until(() -> foreign.get() != null);
            AtomicBoolean ran = new AtomicBoolean();
            dispatcher.schedule(TestTask.once(carrier -> ran.set(true)), foreign.get());
            until(ran::get);
        } finally {
            other.close();
        }
    }

    @Test
    void run_returnsTrue_runsAgainUntilFalse() {
        AtomicInteger rounds = new AtomicInteger();
        runs(TestTask.repeated(carrier -> rounds.incrementAndGet() < 100));
        AtomicBoolean later = new AtomicBoolean();
        until(() -> rounds.get() == 100);
        runs(TestTask.once(carrier -> later.set(true)));
        until(later::get);
        assertThat(rounds).hasValue(100);
    }

    @Test
    void run_manyActivations_neverTwoAtOnceAndEachSeesTheLast() {
        int[] plain = {0};
        AtomicBoolean inside = new AtomicBoolean();
        AtomicInteger collisions = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        runs(TestTask.repeated(carrier -> {
            collisions.addAndGet(inside.compareAndSet(false, true) ? 0 : 1);
            boolean more = ++plain[0] < 10_000;
            inside.set(false);
            done.set(!more);
            return more;
        }));
        until(done::get);
        assertThat(plain[0]).isEqualTo(10_000);
        assertThat(collisions).hasValue(0);
    }

    @Test
    void run_throws_isReportedWithItsLabelAndOthersGoOn() {
        reports.expect("broken");
        runs(new TestTask("broken", carrier -> {
            throw new AssertionError("on purpose");
        }));
        AtomicBoolean ran = new AtomicBoolean();
        runs(TestTask.once(carrier -> ran.set(true)));
        until(() -> ran.get() && reports.has("broken"));
        assertThat(reports.errorOf("broken")).isInstanceOf(AssertionError.class).hasMessage("on purpose");
    }

    @Test
    void current_inTaskAndElsewhere_isItsCarrierOrNull() {
        AtomicReference<Carrier> given = new AtomicReference<>();
        AtomicReference<Carrier> asked = new AtomicReference<>();
        AtomicReference<Thread> thread = new AtomicReference<>();
        List<Object> elsewhere = Collections.synchronizedList(new ArrayList<>());
        runs(TestTask.once(carrier -> {
            asked.set(dispatcher.current());
            thread.set(Thread.currentThread());
            given.set(carrier);
        }));
        dispatcher.aside("aside", () -> elsewhere.add(dispatcher.current() == null));
        dispatcher.after(Duration.ZERO, () -> elsewhere.add(dispatcher.current() == null));
        until(() -> given.get() != null && elsewhere.size() == 2);
        assertThat(asked.get()).isNotNull().isSameAs(given.get());
        assertThat(given.get().thread()).isSameAs(thread.get());
        assertThat(elsewhere).containsOnly(true);
        assertThat(dispatcher.current()).isNull();
    }

    @Test
    void sliceOver_askedAgainAndAgain_becomesTrue() {
        AtomicBoolean over = new AtomicBoolean();
        runs(TestTask.once(carrier -> {
            while (!carrier.sliceOver()) {
                Thread.onSpinWait();
            }
            over.set(true);
        }));
        until(over::get);
    }

    @Test
    void takeRunningNanos_askedTwice_isNeverNegative() {
        AtomicLong first = new AtomicLong(-1);
        AtomicLong second = new AtomicLong(-1);
        runs(TestTask.once(carrier -> {
            first.set(carrier.takeRunningNanos());
            second.set(carrier.takeRunningNanos());
        }));
        until(() -> second.get() >= 0);
        assertThat(first.get()).isNotNegative();
    }

    // ---- waiting

    @Test
    void await_resultIsThere_returnsAtOnce() {
        Waiter waiter = waiter(LONG);
        waiter.complete("before");
        dispatcher.await(waiter, null);
        AtomicReference<Object> inTask = new AtomicReference<>();
        runs(TestTask.once(carrier -> {
            dispatcher.await(waiter, carrier);
            inTask.set(waiter.result());
        }));
        until(() -> inTask.get() != null);
        assertThat(inTask.get()).isEqualTo("before");
    }

    @Test
    void await_inTask_othersRunMeanwhileAndTheResultArrives() {
        Waiter waiter = waiter(LONG);
        AtomicReference<Object> result = new AtomicReference<>();
        AtomicBoolean waits = new AtomicBoolean();
        runs(TestTask.once(carrier -> {
            waits.set(true);
            dispatcher.await(waiter, carrier);
            result.set(waiter.result());
        }));
        until(waits::get);
        runs(TestTask.once(carrier -> waiter.complete("answer")));
        until(() -> result.get() != null);
        assertThat(result.get()).isEqualTo("answer");
    }

    @Test
    void await_inTaskWithoutItsCarrier_blocksNobodyElse() {
        Waiter waiter = waiter(LONG);
        AtomicBoolean done = new AtomicBoolean();
        runs(TestTask.once(carrier -> {
            dispatcher.await(waiter, null);
            done.set(true);
        }));
        runs(TestTask.once(carrier -> waiter.complete("answer")));
        until(done::get);
    }

    @Test
    void await_inTaskPastItsDeadline_timesOut() {
        Waiter waiter = waiter(SHORT);
        AtomicLong end = new AtomicLong(Long.MIN_VALUE);
        runs(TestTask.once(carrier -> {
            dispatcher.await(waiter, carrier);
            end.set(dispatcher.nanoTime());
        }));
        until(() -> end.get() != Long.MIN_VALUE);
        assertThat(waiter.result()).isSameAs(Waiter.TIMED_OUT);
        assertThat(end.get()).isGreaterThanOrEqualTo(waiter.deadlineNanos());
    }

    @Test
    void await_inTaskWithDeadlinesInAnyOrder_eachTimesOutAtItsOwn() {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        for (int millis : new int[] {40, 5, 20, 10, 0, 30}) {
            Waiter waiter = waiter(Duration.ofMillis(millis));
            runs(TestTask.once(carrier -> {
                dispatcher.await(waiter, carrier);
                early.addAndGet(dispatcher.nanoTime() < waiter.deadlineNanos() ? 1 : 0);
                done.incrementAndGet();
            }));
        }
        until(() -> done.get() == 6);
        assertThat(early).hasValue(0);
    }

    @Test
    void await_outside_getsTheResult() {
        Waiter waiter = waiter(LONG);
        runs(TestTask.once(carrier -> waiter.complete("answer")));
        dispatcher.await(waiter, null);
        assertThat(waiter.result()).isEqualTo("answer");
    }

    @Test
    void await_outsidePastItsDeadline_timesOut() {
        Waiter waiter = waiter(SHORT);
        dispatcher.await(waiter, null);
        assertThat(waiter.result()).isSameAs(Waiter.TIMED_OUT);
        assertThat(dispatcher.nanoTime()).isGreaterThanOrEqualTo(waiter.deadlineNanos());
    }

    @Test
    void await_outsideWhileInterrupted_waitsAndKeepsTheInterrupt() {
        Waiter waiter = waiter(LONG);
        dispatcher.after(SHORT, () -> waiter.complete("answer"));
        Thread.currentThread().interrupt();
        dispatcher.await(waiter, null);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(waiter.result()).isEqualTo("answer");
    }

    @Test
    void await_inTaskWhileInterrupted_waitsAndKeepsTheInterrupt() {
        Waiter waiter = waiter(LONG);
        AtomicReference<Boolean> kept = new AtomicReference<>();
        runs(TestTask.once(carrier -> {
            Thread.currentThread().interrupt();
            dispatcher.await(waiter, carrier);
            kept.set(Thread.currentThread().isInterrupted());
        }));
        dispatcher.after(SHORT, () -> waiter.complete("answer"));
        until(() -> kept.get() != null);
        assertThat(kept.get()).isTrue();
        assertThat(waiter.result()).isEqualTo("answer");
    }

    @Test
    void await_aside_waitsForTasks() {
        Waiter waiter = waiter(LONG);
        AtomicReference<Object> result = new AtomicReference<>();
        dispatcher.aside("aside", () -> {
            runs(TestTask.once(carrier -> waiter.complete("answer")));
            dispatcher.await(waiter, null);
            result.set(waiter.result());
        });
        until(() -> result.get() != null);
        assertThat(result.get()).isEqualTo("answer");
    }

    @Test
    void run_leavesItsThreadInterrupted_noOtherTaskSeesIt() {
        AtomicInteger seen = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            runs(TestTask.once(carrier -> {
                seen.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
                Thread.currentThread().interrupt();
                done.incrementAndGet();
            }));
        }
        until(() -> done.get() == 200);
        assertThat(seen).hasValue(0);
    }

    @Test
    void wake_lateOrWithoutNeed_disturbsNobody() {
        Waiter first = waiter(LONG);
        Waiter second = waiter(LONG);
        AtomicBoolean done = new AtomicBoolean();
        runs(TestTask.once(carrier -> {
            dispatcher.await(first, carrier);
            LockSupport.unpark(carrier.thread());
            dispatcher.await(second, carrier);
            done.set(second.result() != null);
        }));
        runs(TestTask.once(carrier -> {
            first.complete("one");
            first.complete("again");
            dispatcher.after(SHORT, () -> second.complete("two"));
        }));
        until(done::get);
        assertThat(first.result()).isEqualTo("one");
        assertThat(second.result()).isEqualTo("two");
    }

    // ---- timers

    @Test
    void after_delay_runsOnceNotBefore() {
        long due = dispatcher.nanoTime() + SHORT.toNanos();
        AtomicInteger runs = new AtomicInteger();
        AtomicLong at = new AtomicLong();
        Cancellable timer = dispatcher.after(SHORT, () -> {
            at.set(dispatcher.nanoTime());
            runs.incrementAndGet();
        });
        until(() -> runs.get() > 0);
        assertThat(at.get()).isGreaterThanOrEqualTo(due);
        assertThat(timer.cancel()).as("cancelled after it ran").isFalse();
        assertThat(runs).hasValue(1);
    }

    @Test
    void cancel_beforeItIsDue_preventsItOnce() {
        AtomicBoolean ran = new AtomicBoolean();
        AtomicBoolean later = new AtomicBoolean();
        Cancellable timer = dispatcher.after(SHORT, () -> ran.set(true));
        assertThat(timer.cancel()).isTrue();
        assertThat(timer.cancel()).isFalse();
        dispatcher.after(SHORT.multipliedBy(2), () -> later.set(true));
        until(later::get);
        assertThat(ran).isFalse();
    }

    @Test
    void cancel_byTheActionItself_isTooLate() {
        AtomicReference<Cancellable> timer = new AtomicReference<>();
        AtomicReference<Boolean> cancelled = new AtomicReference<>();
        timer.set(dispatcher.after(SHORT, () -> cancelled.set(timer.get().cancel())));
        until(() -> cancelled.get() != null);
        assertThat(cancelled.get()).isFalse();
    }

    @Test
    void after_negativeDelay_isRefused() {
        assertThatThrownBy(() -> dispatcher.after(Duration.ofSeconds(-1), () -> {}))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("delay is PT-1S but must not be negative");
    }

    @Test
    void after_hundredsOfYears_isPossible() {
        assertThat(dispatcher.after(Duration.ofSeconds(Long.MAX_VALUE), () -> {}).cancel()).isTrue();
    }

    @Test
    void after_actionThrows_isReportedAndTheNextRuns() {
        reports.expect("a timer");
        AtomicBoolean ran = new AtomicBoolean();
        dispatcher.after(Duration.ZERO, () -> {
            throw new IllegalStateException("on purpose");
        });
        dispatcher.after(SHORT, () -> ran.set(true));
        until(() -> ran.get() && reports.has("a timer"));
    }

    // ---- aside

    @Test
    void aside_throws_isReportedByItsName() {
        reports.expect("init");
        dispatcher.aside("init", () -> {
            throw new IllegalStateException("on purpose");
        });
        until(() -> reports.has("init"));
    }

    // ---- time

    @Test
    void wallMillis_afterADelay_movedWithNanoTime() {
        long wall = dispatcher.wallMillis();
        AtomicLong later = new AtomicLong();
        dispatcher.after(Duration.ofMillis(50), () -> later.set(dispatcher.wallMillis()));
        until(() -> later.get() != 0);
        assertThat(later.get()).isGreaterThanOrEqualTo(wall + 49);
    }

    // ---- the end

    @Test
    void close_taskWaits_itTimesOutAndEnds() {
        Waiter waiter = waiter(LONG);
        AtomicBoolean waits = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        runs(TestTask.once(carrier -> {
            waits.set(true);
            dispatcher.await(waiter, carrier);
            Waiter another = waiter(LONG);
            dispatcher.await(another, carrier);
            ended.set(another.result() == Waiter.TIMED_OUT);
        }));
        until(waits::get);
        dispatcher.close();
        until(ended::get);
        assertThat(waiter.result()).isSameAs(Waiter.TIMED_OUT);
    }

    @Test
    void close_byATask_endsAllThreads() {
        AtomicBoolean closed = new AtomicBoolean();
        for (int i = 0; i < 20; i++) {
            Waiter waiter = waiter(LONG);
            runs(TestTask.once(carrier -> dispatcher.await(waiter, carrier)));
        }
        runs(TestTask.once(carrier -> {
            dispatcher.close();
            closed.set(true);
        }));
        until(closed::get);
        until(() -> dispatcher.threads() == 0);
    }

    @Test
    void close_twice_isHarmless() {
        dispatcher.close();
        dispatcher.close();
        until(() -> dispatcher.threads() == 0);
    }

    @Test
    void anything_afterClose_isDropped() {
        AtomicBoolean ran = new AtomicBoolean();
        dispatcher.close();
        until(() -> dispatcher.threads() == 0);
        runs(TestTask.once(carrier -> ran.set(true)));
        dispatcher.aside("aside", () -> ran.set(true));
        dispatcher.after(Duration.ZERO, () -> ran.set(true));
        Waiter waiter = waiter(SHORT);
        dispatcher.await(waiter, null);
        assertThat(waiter.result()).isSameAs(Waiter.TIMED_OUT);
        assertThat(dispatcher.threads()).isZero();
        assertThat(ran).isFalse();
    }
}
