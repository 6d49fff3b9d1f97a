package io.ergo.network.edf;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.sun.management.ThreadMXBean;
import io.ergo.Pid;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What bytes can cost at their worst: memory of 64 times their own size and 1 MiB, whether they are a value or not, and a second of
 * processor time, whatever else the machine does. The time on the clock is a guard against what hangs.
 */
@Timeout(20)
class EdfBoundsTest {

    private static final int MIB = 1024 * 1024;
    private static final long MOST_NANOS = 1_000_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @EdfType("#a/Pids")
    record Pids(Set<Pid> pids) {}

    @EdfType("#a/Lists")
    record Lists(Set<List<Integer>> lists) {}

    @EdfType("#a/Row")
    record Row(long id, Object first, Object second, Object third) {}

    static Stream<Arguments> worst() {
        return Stream.of(EdfCodecs.values()).flatMap(codecs -> WorstInputs.all().entrySet().stream()
                .map(each -> Arguments.of(each.getKey(), codecs, each.getValue())));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("worst")
    void input_atItsWorst_takesNoMoreThanItMay(String name, EdfCodecs codecs, byte[] input) {
        EdfReader in = registry(codecs).reader(DecodeTables.none());
        String first = outcome(in, input); // classes are loaded now

        long before = THREADS.getCurrentThreadAllocatedBytes();
        long started = THREADS.getCurrentThreadCpuTime();
        String second = outcome(in, input);
        long nanos = THREADS.getCurrentThreadCpuTime() - started;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).as("bytes allocated for %d bytes, %.1f for each", input.length,
                allocated / (double) Math.max(1, input.length)).isLessThan(64L * input.length + MIB);
        assertThat(nanos).as("nanoseconds of processor time").isLessThan(MOST_NANOS);
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void keys_equalOrOfOneHash_areRefusedWhenThereAreMany(EdfCodecs codecs) {
        EdfReader in = registry(codecs).reader(DecodeTables.none());

        assertThat(WorstInputs.all().entrySet().stream().filter(each -> each.getKey().endsWith("with one hash")))
                .hasSize(8)
                .allSatisfy(each -> assertThat(outcome(in, each.getValue())).contains("have the same hash"));
    }

    @ParameterizedTest
    @EnumSource
    void structs_moreThanBytes_areRefusedWhenThereAreMany(EdfCodecs codecs) {
        EdfReader in = registry(codecs).reader(DecodeTables.none());

        assertThat(outcome(in, WorstInputs.all().get("a slice of structs of a struct of a bool")))
                .contains("more structs, lists and maps than bytes");
        assertThat(outcome(in, WorstInputs.all().get("a slice of structs of a bool"))).isEqualTo("a value");
    }

    @ParameterizedTest
    @EnumSource
    void slicesAndMaps_forKeys_areRefused(EdfCodecs codecs) {
        EdfReader in = registry(codecs).reader(DecodeTables.none());

        assertThat(outcome(in, WorstInputs.all().get("maps for keys of maps"))).contains("cannot be the key of a map");
    }

    private static EdfRegistry registry(EdfCodecs codecs) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults(), codecs);
        registry.register(new Schema.Struct("#a/Empty", List.of()));
        registry.register(new Schema.Struct("#a/Flag", List.of(new Schema.Field("F", Scalar.BOOL))));
        registry.register(
                new Schema.Struct("#a/Flags", List.of(new Schema.Field("F", new WireType.Registered("#a/Flag")))));
        registry.register(new Schema.Struct("#a/Pair",
                List.of(new Schema.Field("A", Scalar.INT32), new Schema.Field("B", Scalar.INT32))));
        registry.register(new Schema.Named("#a/Named", Scalar.BOOL));
        registry.register(new Schema.Opaque("#a/Opaque"));
        registry.register(new Schema.Struct("#a/Holder", List.of(new Schema.Field("F", Scalar.ANY))));
        registry.register(Pids.class);
        registry.register(Lists.class);
        registry.register(Row.class);
        return registry;
    }

    private static String outcome(EdfReader in, byte[] input) {
        try {
            in.reset(input, 0, input.length);
            in.getAny();
            return "a value";
        } catch (EdfException e) {
            return e.getMessage();
        }
    }
}
