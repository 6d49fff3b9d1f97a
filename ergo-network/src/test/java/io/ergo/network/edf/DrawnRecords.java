package io.ergo.network.edf;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Draws record classes with components of all kinds, and values for them. A few values cannot be sent: nulls where nothing may be null, numbers that
 * do not fit, arrays of the wrong length.
 */
final class DrawnRecords {

    private static final int ONE_IN = 400;
    private static final String[] TEXTS = {"", "a", "node@localhost", "äöü€", "𝄞 clef", "50% or more",
        "x".repeat(200)};
    private static final long[] NUMBERS = {0, 1, -1, 127, 128, 255, 256, 65_535, Long.MAX_VALUE, Long.MIN_VALUE};

    private final RandomGenerator random;
    private final List<DrawnType> leaves = new ArrayList<>();
    private final int simple;

    DrawnRecords(RandomGenerator random) {
        this.random = random;
        addNumbers();
        addBuiltIn();
        addRegistered();
        simple = leaves.size();
    }

    static void register(EdfRegistry registry) {
        registry.register(new RecordsTest.Money());
        registry.register(new EdfTypeReference<Box<Long>>() {});
    }

    // ---- leaves

    private void addNumbers() {
        Map<String, Integer> sizes = Map.of("int8", 1, "uint8", 1, "int16", 2, "uint16", 2, "int32", 4, "uint32", 4,
                "int64", 8, "uint64", 8, "int", 8, "uint", 8);
        Map<Class<?>, String> natural = Map.of(byte.class, "int8", Byte.class, "int8", short.class, "int16",
                Short.class,
                "int16", int.class, "int32", Integer.class, "int32", long.class, "int", Long.class, "int");
        natural.forEach((type, own) -> {
            int bytes = sizes.get(own);
            DrawnType plain = DrawnType.of(type, own, _ -> number(bytes, bytes, false));
            leaves.add(plain);
            sizes.forEach((wire, size) -> {
                if (size <= bytes && !wire.equals(own)) {
                    leaves.add(plain.as(wire, _ -> number(bytes, size, wire.startsWith("u"))));
                }
            });
        });
    }

    private Object number(int javaBytes, int wireBytes, boolean unsigned) {
        long number = random.nextBoolean() ? random.nextLong() : NUMBERS[random.nextInt(NUMBERS.length)];
        int shift = Long.SIZE - Byte.SIZE * wireBytes;
        long fits = wireBytes == javaBytes || wrong() ? number
                : unsigned ? number << shift >>> shift : number << shift >> shift;
        return switch (javaBytes) {
            case Byte.BYTES -> (byte) fits;
            case Short.BYTES -> (short) fits;
            case Integer.BYTES -> (int) fits;
            default -> fits;
        };
    }

    private void addBuiltIn() {
        leaf(boolean.class, "bool", random::nextBoolean);
        leaf(Boolean.class, "bool", random::nextBoolean);
        leaf(float.class, "float32", random::nextFloat);
        leaf(Float.class, "float32", random::nextFloat);
        leaf(double.class, "float64", random::nextDouble);
        leaf(Double.class, "float64", random::nextDouble);
        leaf(String.class, "string", this::text);
        leaves.add(DrawnType.of(String.class, "string", _ -> text()).as("atom", _ -> text()));
        leaf(byte[].class, "binary", () -> bytes(random.nextInt(10)));
        leaves.add(DrawnType.of(byte[].class, "binary", _ -> null).as("[]uint8", _ -> bytes(random.nextInt(10))));
        leaves.add(DrawnType.of(byte[].class, "binary", _ -> null).as("[4]int8", _ -> bytes(wrong() ? 3 : 4)));
        leaf(ByteBuffer.class, "binary", () -> ByteBuffer.wrap(bytes(6)));
        leaf(OffsetDateTime.class, "time", () -> instant().atOffset(ZoneOffset.ofHours(random.nextInt(-12, 12))));
        leaf(Instant.class, "time", this::instant);
        leaf(Duration.class, "int64", () -> wrong() ? Duration.ofSeconds(Long.MAX_VALUE)
                : Duration.ofNanos(random.nextLong()));
        leaf(Reason.class, "error", () -> random.nextBoolean() ? Reason.TIMEOUT : Reason.of("disk " + text()));
        leaf(Pid.class, "pid", () -> new Pid(text(), random.nextLong(), 7));
        leaf(ProcessId.class, "processid", () -> new ProcessId(text(), text()));
        leaf(Alias.class, "alias", () -> new Alias(text(), 1, random.nextLong(), 3, 4));
        leaf(Ref.class, "ref", () -> new Ref(text(), 1, 2, random.nextLong(), 4));
        leaf(Event.class, "event", () -> new Event(text(), text()));
        leaves.add(DrawnType.of(Object.class, "any", this::anything));
    }

