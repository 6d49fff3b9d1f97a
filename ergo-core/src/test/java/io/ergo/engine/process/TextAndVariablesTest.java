package io.ergo.engine.process;

import java.util.Map;

import io.ergo.ErgoException;
import io.ergo.Pid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.helpers.NOPLogger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextAndVariablesTest {

    private static final Pid CORE = new Pid("node@localhost", 1, 7);

    @ParameterizedTest
    @ValueSource(strings = {"<2C323E75.0.1001>", "2C323E75.0.1001"})
    void parse_printedPid_withAndWithoutBrackets(String text) {
        assertThat(PidText.parse(text, CORE)).contains(new Pid("node@localhost", 1001, 7));
    }

    @Test
    void parse_idBeyond32Bits_roundTrips() {
        for (long id : new long[] {1, 0x7FFFFFFFL, 0x80000000L, 0xFFFFFFFFL, 0x123456789AL, -1L}) {
            Pid pid = new Pid("node@localhost", id, 7);
            assertThat(PidText.parse(pid.toString(), CORE)).contains(pid);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<>", "collector", "<2C323E75.0>", "<00000000.0.1001>", "<2C323E75.0.99999999999>",
        "<2C323E75.x.1>"})
    void parse_anythingElse_isEmpty(String text) {
        assertThat(PidText.parse(text, CORE)).isEmpty();
    }

    @Test
    void variables_names_areCaseInsensitive() {
        Variables variables = Variables.none().with(Map.of("a", 1), NOPLogger.NOP_LOGGER);

        assertThat(variables.get("A")).contains(1);
        assertThat(variables.with("A", 2).get("a")).contains(2);
        assertThat(variables.with("a", null).all()).isEmpty();
        assertThat(variables.all()).as("unchanged").containsEntry("A", 1);
    }

    @Test
    void variables_emptyName_isRefused() {
        assertThatThrownBy(() -> Variables.none().get("")).isInstanceOf(ErgoException.class)
                .hasMessageContaining("must not be empty");
    }
}
