package io.ergo.actuator;

import io.ergo.ErgoException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MeterOptionsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3, 100, Integer.MIN_VALUE})
    void sampleOneIn_noPowerOfTwo_isRefused(int messages) {
        assertThatExceptionOfType(ErgoException.class)
                .isThrownBy(() -> MeterOptions.defaults().withSampleOneIn(messages))
                .withMessageContaining("one in " + messages + " messages");
    }

    @Test
    void limits_notPositive_areRefused() {
        assertThatExceptionOfType(ErgoException.class).isThrownBy(() -> MeterOptions.defaults().withMaxTagValues(0))
                .withMessageContaining("tag values is 0");
        assertThatExceptionOfType(ErgoException.class).isThrownBy(() -> MeterOptions.defaults().withMaxProcesses(-5))
                .withMessageContaining("processes is -5");
    }

    @Test
    void sampleOneIn_everyMessage_isAllowed() {
        assertThat(MeterOptions.defaults().withSampleOneIn(1).sampleOneIn()).isEqualTo(1);
    }
}
