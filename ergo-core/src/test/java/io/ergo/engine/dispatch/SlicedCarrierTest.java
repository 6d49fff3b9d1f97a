package io.ergo.engine.dispatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlicedCarrierTest {
    private final HandDriven hand = new HandDriven(1, new Reports());
    private final TickClock clock = hand.shop.clock();
    private final Worker worker = hand.puppet();

    @AfterEach
    void everythingEnds() {
        hand.close();
    }

    @Test
    void sliceOver_atTheNextTick_isTrue() {
        worker.beginAfresh();
        assertThat(worker.sliceOver()).isFalse();
        clock.advance(1);
        assertThat(worker.sliceOver()).isTrue();
    }

    @Test
    void sliceOver_foundAfterASearchAtALaterTick_theTaskGetsItsSliceAndTheWorkerGivesWayAfterwards() {
        worker.beginSlice();
        clock.advance(1);
        worker.beginAfresh();
        assertThat(worker.sliceOver()).isFalse();
        assertThat(worker.tickPassed()).isTrue();
    }

    @Test
    void sliceOver_afterAWait_isTrueAtOnceAndNotForTheNextTask() {
        worker.beginAfresh();
        worker.suspend();
        worker.resume();
        assertThat(worker.sliceOver()).isTrue();
        worker.beginAfresh();
        assertThat(worker.sliceOver()).isFalse();
    }

    @Test
    void takeRunningNanos_ticksPass_givesTheirTimeOnce() {
        worker.beginAfresh();
        assertThat(worker.takeRunningNanos()).isZero();
        clock.advance(3);
        clock.advance(4);
        assertThat(worker.takeRunningNanos()).isEqualTo(7);
        assertThat(worker.takeRunningNanos()).isZero();
    }

    @Test
    void takeRunningNanos_taskWaited_givesWhatItRanBeforeAndAfter() {
        worker.beginAfresh();
        clock.advance(5);
        worker.suspend();
        clock.advance(100);
        worker.resume();
        clock.advance(2);
        worker.suspend();
        clock.advance(100);
        worker.resume();
        clock.advance(1);
        assertThat(worker.takeRunningNanos()).isEqualTo(8);
        assertThat(worker.takeRunningNanos()).isZero();
    }

    @Test
    void takeRunningNanos_nobodyAskedForTheLastTask_theNextGetsNothingOfIt() {
        worker.beginAfresh();
        clock.advance(5);
        worker.suspend();
        worker.resume();
        clock.advance(5);
        worker.beginAfresh();
        assertThat(worker.takeRunningNanos()).isZero();
    }

    @Test
    void nextSlice_nobodyWaitsForTheCarrier_aSliceOfItsOwnButTheCarrierHasNotLookedRound() {
        worker.beginSlice();
        worker.beginAfresh();
        clock.advance(20 * Monitor.TICK_NANOS + 1);
        worker.nextSlice();
        assertThat(worker.tickPassed()).isFalse();
        assertThat(worker.sliceOver()).isFalse();
        assertThat(worker.takeRunningNanos()).as("the next task gets nothing of the last").isZero();
        assertThat(worker.shouldLookRound()).isTrue();
    }

    @Test
    void shouldLookRound_onlyAfterTwentyTicks() {
        worker.beginAfresh();
        clock.advance(20 * Monitor.TICK_NANOS);
        assertThat(worker.shouldLookRound()).isFalse();
        clock.advance(1);
        assertThat(worker.shouldLookRound()).isTrue();
        worker.beginSlice();
        assertThat(worker.shouldLookRound()).isFalse();
    }
}
