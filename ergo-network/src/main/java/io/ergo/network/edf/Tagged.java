package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;

import io.ergo.Alias;
import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;

/** Values with their type in front of them: whole messages, and whatever stands in an {@code any}. */
final class Tagged {

    static final WireType LIST = new WireType.Slice(Scalar.ANY);
    static final WireType MAP = new WireType.Mapping(Scalar.ANY, Scalar.ANY);

    private Tagged() {}

    static void write(EdfWriter out, @Nullable Object value) {
        if (value == null) {
            out.putNil();
            return;
        }
        if (value instanceof String text) {
            out.putByte(Tags.STRING);
            out.putString(text);
            return;
        }
        RegisteredType latest = out.types().latest(value);
        if (latest != null) {
            write(out, latest, value);
            return;
        }
        Scalar scalar = scalarOf(value);
        if (scalar != null) {
            out.putByte(scalar.tag());
            ScalarCodec.of(scalar).write(out, value);
            return;
        }
        RegisteredType registered = out.types().find(value);
        if (registered != null) {
            write(out, registered, value);
        } else {
            writeComposite(out, value);
        }
    }

    private static void write(EdfWriter out, RegisteredType type, Object value) {
        out.types().write(out, type);
        type.write(out, value);
    }

    private static void writeComposite(EdfWriter out, Object value) {
        WireType type = compositeOf(value);
        if (type == null) {
            throw EdfException.encoding(refusal(value.getClass()));
        }
        out.types().write(out, type);
        out.registry().codec(type).write(out, value);
    }

    private static String refusal(Class<?> type) {
        if (type.isArray()) {
            return type.getTypeName() + " cannot stand where any value may; make it a List or an EdfList";
        }
        return "the class " + type.getName() + (type.getName().startsWith("java.")
                ? " has no type on the wire by itself; make it a component of a record or register an EdfCodec"
                : " is not registered; give it a wire name with @EdfType or register it");
    }

    /** Writes what announces a value of the type. */
    static void writeType(EdfWriter out, WireType type) {
        switch (type) {
            case Scalar scalar -> out.putByte(scalar.tag());
            case WireType.Registered registered -> Folding.writeName(out, registered.name());
            case WireType.Slice _,WireType.Array _,WireType.Mapping _ -> out.types().write(out, type);
        }
    }

    static void writeComposite(EdfWriter out, WireType type) {
        out.putByte(Tags.FOLDED);
        int at = out.reserve(Short.BYTES);
        Folding.write(out, type);
        int length = out.size() - at - Short.BYTES;
        if (length > 0xffff) {
            throw EdfException.encoding("the type of the value takes " + length + " bytes but may take 65535");
        }
        Bytes.putShort(out.array(), at, length);
    }

    private static @Nullable Scalar scalarOf(Object value) {
        return switch (value) {
            case String _ -> Scalar.STRING;
            case Long _ -> Scalar.INT;
            case Integer _ -> Scalar.INT32;
            case Boolean _ -> Scalar.BOOL;
            case Double _ -> Scalar.FLOAT64;
            case Float _ -> Scalar.FLOAT32;
            case Byte _ -> Scalar.INT8;
            case Short _ -> Scalar.INT16;
            case byte[] _ -> Scalar.BINARY;
            case Pid _ -> Scalar.PID;
            case ProcessId _ -> Scalar.PROCESSID;
            case Alias _ -> Scalar.ALIAS;
            case Ref _ -> Scalar.REF;
            case Event _ -> Scalar.EVENT;
            case Reason _ -> Scalar.ERROR;
            case OffsetDateTime _,Instant _ -> Scalar.TIME;
            case ByteBuffer _ -> Scalar.BINARY;
            case EdfValue wire -> scalarOf(wire);
            default -> null;
        };
    }

    private static @Nullable Scalar scalarOf(EdfValue value) {
        return switch (value) {
            case EdfValue.Int64 _ -> Scalar.INT64;
            case EdfValue.UInt8 _ -> Scalar.UINT8;
            case EdfValue.UInt16 _ -> Scalar.UINT16;
            case EdfValue.UInt32 _ -> Scalar.UINT32;
            case EdfValue.UInt64 _ -> Scalar.UINT64;
            case EdfValue.UInt _ -> Scalar.UINT;
            case EdfValue.Atom _ -> Scalar.ATOM;
            case EdfValue.RawString _ -> Scalar.STRING;
            case EdfValue.RawAtom _ -> Scalar.ATOM;
            case EdfValue.RawError _ -> Scalar.ERROR;
            case EdfValue.Time _ -> Scalar.TIME;
            case EdfValue.Struct _,EdfValue.Named _,EdfValue.Opaque _ -> null;
        };
    }

    private static @Nullable WireType compositeOf(Object value) {
        return switch (value) {
            case EdfList list -> list.type();
            case EdfMap map -> map.type();
            case Collection<?> _ -> LIST;
            case Map<?, ?> _ -> MAP;
            default -> null;
        };
    }

    static @Nullable Object read(EdfReader in) {
        byte tag = in.getByte();
        return switch (tag) {
            case Tags.NIL -> null;
            case Tags.STRING -> in.getAnyString();
            case Tags.REGISTERED -> in.types().registered(in).read(in);
            case Tags.FOLDED -> readFolded(in, in.types().composite(in));
            default -> readScalar(in, scalar(in, tag));
        };
    }

    private static @Nullable Object readFolded(EdfReader in, Codec codec) {
        return codec instanceof ScalarCodec(Scalar scalar) ? readScalar(in, scalar) : codec.read(in);
    }

    /** Go never announces {@code any}, but takes it for what follows. */
    private static @Nullable Object readScalar(EdfReader in, Scalar scalar) {
        if (scalar != Scalar.ANY) {
            return ScalarCodec.of(scalar).read(in);
        }
        in.enter();
        Object value = read(in);
        in.leave();
        return value;
    }

    private static Scalar scalar(EdfReader in, byte tag) {
        Scalar scalar = Tags.scalar(tag);
        if (scalar == null) {
            throw in.misfit("a value begins with the unknown tag " + Tags.hex(tag));
        }
        return scalar;
    }

    /** Reads what announces a value; null for the nil {@code any}, behind which nothing follows. */
    static @Nullable WireType readType(EdfReader in) {
        WireType type;
        do {
            byte tag = in.getByte();
            type = switch (tag) {
                case Tags.NIL -> null;
                case Tags.REGISTERED -> in.types().registered(in).type();
                case Tags.FOLDED -> readFoldedType(in);
                default -> scalar(in, tag);
            };
        } while (type == Scalar.ANY);
        return type;
    }

    /** A scalar in the place of a composite type is followed by its tag, as Go reads it; for {@code any} that is any. */
    static WireType readFoldedType(EdfReader in) {
        WireType type = Folding.read(in, in.getUnsignedShort());
        if (type instanceof Scalar scalar && scalar != Scalar.ANY) {
            byte tag = in.getByte();
            if (tag != scalar.tag()) {
                throw in.misfit("a value of type " + scalar + " begins with the tag " + Tags.hex(tag));
            }
        }
        return type;
    }
}
