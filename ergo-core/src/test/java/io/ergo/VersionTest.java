package io.ergo;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VersionTest {

    @Test
    void text_hasTheCommitInBracketsIfThereIsOne() {
        assertThat(Version.of("fleet", "1.2")).hasToString("fleet:1.2");
        assertThat(Version.of("fleet", "1.2").withCommit("a1b2c3")).hasToString("fleet:1.2[a1b2c3]");
        assertThat(Version.of("fleet", "1.2").withLicense(Version.MIT)).hasToString("fleet:1.2");
    }

    @Test
    void text_withoutAName_isEmptyButTheShortOneIsNot() {
        assertThat(Version.none()).hasToString("");
        assertThat(new Version("", "1.2", "a1b2c3", "")).hasToString("");
        assertThat(Version.none().shortText()).isEqualTo(":");
        assertThat(Version.of("fleet", "1.2").withCommit("a1b2c3").shortText()).isEqualTo("fleet:1.2");
    }

    @Test
    @SuppressWarnings("NullAway")
    void part_null_isRefused() {
        assertThatExceptionOfType(ErgoException.class).isThrownBy(() -> new Version("fleet", null, "", ""))
                .withMessageContaining("the release of version 'fleet' must not be null");
    }
}
