package io.ergo.engine;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JvmUsageTest {

    @Test
    void times_ofTheKernelsText_areReadBehindTheNameOfTheProgram() {
        JvmUsage.Times times = JvmUsage
                .times("4711 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 1234 56 0 0 20 0 30 0 100 200 300");

        assertThat(times.user()).isEqualTo(Duration.ofMillis(12_340));
        assertThat(times.system()).isEqualTo(Duration.ofMillis(560));
    }

    @Test
    void usage_ofThisJvm_isPlausible() {
        assertThat(JvmUsage.memoryAlloc()).isPositive().isLessThan(JvmUsage.memoryUsed());
        assertThat(JvmUsage.times().user()).isPositive();
        assertThat(JvmUsage.times().system().isNegative()).isFalse();
    }
}
