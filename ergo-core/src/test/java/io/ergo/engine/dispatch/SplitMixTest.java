package io.ergo.engine.dispatch;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SplitMixTest {

    /** The first numbers of the published algorithm for this seed; if they change, no recorded seed can be replayed. */
    @Test
    void next_knownSeed_givesThePublishedNumbers() {
        SplitMix random = new SplitMix(1234567);
        assertThat(random.next()).isEqualTo(6457827717110365317L);
        assertThat(random.next()).isEqualTo(3203168211198807973L);
        assertThat(Long.toUnsignedString(random.next())).isEqualTo("9817491932198370423");
    }

    @Test
    void below_manyDraws_staysInRangeAndHitsAll() {
        SplitMix random = new SplitMix(0);
        int[] hits = new int[10];
        for (int i = 0; i < 10_000; i++) {
            hits[random.below(10)]++;
        }
        assertThat(hits)
                .satisfies(counts -> assertThat(Arrays.stream(counts)).allMatch(count -> count > 800 && count < 1_200));
    }
}
