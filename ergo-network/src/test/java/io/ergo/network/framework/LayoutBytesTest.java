package io.ergo.network.framework;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.Version;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.ergo.network.framework.Release.V3_1;
import static io.ergo.network.framework.Release.V3_2;
import static io.ergo.network.framework.Release.V3_3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The types whose fields differ among releases, with bytes made by hand from the tables of the specification. */
class LayoutBytesTest {

    private static final Map<Release, EdfRegistry> REGISTRIES = new EnumMap<>(Release.class);
    private static final Pid PARENT = new Pid("n", 1, 2);
    private static final Ref REF = new Ref("n", 3, 4, 5, 6);
    private static final Ref NO_REF = new Ref("", 0, 0, 0, 0);
    private static final Tracing TRACE = new Tracing(List.of(7L, -1L), 8, "b");
    private static final Map<Env, @Nullable Object> ENV = Map.of(new Env("K"), 1L);

    private static final String PID_HEX = "00016e" + u64(1) + u64(2);
    private static final String REF_HEX = "00016e" + u64(3) + u64(4) + u64(5) + u64(6);
    private static final String TRACE_HEX = u64(7) + "ffffffffffffffff" + u64(8) + text("b");
    private static final String ENV_HEX = "9f00000001" + text("K") + "96" + u64(1);
    private static final String OPTIONS_HEX = u64(5) + PID_HEX + ENV_HEX + "01" + text("gzip") + u64(1) + u64(1024)
            + u64(2)
            + "01" + "01" + text("f") + text("t") + "01" + "00" + "ffffffffffffffff";
    private static final String PARENT_HEX = PID_HEX + PID_HEX + "ff" + u64(1);
    private static final String ARGS_HEX = "9d00000002" + "96" + u64(9) + "ff";
    private static final String VERSION_HEX = text("v") + text("1.0") + text("") + text("MIT");
    private static final String TAGS_HEX = "9d00000002" + text("x") + text("y");
    private static final String MAP_HEX = "9f00000001" + text("k") + text("a");

