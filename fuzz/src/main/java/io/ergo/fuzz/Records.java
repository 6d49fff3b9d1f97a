package io.ergo.fuzz;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.network.edf.EdfCode;
import io.ergo.network.edf.EdfCodecs;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfType;
import io.ergo.network.edf.EdfTypeReference;
import org.jspecify.annotations.Nullable;

/** Records with every kind of component, under names that are soon found. */
@SuppressWarnings("ArrayRecordComponent") // arrays are among what is sent
final class Records {

    private static final Pid PID = new Pid("n@h", 1001, 7);
    private static final Part PART = new Part(1, "p");
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-02T03:04:05.000000006+02:00");

    private Records() {}

    @EdfType("#f/Part")
    record Part(int number, String text) {}

    @EdfType("#f/Plain")
    record Plain(boolean flag, byte b, short s, int i, long l, float f, double d, String text, byte[] bytes,
            OffsetDateTime time, Instant instant, Duration duration, Reason reason, Boolean boxed) {}

    @EdfType("#f/Ids")
    record Ids(Pid pid, ProcessId name, Alias alias, Ref ref, Event event, @EdfField("atom") String atom) {}

    @EdfType("#f/Wanted")
    record Wanted(@EdfField("uint8") int small, @EdfField("uint16") int port, @EdfField("uint32") long bits,
            @EdfField("uint64") long big, @EdfField("uint") long most, @EdfField("int64") long other,
            @EdfField("[4]uint8") byte[] ip, @EdfField("any") String any,
            @EdfField("map[uint16]atom") Map<Integer, String> names) {}

    @EdfType("#f/Many")
    record Many(List<String> list, Set<Long> set, long[] array, Map<String, Integer> map, ByteBuffer buffer,
            List<Part> parts, Map<String, Part> named, List<List<Boolean>> lists) {}

    @EdfType("#f/Absent")
    record Absent(@Nullable List<String> list, @Nullable Map<String, String> map, @Nullable Reason reason,
            @Nullable Integer number, @Nullable Object any, Optional<Long> optional, @Nullable Absent next) {}

    @EdfType(value = "#f/State", base = "int32")
    enum State {
        @EdfCode("1") OPEN,
        @EdfCode("2") CLOSED
    }

    @EdfType("#f/Circle")
    record Circle(double radius) implements Figure {}

    @EdfType("#f/Group")
    record Group(List<Figure> figures) implements Figure {}

    /** Something that can stand in itself. */
    sealed interface Figure permits Circle, Group {}

    @EdfType("#f/Mixed")
    record Mixed(State state, Figure figure, Pair<Part> pair, Ports ports) {}

    @EdfType("#f/Pair")
    record Pair<T>(T one, T other) {}

    @EdfType(value = "#f/Ports", base = "[]uint16")
    record Ports(List<Integer> numbers) {}

    @EdfType("#f/None")
    record None() {}

    static EdfRegistry registry(EdfLimits limits, EdfCodecs codecs) {
        EdfRegistry registry = new EdfRegistry(limits, codecs);
        registry.register(Part.class);
        registry.register(Plain.class);
        registry.register(Ids.class);
        registry.register(Wanted.class);
        registry.register(Many.class);
        registry.register(Absent.class);
        registry.register(Figure.class);
        registry.register(new EdfTypeReference<Pair<Part>>() {});
        registry.register(Mixed.class);
        registry.register(None.class);
        return registry;
    }

    /** Returns a value of each. */
    static List<Object> samples() {
        return List.of(PART,
                new Plain(true, (byte) 1, (short) 2, 3, 4, 5.5f, 6.5, "text", new byte[] {1, 2}, TIME,
                        TIME.toInstant(), Duration.ofMillis(7), Reason.TIMEOUT, false),
                new Ids(PID, new ProcessId("name", "n@h"), new Alias("n@h", 7, 1, 2, 3), new Ref("n@h", 7, 4, 5, 6),
                        new Event("event", "n@h"), "atom"),
                new Wanted(255, 65_535, 4_294_967_295L, -1, -1, -1, new byte[] {127, 0, 0, 1}, "any",
                        Map.of(4369, "epmd")),
                new Many(List.of("a", "b"), Set.of(1L), new long[] {1, 2}, Map.of("k", 1),
                        ByteBuffer.wrap(new byte[] {3}), List.of(PART, PART), Map.of("part", PART),
                        List.of(List.of(true), List.of())),
                new Absent(null, null, null, null, null, Optional.empty(), null),
                new Absent(List.of("x"), Map.of("k", "v"), Reason.NORMAL, 1, List.of(1L, "s"), Optional.of(2L),
                        new Absent(List.of(), Map.of(), null, null, PART, Optional.empty(), null)),
                new Mixed(State.CLOSED, new Group(List.of(new Circle(1), new Group(List.of()))), new Pair<>(PART, PART),
                        new Ports(List.of(80, 443))),
                new None());
    }
}
