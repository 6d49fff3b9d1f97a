package io.ergo.network.edf;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Moments at the ends of what Java and the wire can hold. */
class MomentsTest {

    private static final long UNIX_EPOCH = 62_135_596_800L;

    private final EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

    @EdfType("#t/Moments")
    record Moments(Instant instant) {}

    @EdfType("#t/Local")
    record Local(OffsetDateTime time) {}

    static Stream<Instant> instants() {
        return Stream.of(Instant.MIN, Instant.MAX, Instant.EPOCH, OffsetDateTime.MIN.toInstant(),
                OffsetDateTime.MAX.toInstant());
    }

    @ParameterizedTest
    @MethodSource("instants")
    void instant_atAnEnd_isSentAndRead(Instant instant) {
        registry.register(Moments.class);

        assertThat(roundTrip(new Moments(instant))).isEqualTo(new Moments(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59.999999999-18:00", "-999999999-01-01T00:00:00+18:00",
        "+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z"})
    void localTime_atAnEnd_isSentAndRead(String text) {
        registry.register(Local.class);
        OffsetDateTime time = OffsetDateTime.parse(text);

        assertThat(roundTrip(new Local(time))).isEqualTo(new Local(time));
        assertThat(encode(roundTrip(time))).isEqualTo(encode(time));
    }

    @ParameterizedTest
    @ValueSource(ints = {32_767 * 60 + 127, -32_768 * 60 - 128, -119, -61, -59, 61, 119})
    void offset_withSecondsBesideTheMinutes_isReadAndWritten(int offset) {
        byte[] bytes = encode(new EdfValue.Time(59_926_606_828L, 16_716_409, offset, false));

        assertThat(encode(decode(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {32_767 * 60 + 128, -32_768 * 60 - 129, -60, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void offset_thatTheWireCannotHold_isRefused(int offset) {
        assertThatExceptionOfType(EdfException.class)
                .isThrownBy(() -> encode(new EdfValue.Time(59_926_606_828L, 0, offset, false)))
                .withMessageContaining("an offset of " + offset + " s cannot be written");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1080, -60, -1, 0, 1, 60, 1080})
    void time_aroundTheEnds_isReadAsWhatCanHoldIt(int minutes) {
        for (long seconds : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, OffsetDateTime.MIN.toEpochSecond(),
            OffsetDateTime.MAX.toEpochSecond(), Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()}) {
            for (int around = -100_000; around <= 100_000; around += 12_500) {
                String hex = "af0f01" + HexFormat.of().toHexDigits(seconds + around + UNIX_EPOCH) + "00000000"
                        + HexFormat.of().toHexDigits((short) minutes);
                byte[] bytes = HexFormat.of().parseHex(hex);
                assertThat(encode(decode(bytes))).as(hex).isEqualTo(bytes);
            }
        }
    }

    private Object roundTrip(Object value) {
        return decode(encode(value));
    }

    private byte[] encode(Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(value);
        return out.toBytes();
    }

    private Object decode(byte[] bytes) {
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        return in.getAny();
    }
}
