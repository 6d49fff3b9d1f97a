package io.ergo.engine.dispatch;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpareWorkersTest {
    private final HandDriven hand = new HandDriven(1, new Reports());

    @AfterEach
    void everythingEnds() {
        hand.close();
    }

    private Worker spare(boolean virtual) {
        AtomicReference<Worker> spare = new AtomicReference<>();
        Eventually.until(() -> {
            spare.set(hand.spares.poll(virtual));
            return spare.get() != null;
        });
        return spare.get();
    }

    /** By the time it gets a core the monitor may have taken its slot away again. */
    @Test
    void call_slotWasTakenAwayMeanwhile_theWorkerComesBack() {
        hand.someCarrier();
        Worker worker = spare(true);
        Slot slot = hand.claimFor(worker);
        assertThat(worker.loseSlot(slot)).isTrue();
        hand.spares.call(worker);
        assertThat(spare(true)).isSameAs(worker);
        hand.shop.idle().raise(slot);
        hand.spares.call(worker);
    }

    @Test
    void interrupt_whileSpare_isDroppedAndTheWorkerParksAgain() {
        hand.someCarrier();
        Worker worker = spare(true);
        hand.spares.call(worker);
        spare(true);
        worker.thread().interrupt();
        Eventually.until(() -> !worker.thread().isInterrupted() && worker.thread().getState() == Thread.State.WAITING);
        hand.spares.call(worker);
    }

    @Test
    void platformWorker_nobodyCallsIt_ends() {
        hand.staffing.carriersAreLost();
        assertThat(hand.someCarrier().thread().isVirtual()).isFalse();
        Eventually.until(() -> hand.platform.aliveThreads() == 0);
        assertThat(hand.spares.poll(false)).isNull();
        assertThat(hand.shop.workers()).isEmpty();
    }

    @Test
    void platformWorker_calledBeforeItLeaves_isUsedAgain() {
        hand.staffing.carriersAreLost();
        Thread first = hand.someCarrier().thread();
        Worker worker = spare(false);
        assertThat(worker.thread()).isSameAs(first);
        hand.claimFor(worker);
        hand.spares.call(worker);
        Eventually.until(() -> worker.slot() == null);
    }
}
