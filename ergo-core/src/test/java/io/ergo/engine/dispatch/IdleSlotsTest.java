package io.ergo.engine.dispatch;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdleSlotsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 200})
    void claim_untilNoneIsLeft_givesEachOnce(int count) {
        Slot[] slots = new ReadyTasks(count).slots;
        IdleSlots idle = new IdleSlots(slots);
        assertThat(idle.all()).isTrue();
        Set<Slot> claimed = new HashSet<>();
        for (Slot slot = idle.claim(); slot != null; slot = idle.claim()) {
            assertThat(claimed.add(slot)).isTrue();
            assertThat(idle.all()).isFalse();
        }
        assertThat(claimed).containsExactlyInAnyOrder(slots);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 65, 200})
    void raise_theLast_isTheOneThatIsClaimed(int count) {
        Slot[] slots = new ReadyTasks(count).slots;
        IdleSlots idle = new IdleSlots(slots);
        while (idle.claim() != null) {
            assertThat(idle.all()).isFalse();
        }
        idle.raise(slots[count - 1]);
        assertThat(idle.all()).isEqualTo(count == 1);
        assertThat(idle.claim()).isSameAs(slots[count - 1]);
        assertThat(idle.claim()).isNull();
    }
}
