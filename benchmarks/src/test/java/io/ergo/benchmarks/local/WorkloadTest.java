package io.ergo.benchmarks.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkloadTest {

    @ParameterizedTest
    @EnumSource
    void of_itsKey_found(Workload workload) {
        assertThat(Workload.of(workload.key())).isSameAs(workload);
    }

    @Test
    void of_unknownKey_refusedWithAllKeys() {
        assertThatThrownBy(() -> Workload.of("nonsense")).hasMessageContaining("nonsense")
                .hasMessageContaining("send-1-1");
    }

    @Test
    void bar_hundredPairs_none() {
        assertThat(Workload.SEND_100_100.bar()).isEmpty();
        assertThat(Workload.SEND_100_100.goBar()).isEmpty();
        assertThat(Workload.SEND_1_1.bar()).hasValue(2);
        assertThat(Workload.SEND_1_1.goBar()).hasValue(8);
    }
}
