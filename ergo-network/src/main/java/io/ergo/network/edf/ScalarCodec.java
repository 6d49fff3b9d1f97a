package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.network.edf.EdfValue.Atom;
import io.ergo.network.edf.EdfValue.Int64;
import io.ergo.network.edf.EdfValue.RawAtom;
import io.ergo.network.edf.EdfValue.RawError;
import io.ergo.network.edf.EdfValue.RawString;
import io.ergo.network.edf.EdfValue.UInt;
import io.ergo.network.edf.EdfValue.UInt16;
import io.ergo.network.edf.EdfValue.UInt32;
import io.ergo.network.edf.EdfValue.UInt64;
import io.ergo.network.edf.EdfValue.UInt8;
import org.jspecify.annotations.Nullable;

/**
 * The built-in types, with one Java class for each, see {@link EdfValue}.
 *
 * @param type which of them
 */
record ScalarCodec(Scalar type) implements Codec {

    /** A byte of the wire must not take the room of an object. */
    private static final UInt8[] UINT8_VALUES = IntStream.rangeClosed(0, 0xff).mapToObj(UInt8::new)
            .toArray(UInt8[]::new);

    private static final Map<Scalar, ScalarCodec> ALL = Arrays.stream(Scalar.values()).collect(
            Collectors.toMap(each -> each, ScalarCodec::new, (a, _) -> a, () -> new EnumMap<>(Scalar.class)));

    static ScalarCodec of(Scalar type) {
        return Objects.requireNonNull(ALL.get(type));
    }

    @Override
    public int leastBytes() {
        return type.leastBytes();
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        try {
            writeChecked(out, value);
        } catch (ClassCastException e) {
            throw wrongValue(value);
        }
    }

    @SuppressWarnings("NullAway") // a null is a wrong value, too
    private void writeChecked(EdfWriter out, @Nullable Object value) {
        if (value == null && type != Scalar.ANY && type != Scalar.ERROR) {
            throw wrongValue(null);
        }
        switch (type) {
            case BOOL -> out.putBoolean((Boolean) value);
            case INT8 -> out.putByte((Byte) value);
            case INT16 -> out.putShort((Short) value);
            case INT32 -> out.putInt((Integer) value);
            case INT64 -> out.putLong(((Int64) value).value());
            case INT -> out.putLong((Long) value);
            case UINT8 -> out.putByte(((UInt8) value).value());
            case UINT16 -> out.putShort(((UInt16) value).value());
            case UINT32 -> out.putInt((int) ((UInt32) value).value());
            case UINT64 -> out.putLong(((UInt64) value).bits());
            case UINT -> out.putLong(((UInt) value).bits());
            case FLOAT32 -> out.putInt(Float.floatToRawIntBits((Float) value));
            case FLOAT64 -> out.putLong(Double.doubleToRawLongBits((Double) value));
            case STRING -> writeString(out, value);
            case ATOM -> writeAtom(out, value);
            case BINARY -> writeBinary(out, value);
            case TIME -> Times.write(out, value);
            case ERROR -> writeError(out, value);
            case PID -> out.putPid((Pid) value);
            case PROCESSID -> out.putProcessId((ProcessId) value);
            case ALIAS -> out.putAlias((Alias) value);
            case EVENT -> out.putEvent((Event) value);
            case REF -> out.putRef((Ref) value);
            case ANY -> out.putAny(value);
        }
    }

    private static void writeString(EdfWriter out, Object value) {
        if (value instanceof RawString raw) {
            out.putString(raw.bytes());
        } else {
            out.putString((String) value);
        }
    }

    private static void writeBinary(EdfWriter out, Object value) {
        if (value instanceof ByteBuffer buffer) {
            out.putBinary(buffer);
        } else {
            out.putBinary((byte[]) value);
        }
    }

    private static void writeAtom(EdfWriter out, Object value) {
        if (value instanceof RawAtom raw) {
            out.putAtom(raw.text().bytes());
        } else {
            out.putAtom(((Atom) value).text());
        }
    }

    private static void writeError(EdfWriter out, @Nullable Object value) {
        if (value instanceof RawError raw) {
            out.putError(raw.text().bytes());
        } else {
            out.putError((Reason) value);
        }
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        return switch (type) {
            case BOOL -> in.getBoolean();
            case INT8 -> in.getByte();
            case INT16 -> in.getShort();
            case INT32 -> in.getInt();
            case INT64 -> new Int64(in.getLong());
            case INT -> in.getLong();
            case UINT8 -> UINT8_VALUES[in.getUnsignedByte()];
            case UINT16 -> new UInt16(in.getUnsignedShort());
            case UINT32 -> new UInt32(Integer.toUnsignedLong(in.getInt()));
            case UINT64 -> new UInt64(in.getLong());
            case UINT -> new UInt(in.getLong());
            case FLOAT32 -> Float.intBitsToFloat(in.getInt());
            case FLOAT64 -> Double.longBitsToDouble(in.getLong());
            case STRING -> in.getAnyString();
            case ATOM -> in.getAnyAtom();
            case BINARY -> in.getBinary();
            case TIME -> Times.read(in);
            case ERROR -> in.getAnyError();
            case PID -> in.getPid();
            case PROCESSID -> in.getProcessId();
            case ALIAS -> in.getAlias();
            case EVENT -> in.getEvent();
            case REF -> in.getRef();
            case ANY -> in.getAny();
        };
    }
}
