package io.ergo.network.edf;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;

import io.ergo.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import static org.assertj.core.api.Assertions.assertThat;

/** Random types and values: what was decoded is what was sent, and encodes to the same bytes. {@code -Dergo.edf.seed=…} repeats a run. */
class GenericRoundTripTest {

    private static final int REGISTRIES = 1_000;
    private static final int VALUES = 100;

    @Test
    void randomValue_decodedAndEncodedAgain_hasTheSameBytes(TestReporter reporter) {
        long seed = Seed.take(reporter);
        for (int i = 0; i < REGISTRIES; i++) {
            SplittableRandom random = new SplittableRandom(seed + i);
            RandomTypes types = new RandomTypes(random);
            types.addSchemas(6);
            roundTrips(types, new RandomValues(random, types), random, "seed " + (seed + i));
        }
    }

    private static void roundTrips(RandomTypes types, RandomValues values, SplittableRandom random, String seed) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
        types.schemas().forEach(registry::register);
        Tables tables = random.nextBoolean() ? Tables.full(types) : Tables.none();
        EdfWriter out = registry.writer(tables.encode());
        EdfReader in = registry.reader(tables.decode());
        for (int i = 0; i < VALUES; i++) {
            WireType type = types.type(3);
            Object value = values.value(type, 5);
            byte[] bytes = bytes(out, value);

            in.reset(bytes, 0, bytes.length);
            Object decoded = in.getAny();

            assertThat(in.remaining()).as("%s of %s", type, seed).isZero();
            assertThat(SameRecord.of(value, decoded))
                    .as("%s was sent as %s and %s read, %s", value, type, decoded, seed)
                    .isTrue();
            assertThat(hex(bytes(out, decoded))).as("%s of %s", type, seed).isEqualTo(hex(bytes));
        }
    }

    private static byte[] bytes(EdfWriter out, @Nullable Object value) {
        out.reset();
        out.putAny(value);
        return out.toBytes();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * The caches of both directions.
     *
     * @param encode of who sends
     * @param decode of who receives
     */
    private record Tables(EncodeTables encode, DecodeTables decode) {

        static Tables none() {
            return new Tables(EncodeTables.none(), DecodeTables.none());
        }

        static Tables full(RandomTypes types) {
            Map<String, Integer> ids = new HashMap<>();
            Map<Integer, String> names = new HashMap<>();
            for (Schema schema : types.schemas()) {
                ids.put(schema.name(), 4096 + ids.size());
                names.put(4096 + names.size(), schema.name());
            }
            return new Tables(
                    new EncodeTables(Map.of("node@localhost", 256), ids, Map.of(Reason.TIMEOUT, 32768),
                            Map.of("a", "b")),
                    new DecodeTables(Map.of(256, "node@localhost"), names, Map.of(32768, Reason.TIMEOUT),
                            Map.of("b", "a")));
        }
    }
}
