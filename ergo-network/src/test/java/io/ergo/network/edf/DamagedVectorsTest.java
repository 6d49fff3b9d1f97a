package io.ergo.network.edf;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ergo.network.edf.VectorFile.Case;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Recorded bytes that were cut or changed: either they are another value, or the decoder's own exception says what is wrong. */
class DamagedVectorsTest {

    private static final int ALL_POSITIONS = 1024;
    private static final int FIRST_POSITIONS = 64;
    private static final int DRAWN_POSITIONS = 1000;
    private static final long SEED = 20_261_126L;

    private static final VectorFile FILE = VectorFile.edf();
    private static final EdfRegistry REGISTRY = FILE.registry();

    @TestFactory
    Stream<DynamicTest> prefix_decoded_isRefusedProperly() {
        return cases(each -> {
            byte[] bytes = each.bytes();
            EdfReader in = REGISTRY.reader(each.decode());
            positions(bytes.length).forEach(length -> {
                assertThat(refused(in, Arrays.copyOf(bytes, length))).as("%d bytes of it", length).isTrue();
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> flippedBit_decoded_isAValueOrRefusedProperly() {
        return cases(each -> {
            byte[] bytes = each.bytes();
            EdfReader in = REGISTRY.reader(each.decode());
            positions(bytes.length).forEach(position -> {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    bytes[position] ^= (byte) (1 << bit);
                    refused(in, bytes);
                    bytes[position] ^= (byte) (1 << bit);
                }
            });
        });
    }

    private static IntStream positions(int length) {
        if (length <= ALL_POSITIONS) {
            return IntStream.range(0, length);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.concat(IntStream.range(0, FIRST_POSITIONS), random.ints(DRAWN_POSITIONS, 0, length));
    }

    /** Any other exception goes through and fails the test. */
    private static boolean refused(EdfReader in, byte[] bytes) {
        try {
            in.reset(bytes, 0, bytes.length);
            in.getAny();
            return false;
        } catch (EdfException e) {
            assertThat(e.offset()).isBetween(0, bytes.length);
            assertThat(e.getMessage()).isNotBlank();
            return true;
        }
    }

    private static Stream<DynamicTest> cases(java.util.function.Consumer<Case> test) {
        return Stream.concat(FILE.cases().stream(), FILE.malformed().stream().filter(each -> each.is("accepted")
                && each.node().get("tail_hex").asString().isEmpty()))
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> test.accept(each)));
    }
}
