package io.ergo.engine.dispatch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Dispatcher.Task;
import io.ergo.spi.Waiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Wake-ups without a monitor, which would mend a lost one after a tick. */
class StaffingTest {
    private static final int ROUNDS = 5_000;
    private final Reports reports = new Reports();
    private HandDriven hand = new HandDriven(1, reports);

    @AfterEach
    void everythingEnds() {
        hand.close();
        reports.assertExpectedOnly();
    }

    private void slots(int slots) {
        hand.close();
        hand = new HandDriven(slots, reports);
    }

    private static void join(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(30, TimeUnit.SECONDS)).as("a wake-up was lost").isTrue();
    }

    /** Each round finds the workers somewhere on their way to sleep. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void wakeOne_workersAboutToSleep_noneIsLost(int slots) throws InterruptedException {
        slots(slots);
        for (int i = 0; i < ROUNDS; i++) {
            CountDownLatch done = new CountDownLatch(1 + i % 3);
            for (long k = done.getCount(); k > 0; k--) {
                hand.foreign(TestTask.once(carrier -> done.countDown()));
            }
            join(done);
            for (int spin = 0; spin < i % 200; spin++) {
                Thread.onSpinWait();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void handOn_whileOthersCompleteTheWait_nobodyStaysBehind(int slots) throws InterruptedException {
        slots(slots);
        CountDownLatch done = new CountDownLatch(ROUNDS);
        for (int i = 0; i < ROUNDS; i++) {
            Waiter waiter = new Waiter(Long.MAX_VALUE);
            hand.foreign(TestTask.once(carrier -> {
                hand.foreign(TestTask.once(other -> waiter.complete("answer")));
                hand.waiting.onWorker((Worker) carrier, waiter);
                done.countDown();
            }));
        }
        join(done);
    }

    @Test
    void placeOrWait_workWithoutAnybodyAwake_returningWorkerTakesIt() throws InterruptedException {
        Waiter waiter = new Waiter(Long.MAX_VALUE);
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        hand.foreign(TestTask.once(carrier -> {
            waits.countDown();
            hand.waiting.onWorker((Worker) carrier, waiter);
        }));
        join(waits);
        Eventually.until(() -> hand.shop.idle().all());
        hand.shop.ready().addGlobal(TestTask.once(carrier -> done.countDown())); // nobody is woken
        waiter.complete("answer");
        join(done);
    }

    /** Whoever made it ready saw the slot held, and relied on its holder. */
    @Test
    void leave_workCameWhileTheSlotWasHeld_somebodyIsWoken() throws InterruptedException {
        Slot slot = hand.shop.idle().claim();
        CountDownLatch done = new CountDownLatch(2);
        hand.shop.ready().addGlobal(TestTask.once(carrier -> done.countDown()));
        slot.queue.push(TestTask.once(carrier -> done.countDown()));
        hand.staffing.leave(slot);
        join(done);
    }

    /** What a task throws does not come that far; but this one has no label to report it by. */
    @Test
    void worker_dies_isReportedAndReplaced() throws InterruptedException {
        reports.expect("a worker, which is replaced");
        CountDownLatch done = new CountDownLatch(1);
        hand.shop.ready().addGlobal(new Task() {
            @Override
            public boolean run(Carrier carrier) {
                hand.foreign(TestTask.once(other -> done.countDown()));
                throw new IllegalStateException("on purpose");
            }

            @Override
            public String label() {
                throw new IllegalStateException("no label");
            }
        });
        hand.staffing.wakeOne();
        join(done);
        Eventually.until(() -> reports.has("a worker, which is replaced"));
    }
}
