package io.ergo;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReasonTest {

    @Test
    void of_textOfOneRegisteredReason_givesThatReason() {
        assertThat(Reason.of("timed out")).isSameAs(Reason.TIMEOUT);
        assertThat(Reason.of("normal")).isSameAs(Reason.NORMAL);
    }

    @Test
    void of_textThatTwoRegisteredReasonsShare_givesNeither() {
        assertThat(Reason.of("not an owner")).isNotEqualTo(Reason.ALIAS_OWNER).isNotEqualTo(Reason.EVENT_OWNER);
        assertThat(Reason.ALIAS_OWNER).isNotEqualTo(Reason.EVENT_OWNER).hasToString(Reason.EVENT_OWNER.toString());
    }

    @Test
    void equals_ownReasons_comparesTextAndCause() {
        assertThat(Reason.of("disk full")).isEqualTo(Reason.of("disk full")).hasSameHashCodeAs(Reason.of("disk full"));
        assertThat(Reason.wrap("a", Reason.KILL)).isEqualTo(Reason.wrap("a", Reason.KILL));
        assertThat(Reason.wrap("a", Reason.KILL)).isNotEqualTo(Reason.of("a: kill"));
    }

    @Test
    void wrap_exitOfAnother_showsTheCauseOutside() {
        Reason wrapped = Reason.wrap("<2C323E75.0.1001>", Reason.SHUTDOWN);

        assertThat(wrapped).hasToString("<2C323E75.0.1001>: shutdown");
        assertThat(wrapped.outside()).isSameAs(Reason.SHUTDOWN);
        assertThat(wrapped.isNormalEnd()).isTrue();
        assertThat(wrapped.is(Reason.SHUTDOWN)).isTrue();
        assertThat(Reason.wrap("b", wrapped).outside()).as("unwrapped once").isEqualTo(wrapped);
    }

    @Test
    void panic_exception_isKeptAndOutsideIsPanic() {
        IllegalStateException boom = new IllegalStateException("boom");

        assertThat(Reason.panic(boom).outside()).isSameAs(Reason.PANIC);
        assertThat(Reason.panic(boom).exception()).containsSame(boom);
        assertThat(Reason.panic(boom).isNormalEnd()).isFalse();
    }

    @Test
    void of_emptyText_isRefused() {
        assertThatThrownBy(() -> Reason.of("")).isInstanceOf(ErgoException.class)
                .hasMessageContaining("must not be empty");
    }
}
