package io.ergo.interop.vectors.handshake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.ergo.Reason;
import io.ergo.Version;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.EdfMap;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.Scalar;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.handshake.IntroduceMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeptTablesTest {

    private static final int ODD = 32768;
    private static final int GOOD = 32769;

    @Test
    void message_withTheGoodErrors_passes() {
        assertThatCode(() -> KeptTables.requireAre(introduce(Map.of(GOOD, Reason.TAKEN)), value()))
                .doesNotThrowAnyException();
    }

    @Test
    void message_withoutAGoodError_fails() {
        assertThatThrownBy(() -> KeptTables.requireAre(introduce(Map.of()), value())).isInstanceOf(Mismatch.class)
                .hasMessageContaining("the errors that are text");
        assertThatThrownBy(() -> KeptTables.requireAre(introduce(null), value())).isInstanceOf(Mismatch.class);
    }

    private static IntroduceMessage introduce(@Nullable Map<Integer, Reason> errors) {
        return new IntroduceMessage("a@b", Version.none(), NetworkFlags.none(), 1, 0, null, null, errors, "");
    }

    private static EdfValue.Struct value() {
        Map<Object, Object> errors = new LinkedHashMap<>();
        errors.put(new EdfValue.UInt16(ODD), new EdfValue.RawError(new EdfValue.RawString(new byte[0])));
        errors.put(new EdfValue.UInt16(GOOD), Reason.TAKEN);
        return new EdfValue.Struct("#t/Introduce", Arrays.asList("a@b", null, null, null, null,
                EdfMap.nil(Scalar.UINT16, Scalar.ATOM), EdfMap.nil(Scalar.UINT16, Scalar.STRING),
                EdfMap.of(Scalar.UINT16, Scalar.ERROR, errors), ""));
    }
}