    private void addRegistered() {
        leaf(RecordsTest.Level.class, "#t/Level", () -> random.nextBoolean() ? RecordsTest.Level.DEBUG
                : RecordsTest.Level.INFO);
        leaf(RecordsTest.Positive.class, "#t/Positive", () -> new RecordsTest.Positive(1 + random.nextInt(100)));
        leaf(GeneratedRecordTest.Thrower.class, "#t/Thrower", () -> new GeneratedRecordTest.Thrower(random.nextInt(),
                wrong() ? -1 : 1, wrong() ? "" : "x"));
        leaf(Port.class, "#t/Port", () -> new Port(
                wrong() ? -1 : random.nextInt(65_536)));
        leaf(Spots.class, "#t/Spots", () -> new Spots(
                Map.of(text(), new Spot(1, random.nextInt()))));
        leaf(BigDecimal.class, "#t/Money", () -> BigDecimal.valueOf(random.nextInt()));
        leaf(RecordsTest.Shape.class, "any", () -> random.nextBoolean() ? new RecordsTest.Circle(random.nextInt())
                : new RecordsTest.Square(random.nextInt()));
        leaves.add(new DrawnType(Box.class, "L" + Box.class.getName().replace('.', '/')
                + "<Ljava/lang/Long;>;", "#t/Box[int]", false,
                _ -> new Box<>(random.nextLong())));
    }

    private void leaf(Class<?> raw, String wire, Supplier<Object> values) {
        leaves.add(DrawnType.of(raw, wire, _ -> !raw.isPrimitive() && wrong() ? null : values.get()));
    }

    /** Makes a record class one that others can have for a component. */
    void add(Class<?> made, String wireName, IntFunction<@Nullable Object> values) {
        leaves.add(DrawnType.of(made, wireName, values));
    }

    /** Draws a record. */
    MadeRecord record(String name, String wireName, List<DrawnType> types) {
        List<MadeRecord.Component> components = new ArrayList<>();
        for (DrawnType type : types) {
            components.add(new MadeRecord.Component("c" + components.size(),
                    type.raw().describeConstable().orElseThrow(), type.signature(),
                    type.special() || random.nextInt(5) == 0 ? type.wire() : null,
                    type.nullable()));
        }
        return new MadeRecord(name, wireName, components);
    }

    // ---- types

    /** Draws what a component is; many may be null. */
    DrawnType component() {
        DrawnType type = type(2);
        boolean nil = hasNil(type);
        if (type.raw().isPrimitive() || type.raw() == Optional.class || (type.special() && !nil)
                || random.nextInt(4) > 0) {
            return type;
        }
        return new DrawnType(type.raw(), type.signature(), nil ? type.wire() : "any", type.special(), true,
                depth -> random.nextInt(3) == 0 ? null : type.value(depth));
    }

    private static boolean hasNil(DrawnType type) {
        return type.wire().startsWith("[]") || type.wire().startsWith("map") || type.wire().equals("error");
    }

    DrawnType type(int depth) {
        int kind = random.nextInt(14);
        return switch (depth == 0 ? 9 : kind) {
            case 0 -> collection(List.class, boxed(depth - 1), ArrayList::new);
            case 1 -> collection(Collection.class, boxed(depth - 1), items -> random.nextBoolean() ? items
                    : new LinkedHashSet<>(items));
            case 2 -> collection(Set.class, key(), LinkedHashSet::new);
            case 3 -> map(mapKey(), boxed(depth - 1));
            case 4 -> slice(type(depth - 1));
            case 5 -> array(type(depth - 1), random.nextInt(4));
            case 6 -> optional(depth - 1);
            default -> leaves.get(random.nextInt(leaves.size()));
        };
    }

    /** Go compares no binaries and no maps. */
    private DrawnType mapKey() {
        DrawnType key = key();
        return key.wire().equals("binary") || key.raw() == Spots.class ? mapKey() : key;
    }

