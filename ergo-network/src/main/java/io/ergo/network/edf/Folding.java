package io.ergo.network.edf;

/** Types as they stand in front of unnamed slices, arrays and maps. */
final class Folding {

    private Folding() {}

    static void write(EdfWriter out, WireType type) {
        switch (type) {
            case Scalar scalar -> out.putByte(scalar.tag());
            case WireType.Slice slice -> {
                out.putByte(Tags.SLICE);
                write(out, slice.item());
            }
            case WireType.Array array -> {
                out.putByte(Tags.ARRAY);
                out.putInt(array.length());
                write(out, array.item());
            }
            case WireType.Mapping map -> {
                out.putByte(Tags.MAP);
                write(out, map.key());
                write(out, map.value());
            }
            case WireType.Registered registered -> writeName(out, registered.name());
        }
    }

    /** Writes what announces a registered type: its id if there is one, else its name. */
    static void writeName(EdfWriter out, String name) {
        out.putByte(Tags.REGISTERED);
        Integer id = out.tables().types().get(name);
        if (id != null) {
            out.putShort(id);
        } else {
            out.putString(name);
        }
    }

    /** Reads a type that takes up the next {@code length} bytes exactly. */
    static WireType read(EdfReader in, int length) {
        if (length > in.remaining()) {
            throw in.misfit("the type has " + length + " bytes, " + in.remaining() + " are left");
        }
        int end = in.offset() + length;
        WireType type = readLevel(in, 1);
        if (in.offset() != end) {
            throw in.misfit("the type " + type + " takes another number of bytes than the announced " + length);
        }
        return type;
    }

    private static WireType readLevel(EdfReader in, int level) {
        in.budget().checkDepth(level);
        byte tag = in.getByte();
        return switch (tag) {
            case Tags.SLICE -> new WireType.Slice(readLevel(in, level + 1));
            case Tags.ARRAY -> new WireType.Array(arrayLength(in), readLevel(in, level + 1));
            case Tags.MAP -> map(in, level + 1);
            case Tags.REGISTERED -> in.types().registered(in).type();
            default -> scalar(in, tag);
        };
    }

    private static int arrayLength(EdfReader in) {
        int length = in.getInt();
        if (length < 0) {
            throw in.misfit("an array of " + Integer.toUnsignedString(length) + " items is announced");
        }
        return length;
    }

    private static WireType map(EdfReader in, int level) {
        WireType key = readLevel(in, level);
        String refusal = WireType.Mapping.refusalOfKey(key);
        if (refusal != null) {
            throw in.misfit(refusal);
        }
        return new WireType.Mapping(key, readLevel(in, level));
    }

    private static Scalar scalar(EdfReader in, byte tag) {
        Scalar scalar = Tags.scalar(tag);
        if (scalar == null) {
            throw in.misfit("the type begins with the unknown tag " + Tags.hex(tag));
        }
        return scalar;
    }
}
