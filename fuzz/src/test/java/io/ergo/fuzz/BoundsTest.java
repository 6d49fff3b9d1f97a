package io.ergo.fuzz;

import java.util.Optional;

import io.ergo.network.WireException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BoundsTest {

    private static final int MIB = 1024 * 1024;

    private final Bounds bounds = new Bounds(0);

    @Test
    void hold_value_returned() {
        assertThat(bounds.hold(1, () -> "value")).hasValue("value");
        assertThat(bounds.excess()).isEmpty();
    }

    @Test
    void hold_refusal_empty() {
        assertThat(bounds.hold(1, BoundsTest::refuse)).isEmpty();
    }

    @Test
    void hold_otherException_goesThrough() {
        assertThatThrownBy(() -> bounds.hold(1, () -> Optional.empty().orElseThrow()))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void excess_moreMemoryThanAllowed_toldOnce() {
        bounds.hold(10, () -> new byte[MIB + 64 * 10]);

        assertThat(bounds.excess().orElseThrow()).endsWith("bytes were allocated for an input of 10");
        assertThat(bounds.excess()).isEmpty();
    }

    @Test
    void excess_memoryThatIsAllowed_none() {
        bounds.hold(10_000, () -> new byte[MIB]);

        assertThat(bounds.excess()).isEmpty();
    }

    private static String refuse() {
        throw new WireException("wrong", 0);
    }
}
