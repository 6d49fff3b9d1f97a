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
            throw in.fail("the type has " + length + " bytes, " + in.remaining() + " are left");
        }
        int end = in.offset() + length;
        WireType type = read(in);
        if (in.offset() != end) {
            throw in.fail("the type " + type + " takes another number of bytes than the announced " + length);
        }
        return type;
    }

    private static WireType read(EdfReader in) {
        in.enter();
        byte tag = in.getByte();
        WireType type = switch (tag) {
            case Tags.SLICE -> new WireType.Slice(read(in));
            case Tags.ARRAY -> new WireType.Array(arrayLength(in), read(in));
            case Tags.MAP -> map(in);
            case Tags.REGISTERED -> new WireType.Registered(readName(in));
            default -> scalar(in, tag);
        };
        in.leave();
        return type;
    }

    private static int arrayLength(EdfReader in) {
        int length = in.getInt();
        if (length < 0) {
            throw in.fail("an array of " + Integer.toUnsignedString(length) + " items is announced");
        }
        return length;
    }

    private static WireType map(EdfReader in) {
        WireType key = read(in);
        if (!(key instanceof Scalar || key instanceof WireType.Registered)) {
            throw in.fail("the key of a map is " + key + " but must be a scalar or a registered type");
        }
        return new WireType.Mapping(key, read(in));
    }

    private static Scalar scalar(EdfReader in, byte tag) {
        Scalar scalar = Tags.scalar(tag);
        if (scalar == null) {
            throw in.fail("the type begins with the unknown tag " + Tags.hex(tag));
        }
        return scalar;
    }

    /** Reads the name behind {@link Tags#REGISTERED}. */
    static String readName(EdfReader in) {
        int length = in.getUnsignedShort();
        if (length >= CacheIds.TYPE.first) {
            String cached = in.tables().type(length);
            if (cached == null) {
                throw in.fail("the peer did not announce a type with the id " + length);
            }
            return cached;
        }
        return in.registry().knownName(in.array(), in.take(length), length);
    }
}
