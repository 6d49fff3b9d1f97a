package io.ergo.interop.vectors.edf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.Scalar;
import org.jspecify.annotations.Nullable;

/** Typed values without parts. */
final class ScalarValues {

    private static final int MOST_REPEATED = 64 << 20;

    private ScalarValues() {}

    static @Nullable Object read(Scalar type, Entry entry) {
        return switch (type) {
            case BOOL -> value(entry).is("value");
            case INT, INT8, INT16, INT32, INT64, UINT, UINT8, UINT16, UINT32, UINT64 -> number(type, value(entry));
            case FLOAT32, FLOAT64 -> Fractions.read(type, entry.only("type", "bits", "value"));
            case STRING -> string(entry);
            case ATOM -> atom(entry);
            case BINARY -> binary(entry.only("type", "hex", "nil"));
            case TIME -> Times.read(entry);
            case ERROR -> error(entry);
            case PID, PROCESSID, EVENT, REF, ALIAS -> identifier(type, entry);
            case ANY -> throw new Mismatch("a value has a type of its own, not any");
        };
    }

    private static Entry value(Entry entry) {
        return entry.only("type", "value");
    }

    private static Object number(Scalar type, Entry entry) {
        return switch (type) {
            case INT -> entry.whole("value");
            case INT64 -> new EdfValue.Int64(entry.whole("value"));
            case UINT -> new EdfValue.UInt(entry.unsigned("value"));
            case UINT64 -> new EdfValue.UInt64(entry.unsigned("value"));
            case INT8 -> (byte) within(type, entry, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case INT16 -> (short) within(type, entry, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT32 -> (int) within(type, entry, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case UINT8 -> new EdfValue.UInt8((int) within(type, entry, 0, 0xff));
            case UINT16 -> new EdfValue.UInt16((int) within(type, entry, 0, 0xffff));
            default -> new EdfValue.UInt32(within(type, entry, 0, 0xffff_ffffL));
        };
    }

    private static long within(Scalar type, Entry entry, long least, long most) {
        long value = entry.whole("value");
        if (value < least || value > most) {
            throw new Mismatch("the value " + value + " does not fit into " + type);
        }
        return value;
    }

    private static Object string(Entry entry) {
        byte[] bytes = bytes(entry, "value");
        Optional<String> text = utf8(bytes);
        return text.isPresent() ? text.get() : new EdfValue.RawString(bytes);
    }

    private static Object atom(Entry entry) {
        byte[] bytes = bytes(entry, "value");
        Optional<String> text = utf8(bytes);
        return text.isPresent() ? new EdfValue.Atom(text.get())
                : new EdfValue.RawAtom(new EdfValue.RawString(bytes));
    }

    private static byte[] bytes(Entry entry, String member) {
        if (entry.has("utf8_hex")) {
            return entry.only("type", "utf8_hex").hex("utf8_hex");
        }
        String text = entry.has("repeat") ? repeated(entry.only("type", "repeat", "count"))
                : entry.only("type", member).text(member);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String repeated(Entry entry) {
        String text = entry.text("repeat");
        int count = entry.count("count");
        if (count < 0 || (long) count * text.length() > MOST_REPEATED) {
            throw new Mismatch("a text is repeated " + count + " times");
        }
        return text.repeat(count);
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException bad) {
            return Optional.empty();
        }
    }

    /** Whether none or nothing is not told apart on the wire. */
    private static byte[] binary(Entry entry) {
        boolean nil = entry.says("nil");
        byte[] bytes = nil && !entry.has("hex") ? new byte[0] : entry.hex("hex");
        if (nil && bytes.length > 0) {
            throw new Mismatch("a nil binary has " + bytes.length + " bytes");
        }
        return bytes;
    }

    private static @Nullable Object error(Entry entry) {
        if (entry.says("nil")) {
            entry.only("type", "nil");
            return null;
        }
        byte[] bytes = bytes(entry, "text");
        Optional<String> text = utf8(bytes).filter(each -> !each.isEmpty());
        return text.isPresent() ? Reason.of(text.get()) : new EdfValue.RawError(new EdfValue.RawString(bytes));
    }

    private static Object identifier(Scalar type, Entry entry) {
        String node = entry.text("node");
        return switch (type) {
            case PID -> new Pid(node, entry.only("type", "node", "id", "creation").unsigned("id"),
                    entry.whole("creation"));
            case PROCESSID -> new ProcessId(entry.only("type", "node", "name").text("name"), node);
            case EVENT -> new Event(entry.only("type", "node", "name").text("name"), node);
            case REF -> {
                long[] id = words(entry);
                yield new Ref(node, entry.whole("creation"), id[0], id[1], id[2]);
            }
            default -> {
                long[] id = words(entry);
                yield new Alias(node, entry.whole("creation"), id[0], id[1], id[2]);
            }
        };
    }

    private static long[] words(Entry entry) {
        return entry.only("type", "node", "id", "creation").unsigned("id", 3);
    }
}
