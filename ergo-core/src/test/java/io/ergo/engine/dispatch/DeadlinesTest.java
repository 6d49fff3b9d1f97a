package io.ergo.engine.dispatch;

import io.ergo.spi.Waiter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The scale of the clock may overflow, so each case runs at several times. */
class DeadlinesTest {
    private static final long ALMOST_OVER = Long.MAX_VALUE - 50;
    private final HandDriven hand = new HandDriven(1, new Reports());

    @AfterEach
    void everythingEnds() {
        hand.close();
    }

    private Deadlines at(long base) {
        return new Deadlines(hand.shop.workers(), hand.shop.doorbell(), base);
    }

    private Waiter waits(Deadlines deadlines, long deadline) {
        Worker worker = hand.puppet();
        hand.shop.workers().add(worker);
        Waiter waiter = new Waiter(deadline);
        deadlines.watch(worker, waiter);
        return waiter;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1_000, ALMOST_OVER})
    void nanosUntilDue_nobodyWaits_isNever(long base) {
        assertThat(at(base).nanosUntilDue(base + 10)).isEqualTo(Deadlines.NEVER);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1_000, ALMOST_OVER})
    void nanosUntilDue_someWait_isTheShortest(long base) {
        Deadlines deadlines = at(base);
        waits(deadlines, base + 100);
        waits(deadlines, base + 70);
        waits(deadlines, base + 90);
        assertThat(deadlines.nanosUntilDue(base + 10)).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1_000, ALMOST_OVER})
    void expire_someAreDue_completesThoseAndKeepsTheOthers(long base) {
        Deadlines deadlines = at(base);
        Waiter early = waits(deadlines, base + 100);
        Waiter late = waits(deadlines, base + 200);
        deadlines.expire(base + 99);
        assertThat(early.result()).isNull();
        deadlines.expire(base + 100);
        assertThat(early.result()).isSameAs(Waiter.TIMED_OUT);
        assertThat(late.result()).isNull();
        assertThat(deadlines.nanosUntilDue(base + 100)).isEqualTo(100);
        deadlines.expire(base + 300);
        assertThat(late.result()).isSameAs(Waiter.TIMED_OUT);
        assertThat(deadlines.nanosUntilDue(base + 300)).isEqualTo(Deadlines.NEVER);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1_000, ALMOST_OVER})
    void expire_answeredMeanwhile_keepsTheAnswer(long base) {
        Deadlines deadlines = at(base);
        Waiter waiter = waits(deadlines, base + 100);
        waiter.complete("answer");
        deadlines.expire(base + 100);
        assertThat(waiter.result()).isEqualTo("answer");
    }
}
