package io.ergo.engine.dispatch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.ergo.spi.Dispatcher.Carrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlotWatchTest {
    private final HandDriven hand = new HandDriven(2, new Reports());
    private final SlotWatch watch = new SlotWatch(hand.shop.ready().slots, hand.staffing);
    private final Worker first = hand.puppet();
    private final Worker second = hand.puppet();
    private final Slot slotOfFirst = hand.claimFor(first);
    private final Slot slotOfSecond = hand.claimFor(second);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void everythingEnds() {
        release.countDown();
        hand.close();
    }

    private boolean tick(boolean waiting) {
        watch.tick();
        return watch.look(waiting);
    }

    /** One core is enough for one long task; a third thread on two cores would slow all down. */
    @Test
    void look_oneHolderMakesNoProgress_keepsItsSlot() {
        for (int i = 0; i < 1_000; i++) {
            slotOfSecond.advance();
            tick(true);
        }
        assertThat(first.slot()).isSameAs(slotOfFirst);
        assertThat(second.slot()).isSameAs(slotOfSecond);
    }

    @Test
    void look_noHolderMakesProgressForTwentyTicks_onePlatformWorkerTakesOver() {
        for (int i = 0; i < 20; i++) {
            tick(true);
        }
        assertThat(hand.staffing.areCarriersLost()).isFalse();
        tick(true);
        assertThat(hand.staffing.areCarriersLost()).isTrue();
        assertThat(first.slot()).isNull();
        assertThat(second.slot()).as("one worker that works is enough").isSameAs(slotOfSecond);
        assertThat(hand.shop.workers()).singleElement()
                .satisfies(worker -> assertThat(worker.thread().isVirtual()).isFalse());
    }

    @Test
    void look_noHolderMakesProgressButNothingWaits_allKeepTheirSlots() {
        for (int i = 0; i < 1_000; i++) {
            tick(false);
        }
        assertThat(first.slot()).isSameAs(slotOfFirst);
        assertThat(second.slot()).isSameAs(slotOfSecond);
    }

    @Test
    void look_oneSlotIsIdle_nobodyIsStuck() {
        assertThat(second.loseSlot(slotOfSecond)).isTrue();
        for (int i = 0; i < 1_000; i++) {
            tick(true);
        }
        assertThat(first.slot()).isSameAs(slotOfFirst);
    }

    @Test
    void look_holderIsBlocked_isReplacedAtTheSecondLook() {
        Worker blocked = blockedWorker();
        Slot slot = blocked.slot();
        tick(true);
        assertThat(blocked.slot()).as("it has just begun").isSameAs(slot);
        assertThat(tick(true)).isTrue();
        assertThat(blocked.slot()).isNull();
    }

    @Test
    void look_holderIsBlockedButNothingWaits_itsSlotBecomesIdleInTheEnd() {
        Worker blocked = blockedWorker();
        Slot slot = blocked.slot();
        for (int i = 0; i < 20; i++) {
            assertThat(tick(false)).isFalse();
            assertThat(blocked.slot()).isSameAs(slot);
        }
        tick(false);
        assertThat(blocked.slot()).isNull();
        assertThat(hand.shop.idle().claim()).isSameAs(slot);
    }

    private Worker blockedWorker() {
        assertThat(first.loseSlot(slotOfFirst)).isTrue();
        hand.shop.idle().raise(slotOfFirst);
        AtomicReference<Carrier> carrier = new AtomicReference<>();
        hand.foreign(TestTask.once(running -> {
            carrier.set(running);
            TestTask.uninterruptibly(release);
        }));
        Eventually.until(() -> carrier.get() != null && carrier.get().thread().getState() == Thread.State.WAITING);
        return (Worker) carrier.get();
    }
}