    static Stream<Arguments> values() {
        return Stream.of(processOptions(), processOptionsExtra(), applicationOptions(), applicationInfo(),
                applicationRoute(), Stream.of(arguments(V3_3, TRACE, TRACE_HEX),
                        arguments(V3_3, Tracing.none(), "00".repeat(26))))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> processOptions() {
        return Stream.of(arguments(V3_1, options(0, false), OPTIONS_HEX),
                arguments(V3_2, options(15, false), OPTIONS_HEX + u64(15)),
                arguments(V3_3, options(15, true), OPTIONS_HEX + u64(15) + "01"));
    }

    private static Stream<Arguments> processOptionsExtra() {
        String names = text("r") + text("app");
        return Stream.of(
                arguments(V3_1, extra(options(0, false), Tracing.none(), false, NO_REF),
                        OPTIONS_HEX + PARENT_HEX + names + ARGS_HEX),
                arguments(V3_2, extra(options(15, false), Tracing.none(), false, REF),
                        OPTIONS_HEX + u64(15) + PARENT_HEX + names + REF_HEX + ARGS_HEX),
                arguments(V3_3, extra(options(15, true), TRACE, true, REF),
                        OPTIONS_HEX + u64(15) + "01" + PARENT_HEX + TRACE_HEX + names + "01" + REF_HEX + ARGS_HEX));
    }

    private static Stream<Arguments> applicationOptions() {
        String options = ENV_HEX + u64(3);
        String times = u64(1_000_000_000) + u64(2_000_000_000) + u64(0);
        String core = PID_HEX + "9f00000000" + u64(0);
        return Stream.of(arguments(V3_1, start(0, 0), options), arguments(V3_2, start(0, 0), options),
                arguments(V3_3, start(1, 2), options + times),
                arguments(V3_1, startExtra(0, 0), options + core), arguments(V3_2, startExtra(0, 0), options + core),
                arguments(V3_3, startExtra(1, 2), options + times + core));
    }

    private static Stream<Arguments> applicationInfo() {
        String head = text("app") + u64(-1);
        String tail = text("d") + VERSION_HEX + "ff" + "9d00000001" + text("db") + "01" + u64(3) + "0000000a"
                + text("n")
                + u64(60) + "9d00000001" + PID_HEX;
        return Stream.of(arguments(V3_1, info(null, null, 0), head + tail),
                arguments(V3_2, info(List.of("x", "y"), Map.of("k", "a"), 0), head + TAGS_HEX + MAP_HEX + tail),
                arguments(V3_3, info(List.of("x", "y"), Map.of("k", "a"), 12),
                        head + TAGS_HEX + MAP_HEX + tail + u64(12)));
    }

    private static Stream<Arguments> applicationRoute() {
        String head = text("n") + text("app") + u64(10) + u64(2);
        String state = "00000002";
        return Stream.of(arguments(V3_1, route(null, Version.none()), head + state),
                arguments(V3_2, route(List.of("x", "y"), Version.none()), head + TAGS_HEX + state),
                arguments(V3_2, route(null, Version.none()), head + "ff" + state),
                arguments(V3_3, route(List.of("x", "y"), version()), head + TAGS_HEX + state + VERSION_HEX));
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_written_isWhatTheTableOfTheReleaseSays(Release release, Object value, String body) {
        EdfWriter out = registry(release).writer(EncodeTables.none());

        out.putMessage(value);

        assertThat(HexFormat.of().formatHex(out.toBytes())).isEqualTo(head(value) + body);
    }

    @ParameterizedTest
    @MethodSource("values")
    void bytes_read_giveTheValue(Release release, Object value, String body) {
        byte[] bytes = HexFormat.of().parseHex(head(value) + body);
        EdfReader in = registry(release).reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);

        assertThat(in.getAny()).isEqualTo(value);
        assertThat(in.remaining()).isZero();
    }

    /** What a release has not is left out, whatever the value says. */
    @ParameterizedTest
    @MethodSource("values")
    void value_writtenForAnotherRelease_isReadThereWithoutWhatItLacks(Release release, Object value) {
        for (Release other : Release.values()) {
            if (registry(other).schema(name(value)).isPresent()) {
                EdfWriter out = registry(other).writer(EncodeTables.none());
                out.putMessage(value);
                EdfReader in = registry(other).reader(DecodeTables.none());
                in.reset(out.array(), 0, out.size());

                assertThat(in.getAny()).as("from %s to %s", release, other).isEqualTo(without(value, other));
                assertThat(in.remaining()).isZero();
            }
        }
    }

    /** Returns the value with what the release lacks as nothing. */
    private static Object without(Object value, Release release) {
        boolean first = release == V3_1;
        boolean newest = release == V3_3;
        return switch (value) {
            case ProcessOptions it -> options(first ? 0 : it.initTimeout(), newest && it.preserveMailbox());
            case ProcessOptionsExtra it -> extra((ProcessOptions) without(it.processOptions(), release),
                    newest ? it.tracing() : Tracing.none(), newest && it.applicationGroupMember(),
                    first ? NO_REF : it.ref());
            case WireApplicationOptions it -> newest ? it : start(0, 0);
            case ApplicationOptionsExtra it -> newest ? it : startExtra(0, 0);
            case WireApplicationInfo it -> info(first ? null : it.tags(), first ? null : it.map(),
                    newest ? it.processesTotal() : 0);
            case ApplicationRoute it -> route(first ? null : it.tags(), newest ? it.version() : Version.none());
            default -> value;
        };
    }

    private static EdfRegistry registry(Release release) {
        return REGISTRIES.computeIfAbsent(release, _ -> {
            EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
            FrameworkTypes.register(registry, release, List.of());
            return registry;
        });
    }

    private static String name(Object value) {
        return WireNames.GEN + value.getClass().getSimpleName().replaceFirst("^Wire", "");
    }

    private static String head(Object value) {
        return "83" + text(name(value));
    }

    private static ProcessOptions options(long initTimeout, boolean preserveMailbox) {
        return new ProcessOptions(5, PARENT, ENV,
                new WireCompression(true, new CompressionTypeCode("gzip"), new CompressionLevelCode(1), 1024),
                new PriorityCode(2), true, new ProcessFallback(true, "f", "t"), true, false, new LogLevelCode(-1),
                initTimeout, preserveMailbox);
    }

    private static ProcessOptionsExtra extra(ProcessOptions options, Tracing tracing, boolean member, Ref ref) {
        return new ProcessOptionsExtra(options, PARENT, PARENT, null, new LogLevelCode(1), tracing, "r", "app", member,
                ref, java.util.Arrays.asList(9L, null));
    }

    private static WireApplicationOptions start(long init, long start) {
        return new WireApplicationOptions(ENV, new LogLevelCode(3), Duration.ofSeconds(init), Duration.ofSeconds(start),
                Duration.ZERO);
    }

    private static ApplicationOptionsExtra startExtra(long init, long start) {
        return new ApplicationOptionsExtra(start(init, start), PARENT, Map.of(), new LogLevelCode(0));
    }

    private static WireApplicationInfo info(@Nullable List<String> tags, @Nullable Map<String, String> map,
            long total) {
        return new WireApplicationInfo("app", -1, tags, map, "d", version(), null,
                new ApplicationDepends(List.of("db"), true),
                new ApplicationModeCode(3), ApplicationStateCode.INITIALIZING, "n", 60, List.of(PARENT), total);
    }

    private static ApplicationRoute route(@Nullable List<String> tags, Version version) {
        return new ApplicationRoute("n", "app", 10, new ApplicationModeCode(2), tags, new ApplicationStateCode(2),
                version);
    }

    private static Version version() {
        return new Version("v", "1.0", "", "MIT");
    }

    private static String u64(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    private static String text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().toHexDigits((short) bytes.length) + HexFormat.of().formatHex(bytes);
    }
}
