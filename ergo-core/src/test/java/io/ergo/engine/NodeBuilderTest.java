package io.ergo.engine;

import java.time.Duration;

import io.ergo.ErgoException;
import io.ergo.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class NodeBuilderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''        | incorrect FQDN node name (example: node@localhost)
            node      | incorrect FQDN node name (example: node@localhost)
            a@b@c     | incorrect FQDN node name (example: node@localhost)
            @b@c      | incorrect FQDN node name (example: node@localhost)
            @localhost| too short node name
            @         | too short node name
            node@     | too short host name
            """)
    void named_wrongForm_isRefusedWithTheTextAndTheWayOut(String name, String text) {
        assertThatThrownBy(() -> NodeBuilder.named(name)).asInstanceOf(type(ErgoException.class))
                .satisfies(refused -> assertThat(refused.reason().text()).isEqualTo(text))
                .satisfies(refused -> assertThat(refused).hasMessageContaining("'" + name + "'; write"));
    }

    @Test
    void named_null_isRefused() {
        assertThatThrownBy(() -> NodeBuilder.named(nothing())).asInstanceOf(type(ErgoException.class))
                .satisfies(refused -> assertThat(refused.reason()).isSameAs(Reason.INCORRECT));
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static String nothing() {
        return null;
    }

    @Test
    void named_of255Bytes_isAccepted() {
        assertThat(NodeBuilder.named("n".repeat(245) + "@localhost")).isNotNull();
    }

    @Test
    void named_tooLong_isRefused() {
        assertThatThrownBy(() -> NodeBuilder.named("n".repeat(250) + "@localhost"))
                .asInstanceOf(type(ErgoException.class))
                .satisfies(refused -> assertThat(refused.reason()).isSameAs(Reason.ATOM_TOO_LONG));
    }

    @Test
    void settings_outOfRange_areRefusedByName() {
        NodeBuilder builder = NodeBuilder.named("a@localhost");

        assertThatThrownBy(() -> builder.slots(-1)).hasMessageContaining("slots is -1");
        assertThatThrownBy(() -> builder.slots(65)).hasMessageContaining("slots is 65");
        assertThatThrownBy(() -> builder.shutdownTimeout(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> builder.slowHandler(Duration.ofMillis(-1))).hasMessageContaining("PT-0.001S")
                .hasMessageContaining("zero turns their detection off");
    }

    @Test
    void creations_withinOneSecond_differForOneNameOnly() {
        SecondsCreationSource source = new SecondsCreationSource();

        assertThat(source.next("a@localhost", 100)).isEqualTo(100);
        assertThat(source.next("a@localhost", 100)).isEqualTo(101);
        assertThat(source.next("b@localhost", 100)).isEqualTo(100);
        assertThat(source.next("a@localhost", 90)).as("the clock was set back").isEqualTo(102);
        assertThat(source.next("a@localhost", 500)).isEqualTo(500);
    }
}
