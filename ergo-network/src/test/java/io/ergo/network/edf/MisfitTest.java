package io.ergo.network.edf;

import java.time.Instant;
import java.util.HexFormat;

import io.ergo.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Which errors say that the bytes may be of another layout. */
class MisfitTest {

    private static final String TIME = "0000000edfed2fee" + "00000000" + "ffff";

    private final EdfRegistry registry = new EdfRegistry(EdfLimits.defaults().withBytes(3));

    @EdfType("#t/Texts")
    record Texts(String string, @EdfField("atom") String atom, Reason error) {}

    @EdfType("#t/When")
    record When(Instant time) {}

    MisfitTest() {
        registry.register(Texts.class);
        registry.register(When.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001ff" + "0000" + "000161", "0000" + "0001ff" + "000161", "0000" + "0000" + "0001ff",
        "0000" + "0000" + "0000", "0000" + "0100" + "000161", "0000" + "0000" + "8000", "0004616161"})
    void text_thatCannotStandThere_isAMisfit(String hex) {
        assertThat(failure("830008" + "23742f5465787473" + hex).isMisfit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0e01" + TIME, "0f02" + TIME, "1001" + TIME + "01",
        "0f01" + "0000000edfed2fee" + "3b9aca00" + "ffff", "0f01"})
    void time_thatIsNone_isAMisfit(String hex) {
        assertThat(failure("830007" + "23742f5768656e" + hex).isMisfit()).isTrue();
        assertThat(failure("af" + hex).isMisfit()).isTrue();
    }

    @Test
    void whatFitsButIsNotTaken_isNone() {
        assertThat(failure("8d" + "000461616161").isMisfit()).as("a limit").isFalse();
        assertThat(failure("830004" + "23742f58").isMisfit()).as("a type that is not known").isFalse();
        assertThat(failure("830007" + "23742f5768656e" + "0f01" + "7fffffffffffffff" + "00000000" + "ffff").isMisfit())
                .as("a time beyond what Instant can hold").isFalse();
    }

    private EdfException failure(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        return catchThrowableOfType(EdfException.class, in::getAny);
    }
}
