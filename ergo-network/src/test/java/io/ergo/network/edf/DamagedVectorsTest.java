package io.ergo.network.edf;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import io.ergo.network.edf.VectorFile.Case;
import io.ergo.network.enp.request.Requests;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.Release;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Recorded bytes that were cut or changed: either they are another value, or the decoder's own exception says what is wrong. */
class DamagedVectorsTest {

    private static final int ALL_POSITIONS = 1024;
    private static final int FIRST_POSITIONS = 64;
    private static final int DRAWN_POSITIONS = 1000;
    private static final int RANDOM_INPUTS = 300_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long SEED = 20_261_126L;

    private static final VectorFile FILE = VectorFile.edf();
    private static final Map<String, EdfRegistry> REGISTRIES = Map.of("generic", FILE.registry(), "generated",
            records(EdfCodecs.GENERATED), "interpretive", records(EdfCodecs.INTERPRETIVE));

    /** Records for the framework's types, schemas for the others. */
    private static EdfRegistry records(EdfCodecs codecs) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults(), codecs);
        FrameworkTypes.register(registry, Release.V3_1, Requests.records());
        FILE.schemas().stream().filter(each -> registry.schema(each.name()).isEmpty()).forEach(registry::register);
        return registry;
    }

    @TestFactory
    Stream<DynamicTest> prefix_decoded_isRefusedProperly() {
        return cases((registry, each) -> {
            byte[] bytes = each.bytes();
            EdfReader in = registry.reader(each.decode());
            positions(bytes.length).forEach(length -> {
                assertThat(refused(in, Arrays.copyOf(bytes, length))).as("%d bytes of it", length).isTrue();
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> flippedBit_decoded_isAValueOrRefusedProperly() {
        return cases((registry, each) -> {
            byte[] bytes = each.bytes();
            EdfReader in = registry.reader(each.decode());
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

    /** Any other exception goes through and fails the test, and so does more memory than 64 times the bytes and 1 MiB. */
    private static boolean refused(EdfReader in, byte[] bytes) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        boolean refused = isRefused(in, bytes);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (allocated > 64L * bytes.length + 1024 * 1024) {
            throw new AssertionError(allocated + " bytes were allocated for " + HexFormat.of().formatHex(bytes));
        }
        return refused;
    }

    private static boolean isRefused(EdfReader in, byte[] bytes) {
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

    @TestFactory
    Stream<DynamicTest> randomBytes_decoded_areAValueOrRefusedProperly() {
        return REGISTRIES.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
            SplittableRandom random = new SplittableRandom(SEED);
            EdfReader in = each.getValue().reader(DecodeTables.none());
            for (int i = 0; i < RANDOM_INPUTS; i++) {
                byte[] bytes = new byte[random.nextInt(40)];
                for (int j = 0; j < bytes.length; j++) {
                    // half of them tags and small numbers, which lead deeper than others
                    bytes[j] = (byte) switch (random.nextInt(4)) {
                        case 0 -> random.nextInt(0x82, 0xb0);
                        case 1 -> random.nextInt(4);
                        default -> random.nextInt();
                    };
                }
                refused(in, bytes);
            }
        }));
    }

    private static Stream<DynamicTest> cases(BiConsumer<EdfRegistry, Case> test) {
        return REGISTRIES.entrySet().stream().flatMap(registry -> whole().map(each -> DynamicTest
                .dynamicTest(registry.getKey() + ": " + each.name(), () -> test.accept(registry.getValue(), each))));
    }

    /** Nothing follows the value. */
    private static Stream<Case> whole() {
        return Stream.concat(FILE.cases().stream(), FILE.malformed().stream().filter(each -> each.is("accepted")
                && each.node().get("tail_hex").asString().isEmpty()));
    }
}