    /** What may stand in a set, or be the key of a map: nothing with a collection, since for one a list and a set are read as equal lists. */
    private DrawnType key() {
        DrawnType type = leaves.get(random.nextInt(simple));
        return type.raw().isPrimitive() || type.wire().startsWith("[") ? key() : type;
    }

    /** A primitive type is no argument of a type. */
    private DrawnType boxed(int depth) {
        DrawnType type = type(depth);
        return type.raw().isPrimitive() ? boxed(depth) : type;
    }

    private DrawnType collection(Class<?> raw, DrawnType item,
            Function<List<@Nullable Object>, Object> make) {
        return new DrawnType(raw, generic(raw, item), "[]" + item.wire(), item.special(),
                depth -> wrong() ? null : make.apply(items(item, count(depth), depth)));
    }

    private DrawnType slice(DrawnType item) {
        return new DrawnType(item.raw().arrayType(), "[" + item.signature(),
                item.raw() == byte.class && item.wire().equals("int8") ? "binary" : "[]" + item.wire(), item.special(),
                depth -> wrong() ? null : toArray(item, items(item, count(depth), depth)));
    }

    private DrawnType array(DrawnType item, int length) {
        return new DrawnType(item.raw().arrayType(), "[" + item.signature(), "[" + length + "]" + item.wire(), true,
                depth -> toArray(item, items(item, wrong() ? length + 1 : length, depth)));
    }

    private static Object toArray(DrawnType item, List<@Nullable Object> items) {
        Object array = Array.newInstance(item.raw(), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, items.get(i));
        }
        return array;
    }

    private List<@Nullable Object> items(DrawnType item, int count, int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item.value(depth - 1));
        }
        return items;
    }

    private DrawnType map(DrawnType key, DrawnType value) {
        return new DrawnType(Map.class, generic(Map.class, key, value), "map[" + key.wire() + "]" + value.wire(),
                key.special() || value.special(), depth -> wrong() ? null : entries(key, value, depth));
    }

    private Map<@Nullable Object, @Nullable Object> entries(DrawnType key, DrawnType value, int depth) {
        Map<@Nullable Object, @Nullable Object> entries = random.nextBoolean() ? new LinkedHashMap<>()
                : new HashMap<>();
        for (int i = random.nextInt(8) == 0 ? 12 : count(depth); i > 0; i--) {
            entries.put(key.value(depth - 1), value.value(depth - 1));
        }
        return entries.isEmpty() && random.nextBoolean() ? new TreeMap<>() : entries;
    }

    private DrawnType optional(int depth) {
        DrawnType value = boxed(depth);
        boolean nil = hasNil(value);
        if (value.raw() == Optional.class || (value.special() && !nil)) {
            return optional(depth);
        }
        return new DrawnType(Optional.class, generic(Optional.class, value), nil ? value.wire() : "any",
                value.special(),
                level -> random.nextInt(3) == 0 ? Optional.empty() : Optional.ofNullable(value.value(level)));
    }

    private static String generic(Class<?> raw, DrawnType... arguments) {
        StringBuilder text = new StringBuilder("L").append(raw.getName().replace('.', '/')).append('<');
        for (DrawnType each : arguments) {
            text.append(each.signature());
        }
        return text.append(">;").toString();
    }

    // ---- values

    /** Most values can be sent. */
    private boolean wrong() {
        return random.nextInt(ONE_IN) == 0;
    }

    private int count(int depth) {
        return depth <= 0 ? 0 : random.nextInt(4);
    }

    private @Nullable Object anything(int depth) {
        return switch (random.nextInt(7)) {
            case 0 -> wrong() ? null : random.nextLong();
            case 1 -> text();
            case 2 -> new Pid(text(), 1, 2);
            case 3 -> new RecordsTest.Circle(random.nextInt());
            case 4 -> new EdfValue.UInt8(random.nextInt(256));
            case 5 -> EdfList.slice(Scalar.INT16, List.of((short) random.nextInt()));
            default -> depth <= 0 ? true : List.of(1L, "two");
        };
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    @EdfType(value = "#t/Port", base = "uint16")
    record Port(int value) {}

    @EdfType("#t/Spot")
    record Spot(int x, int y) {}

    @EdfType(value = "#t/Spots", base = "map[string]#t/Spot")
    record Spots(@Nullable Map<String, Spot> spots) {}

    @EdfType("#t/Box")
    record Box<T>(T content) {}
}
