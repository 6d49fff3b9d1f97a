package io.ergo.network.edf;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random record classes and values through the generated codecs, the interpretive ones and the generic form: the same bytes, the same values, and of
 * what is wrong the same errors. {@code -Dergo.edf.seed=…} repeats a run.
 */
class GeneratedRoundTripTest {

    private static final int REGISTRIES = 200;
    private static final int RECORDS = 7;
    private static final int VALUES = 550;

    @Test
    @Timeout(300)
    void randomRecord_throughAllCodecs_isTheSame(TestReporter reporter) throws IllegalAccessException {
        long seed = Seed.take(reporter);
        int sent = 0;
        for (int i = 0; i < REGISTRIES; i++) {
            sent += new Run(seed + i).run();
        }
        reporter.publishEntry("values", REGISTRIES * VALUES + ", of which could be sent " + sent);
        assertThat(sent).isGreaterThan(100_000);
    }

    /** One set of classes. */
    private static final class Run {

        private final long seed;
        private final SplittableRandom random;
        private final DrawnRecords drawn;
        private final Side generated = new Side(new EdfRegistry(EdfLimits.defaults(), EdfCodecs.GENERATED));
        private final Side interpretive = new Side(new EdfRegistry(EdfLimits.defaults(), EdfCodecs.INTERPRETIVE));
        private final Side generic = new Side(new EdfRegistry(EdfLimits.defaults()));
        private final List<Source> sources = new ArrayList<>();

        Run(long seed) throws IllegalAccessException {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            this.drawn = new DrawnRecords(random);
            DrawnRecords.register(generated.registry);
            DrawnRecords.register(interpretive.registry);
            for (int i = 0; i < RECORDS; i++) {
                boolean last = i == RECORDS - 1; // is in no other, so it may be long
                add(getClass().getPackageName() + ".Drawn" + Long.toHexString(seed) + "n" + i,
                        "#example.test/drawn/D" + i,
                        last && random.nextInt(3) == 0 ? 20 + random.nextInt(20) : random.nextInt(9));
            }
            Schemas.copy(interpretive.registry, generic.registry);
        }

        private void add(String name, String wireName, int count) throws IllegalAccessException {
            List<DrawnType> types = IntStream.range(0, count).mapToObj(_ -> drawn.component()).toList();
            Class<?> type = MethodHandles.lookup().defineClass(drawn.record(name, wireName, types).bytes());
            generated.registry.register(type);
            interpretive.registry.register(type);
            assertThat(generated.registry.isGenerated(wireName)).isTrue();
            assertThat(interpretive.registry.isGenerated(wireName)).isFalse();
            Source source = new Source(type.getConstructors()[0], types);
            sources.add(source);
            drawn.add(type, wireName, source::value);
        }

        int run() {
            int sent = 0;
            for (int i = 0; i < VALUES; i++) {
                Object value = sources.get(i % RECORDS).value(3);
                Outcome bytes = generated.write(value);

                assertThat(interpretive.write(value)).as("%s with seed %d", value.getClass(), seed).isEqualTo(bytes);

                if (bytes.bytes() != null) {
                    sent++;
                    check(value, bytes.bytes());
                }
            }
            return sent;
        }

        private void check(Object value, byte[] bytes) {
            Object read = same(bytes);
            assertThat(SameRecord.of(value, read)).as("%s was sent and %s read with seed %d", value, read, seed)
                    .isTrue();
            assertThat(generated.write(read)).as("seed %d", seed).isEqualTo(new Outcome(bytes, null));
            assertThat(generic.write(generic.read(bytes))).as("seed %d", seed).isEqualTo(new Outcome(bytes, null));
            same(damaged(bytes));
        }

        /** Returns what both codecs read, which is a value or an error. */
        private Object same(byte[] bytes) {
            Object a = generated.read(bytes);
            Object b = interpretive.read(bytes);
            if (a instanceof EdfException error && b instanceof EdfException other) {
                assertThat(error).as("%s with seed %d", new Outcome(bytes, null), seed).hasMessage(other.getMessage());
            } else {
                assertThat(SameRecord.exactly(a, b)).as("%s and %s with seed %d", a, b, seed).isTrue();
            }
            return a;
        }

        private byte[] damaged(byte[] bytes) {
            byte[] damaged = bytes.clone();
            if (random.nextInt(3) == 0) {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            return damaged;
        }
    }

    /**
     * Where values of a record come from.
     *
     * @param constructor of the record
     * @param types of its components
     */
    private record Source(Constructor<?> constructor, List<DrawnType> types) {

        Object value(int depth) {
            try {
                return constructor.newInstance(types.stream().map(each -> each.value(depth - 1)).toArray());
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("a record cannot be made", e);
            }
        }
    }

    /**
     * What came of a value.
     *
     * @param bytes its bytes, null if it was refused
     * @param error why
     */
    private record Outcome(byte @Nullable [] bytes, @Nullable String error) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Outcome that && Arrays.equals(bytes, that.bytes)
                    && Objects.equals(error, that.error);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return error != null ? error : HexFormat.of().formatHex(bytes);
        }
    }

    /** One way to write and read. */
    private static final class Side {

        private final EdfRegistry registry;
        private final EdfWriter out;
        private final EdfReader in;

        Side(EdfRegistry registry) {
            this.registry = registry;
            this.out = registry.writer(EncodeTables.none());
            this.in = registry.reader(DecodeTables.none());
        }

        Outcome write(Object value) {
            out.reset();
            try {
                out.putMessage(value);
                return new Outcome(out.toBytes(), null);
            } catch (EdfException e) {
                return new Outcome(null, e.getMessage());
            }
        }

        Object read(byte[] bytes) {
            in.reset(bytes, 0, bytes.length);
            try {
                return in.getAny();
            } catch (EdfException e) {
                return e;
            }
        }
    }
}
