package io.ergo.engine.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Waiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ThreadedDispatcherTest {
    private final Reports reports = new Reports();
    private ThreadedDispatcher dispatcher;

    @AfterEach
    void everythingEnds() {
        dispatcher.close();
        Eventually.until(() -> dispatcher.threads() == 0);
        reports.assertExpectedOnly();
    }

    private void start(int slots) {
        dispatcher = ThreadedDispatcher.start("node", slots, reports);
    }

    private Waiter waiter(Duration timeout) {
        return new Waiter(dispatcher.nanoTime() + timeout.toNanos());
    }

    private static void joinAll(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(30, TimeUnit.SECONDS)).as("%d are missing", latch.getCount()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 70})
    void schedule_manyForeignTasks_allRun(int slots) throws InterruptedException {
        start(slots);
        CountDownLatch done = new CountDownLatch(10_000);
        for (int i = 0; i < 10_000; i++) {
            dispatcher.schedule(TestTask.once(carrier -> done.countDown()), null);
        }
        joinAll(done);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 70})
    void schedule_tasksOfATask_allRun(int slots) throws InterruptedException {
        start(slots);
        CountDownLatch done = new CountDownLatch(100_000);
        dispatcher.schedule(TestTask.once(carrier -> {
            for (int i = 0; i < 100_000; i++) {
                dispatcher.schedule(TestTask.once(other -> done.countDown()), carrier);
            }
        }), null);
        joinAll(done);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void run_returnsTrue_runsAgainNeverTwiceAtOnce(int slots) throws InterruptedException {
        start(slots);
        CountDownLatch done = new CountDownLatch(20);
        AtomicInteger collisions = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            AtomicInteger rounds = new AtomicInteger();
            AtomicBoolean inside = new AtomicBoolean();
            dispatcher.schedule(TestTask.repeated(carrier -> {
                collisions.addAndGet(inside.compareAndSet(false, true) ? 0 : 1);
                boolean more = rounds.incrementAndGet() < 5_000;
                inside.set(false);
                if (!more) {
                    done.countDown();
                }
                return more;
            }), null);
        }
        joinAll(done);
        assertThat(collisions).hasValue(0);
    }

    @Test
    void current_onWorkerAndElsewhere_isItsCarrierOrNull() throws InterruptedException {
        start(2);
        AtomicReference<Carrier> given = new AtomicReference<>();
        AtomicReference<Carrier> asked = new AtomicReference<>();
        AtomicReference<Carrier> aside = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(2);
        dispatcher.schedule(TestTask.once(carrier -> {
            given.set(carrier);
            asked.set(dispatcher.current());
            assertThat(carrier.thread()).isSameAs(Thread.currentThread());
            done.countDown();
        }), null);
        dispatcher.aside("aside", () -> {
            aside.set(dispatcher.current());
            done.countDown();
        });
        joinAll(done);
        assertThat(asked.get()).isNotNull().isSameAs(given.get());
        assertThat(aside.get()).isNull();
        assertThat(dispatcher.current()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void await_tenThousandTasksAtOnce_allGetTheirResult(int slots) throws InterruptedException {
        start(slots);
        int count = 10_000;
        Waiter[] waiters = new Waiter[count];
        CountDownLatch waiting = new CountDownLatch(count);
        CountDownLatch done = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            Waiter waiter = waiter(Duration.ofMinutes(1));
            waiters[i] = waiter;
            dispatcher.schedule(TestTask.once(carrier -> {
                waiting.countDown();
                dispatcher.await(waiter, carrier);
                assertThat(waiter.result()).isEqualTo("answer");
                done.countDown();
            }), null);
        }
        joinAll(waiting);
        for (Waiter waiter : waiters) {
            waiter.complete("answer");
        }
        joinAll(done);
    }

    @Test
    void await_onWorkerPastDeadline_timesOut() throws InterruptedException {
        start(2);
        Waiter waiter = waiter(Duration.ofMillis(20));
        CountDownLatch done = new CountDownLatch(1);
        dispatcher.schedule(TestTask.once(carrier -> {
            dispatcher.await(waiter, carrier);
            done.countDown();
        }), null);
        joinAll(done);
        assertThat(waiter.result()).isSameAs(Waiter.TIMED_OUT);
        assertThat(dispatcher.nanoTime()).isGreaterThanOrEqualTo(waiter.deadlineNanos());
    }

    @Test
    void await_onForeignThread_waitsForResultOrDeadline() {
        start(2);
        Waiter answered = waiter(Duration.ofMinutes(1));
        dispatcher.schedule(TestTask.once(carrier -> answered.complete("answer")), null);
        dispatcher.await(answered, null);
        assertThat(answered.result()).isEqualTo("answer");

        Waiter silent = waiter(Duration.ofMillis(20));
        dispatcher.await(silent, null);
        assertThat(silent.result()).isSameAs(Waiter.TIMED_OUT);
    }

    @Test
    void await_onAnInterruptedWorker_parksAllTheSame() {
        start(1);
        Waiter waiter = waiter(Duration.ofMinutes(1));
        AtomicReference<Thread> thread = new AtomicReference<>();
        dispatcher.schedule(TestTask.once(carrier -> {
            carrier.thread().interrupt();
            thread.set(carrier.thread());
            dispatcher.await(waiter, carrier);
        }), null);
        Eventually.until(() -> thread.get() != null && thread.get().getState() == Thread.State.WAITING);
    }

    @Test
    void run_throws_isReportedAndTheWorkerGoesOn() throws InterruptedException {
        start(1);
        reports.expect("broken");
        CountDownLatch done = new CountDownLatch(1);
        dispatcher.schedule(new TestTask("broken", carrier -> {
            throw new IllegalStateException("on purpose");
        }), null);
        dispatcher.schedule(TestTask.once(carrier -> done.countDown()), null);
        joinAll(done);
        assertThat(reports.errorOf("broken")).hasMessage("on purpose");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void run_sleepsUnknownToTheDispatcher_othersRun(int slots) throws InterruptedException {
        start(slots);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            dispatcher.schedule(TestTask.once(carrier -> {
                blocked.countDown();
                TestTask.uninterruptibly(release);
            }), null);
        }
        joinAll(blocked);
        CountDownLatch done = new CountDownLatch(1);
        dispatcher.schedule(TestTask.once(carrier -> done.countDown()), null);
        joinAll(done);
        release.countDown();
    }

    @Test
    void schedule_onlyForLockSupport_unusedPermitsHarmNobody() throws InterruptedException {
        start(2);
        CountDownLatch done = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            dispatcher.schedule(TestTask.once(carrier -> {
                LockSupport.unpark(carrier.thread());
                done.countDown();
            }), null);
        }
        joinAll(done);
    }

    @Test
    void start_impossibleSlots_saysWhatIsPossible() {
        start(1);
        assertThatThrownBy(() -> ThreadedDispatcher.start("node", 1025, reports))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slots of dispatcher 'node' is 1025 but must be from 1 to 1024, or 0 for the number of"
                        + " processors");
    }
}
