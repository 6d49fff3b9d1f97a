package io.ergo.benchmarks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OtherLoadTest {

    @Test
    void busy_firstLineOfTheSystem_allButIdleAndWaiting() {
        assertThat(OtherLoad.busy("cpu  1 2 4 1000 500 8 16 32 64 128\ncpu0 1 1 1 1 1 1 1 1 1 1\n")).isEqualTo(63);
    }

    @Test
    void own_nameWithSpacesAndParentheses_timesOfProgramAndChildren() {
        assertThat(OtherLoad.own("42 (a ) b) S 1 2 3 4 5 6 7 8 9 10 100 200 400 800 20 0 1")).isEqualTo(1500);
    }

    @Test
    void since_halfOfABusySecondIsOwn_halfAProcessor() {
        OtherLoad before = new OtherLoad(1000, 100, 0);

        assertThat(new OtherLoad(1100, 150, 1_000_000_000L).since(before)).hasValue(0.5);
    }

    @Test
    void since_unknown_empty() {
        assertThat(new OtherLoad(-1, 0, 1).since(new OtherLoad(-1, 0, 0))).isEmpty();
    }
}
