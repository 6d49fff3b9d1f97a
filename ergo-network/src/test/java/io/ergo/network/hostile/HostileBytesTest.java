package io.ergo.network.hostile;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.ergo.network.Bounds;
import io.ergo.network.Damage;
import io.ergo.network.WireException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that decodes what others send, with everything that can be wrong with it. Each input gives a value or our own exception, within the
 * {@link Bounds}. The time on the clock is a guard against what hangs.
 */
@Timeout(120)
class HostileBytesTest {

    static final List<Format> FORMATS = Stream
            .of(EdfFormats.all(), FrameFormats.all(), CompressionFormats.all(), HandshakeFormats.all(),
                    RegistrarFormats.all())
            .flatMap(each -> each).toList();

    /** What is loaded once does not count. */
    @BeforeAll
    static void loadClasses() {
        for (Format format : FORMATS) {
            for (Sample each : format.recorded()) {
                for (int length : new int[] {0, each.bytes().length}) {
                    tryOnce(each, length);
                }
            }
        }
    }

    private static void tryOnce(Sample sample, int length) {
        try {
            sample.decoder().decode(sample.bytes(), length);
        } catch (WireException _) {
            // as it should be, and measured later
        }
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void recorded_whole_isDecodedInBounds(Format format) {
        assertThat(values(format, format.recorded())).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void everyPrefix_ofARecordedOne_isDecodedInBounds(Format format) {
        for (Sample each : format.recorded()) {
            for (int length = 0; length < each.bytes().length; length++) {
                isValue(format, each, each.bytes(), length, "a prefix");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void flippedBit_ofARecordedOne_isDecodedInBounds(Format format) {
        Tally tally = new Tally();
        for (Sample each : format.recorded()) {
            Damage.flips(each.bytes(), (damaged, how) -> tally.count(isValue(format, each, damaged, how)));
        }
        tally.assertBoth();
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void anyLength_anywhereInARecordedOne_isDecodedInBounds(Format format) {
        Tally tally = new Tally();
        for (Sample each : format.recorded()) {
            Damage.lengths(each.bytes(), (damaged, how) -> tally.count(isValue(format, each, damaged, how)));
        }
        tally.assertBoth();
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void lengthOrDepth_thatCannotBe_isRefusedInBounds(Format format) {
        assertThat(format.announcing()).isNotEmpty();
        assertThat(values(format, format.announcing())).isEmpty();
    }

    private static List<Sample> values(Format format, List<Sample> samples) {
        return samples.stream().filter(each -> isValue(format, each, each.bytes(), "whole")).toList();
    }

    private static boolean isValue(Format format, Sample sample, byte[] bytes, String how) {
        return isValue(format, sample, bytes, bytes.length, how);
    }

    private static boolean isValue(Format format, Sample sample, byte[] bytes, int length, String how) {
        try {
            return new Bounds(format.limit()).takes(length, () -> sample.decoder().decode(bytes, length));
        } catch (RuntimeException | Error e) {
            throw new AssertionError("%s, %s: %s of %d bytes".formatted(format, sample, how, length), e);
        }
    }

    /** How many inputs were values, and how many were not: the damage does something, and not everything fails by the same. */
    private static final class Tally {

        private final AtomicInteger values = new AtomicInteger();
        private final AtomicInteger others = new AtomicInteger();

        void count(boolean value) {
            (value ? values : others).incrementAndGet();
        }

        void assertBoth() {
            assertThat(values).hasPositiveValue();
            assertThat(others).hasPositiveValue();
        }
    }
}
