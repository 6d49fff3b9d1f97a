package io.ergo.interop.peer;

import io.ergo.interop.value.PeerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PeerSettingsTest {

    @Test
    void read_nothing_isOneProcessorWithoutLog() {
        assertThat(PeerSettings.read()).isEqualTo(new PeerSettings(1, false));
    }

    @Test
    void read_all_isWhatWasGiven() {
        assertThat(PeerSettings.read("-procs", "0", "-log")).isEqualTo(new PeerSettings(0, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-procs", "-procs x", "-procs 100", "bench", "-log extra"})
    void read_whatIsNoArgument_tellsTheUsage(String arguments) {
        assertThatThrownBy(() -> PeerSettings.read(arguments.split(" ", -1))).isInstanceOf(PeerException.class)
                .hasMessageStartingWith("peer: the arguments are [-procs N] [-log]");
    }
}
