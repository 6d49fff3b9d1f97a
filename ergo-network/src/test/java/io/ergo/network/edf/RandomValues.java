package io.ergo.network.edf;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;

/** Draws generic values of given types, extremes more often than others. */
final class RandomValues {

    private static final long[] EXTREMES = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0x7fff_ffffL, 0xffff_ffffL};
    private static final String[] TEXTS = {"", "a", "node@localhost", "äöü€", "𝄞 clef", "x".repeat(200)};

    private final RandomGenerator random;
    private final RandomTypes types;

    /** What only the generic form can hold is left out. */
    private final boolean forRecords;

    RandomValues(RandomGenerator random, RandomTypes types) {
        this(random, types, false);
    }

    private RandomValues(RandomGenerator random, RandomTypes types, boolean forRecords) {
        this.random = random;
        this.types = types;
        this.forRecords = forRecords;
    }

    static RandomValues forRecords(RandomGenerator random, RandomTypes types) {
        return new RandomValues(random, types, true);
    }

    /** Returns what can be sent as a whole message of the type; null only for {@code any} and errors. */
    @Nullable Object value(WireType type, int depth) {
        return switch (type) {
            case Scalar scalar -> scalar(scalar, depth);
            case WireType.Slice slice -> random.nextInt(5) == 0 ? EdfList.nil(slice.item())
                    : EdfList.slice(slice.item(), items(slice.item(), random.nextInt(4), depth));
            case WireType.Array array -> EdfList.array(array.item(), items(array.item(), array.length(), depth));
            case WireType.Mapping map -> random.nextInt(5) == 0 ? EdfMap.nil(map.key(), map.value())
                    : EdfMap.of(map.key(), map.value(), entries(map, depth));
            case WireType.Registered registered -> registered(types.schema(registered), depth);
        };
    }

    private Object registered(Schema schema, int depth) {
        return switch (schema) {
            case Schema.Opaque opaque -> new EdfValue.Opaque(opaque.name(), bytes());
            case Schema.Named named -> new EdfValue.Named(named.name(), value(named.base(), depth - 1));
            case Schema.Struct struct -> {
                List<@Nullable Object> fields = new ArrayList<>();
                struct.fields().forEach(field -> fields.add(value(field.type(), depth - 1)));
                yield new EdfValue.Struct(struct.name(), fields);
            }
        };
    }

    private List<@Nullable Object> items(WireType type, int count, int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(value(type, depth - 1));
        }
        return items;
    }

    private Map<@Nullable Object, @Nullable Object> entries(WireType.Mapping map, int depth) {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            entries.put(value(map.key(), depth - 1), value(map.value(), depth - 1));
        }
        return entries;
    }

    private @Nullable Object scalar(Scalar type, int depth) {
        return switch (type) {
            case BOOL -> random.nextBoolean();
            case INT8 -> (byte) number();
            case INT16 -> (short) number();
            case INT32 -> (int) number();
            case INT64 -> new EdfValue.Int64(number());
            case INT -> number();
            case UINT8 -> new EdfValue.UInt8((int) number() & 0xff);
            case UINT16 -> new EdfValue.UInt16((int) number() & 0xffff);
            case UINT32 -> new EdfValue.UInt32(number() & 0xffff_ffffL);
            case UINT64 -> new EdfValue.UInt64(number());
            case UINT -> new EdfValue.UInt(number());
            case FLOAT32 -> Float.intBitsToFloat((int) number());
            case FLOAT64 -> Double.longBitsToDouble(number());
            case STRING -> !forRecords && random.nextInt(9) == 0 ? new EdfValue.RawString(new byte[] {-1, 0}) : text();
            case ATOM -> !forRecords && random.nextInt(9) == 0
                    ? new EdfValue.RawAtom(new EdfValue.RawString(new byte[] {-1, 0}))
                    : new EdfValue.Atom(text());
            case BINARY -> bytes();
            case TIME -> time();
            case ERROR -> error();
            case ANY -> depth <= 0 || random.nextInt(4) == 0 ? null : value(types.type(2), depth - 1);
            default -> identifier(type);
        };
    }

    private Object identifier(Scalar type) {
        return switch (type) {
            case PID -> new Pid(text(), number(), number());
            case PROCESSID -> new ProcessId(text(), text());
            case ALIAS -> new Alias(text(), number(), number(), number(), number());
            case EVENT -> new Event(text(), text());
            case REF -> new Ref(text(), number(), number(), number(), number());
            default -> throw new AssertionError(type);
        };
    }

    private @Nullable Object error() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> Reason.TIMEOUT;
            case 2 -> forRecords ? Reason.KILL : new EdfValue.RawError(new EdfValue.RawString(new byte[0]));
            default -> Reason.of("disk " + number());
        };
    }

    private Object time() {
        if (forRecords) {
            return OffsetDateTime.ofInstant(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                    ZoneOffset.ofTotalSeconds(random.nextBoolean() ? 0 : 60 + random.nextInt(60_000)));
        }
        if (random.nextBoolean()) {
            return new EdfValue.Time(number(), random.nextInt(1_000_000_000), 0, true);
        }
        int offset = random.nextInt(-40_000, 40_000);
        int sendable = offset == -60 ? 0 : offset; // a minute west stands for UTC
        return new EdfValue.Time(number(), random.nextInt(1_000_000_000), sendable, false);
    }

    private long number() {
        return random.nextInt(3) == 0 ? EXTREMES[random.nextInt(EXTREMES.length)] : random.nextLong();
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }
}
