package io.ergo.network.edf;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Registered types by the bytes of their names: a hash table with open addressing. Immutable; any thread. */
final class NameIndex {

    /** What stands in front of the name in {@link RegisteredType#header()}. */
    static final int NAME = Byte.BYTES + Short.BYTES;

    private final @Nullable RegisteredType[] types;
    private final int count;

    private NameIndex(@Nullable RegisteredType[] types, int count) {
        this.types = types;
        this.count = count;
    }

    static NameIndex empty() {
        return new NameIndex(new RegisteredType[2], 0);
    }

    /** Returns an index with one more; half of its places stay free. */
    NameIndex with(RegisteredType type) {
        @Nullable RegisteredType[] places = new RegisteredType[2 * (count + 1) > types.length ? 2 * types.length
                : types.length];
        for (RegisteredType each : types) {
            if (each != null) {
                put(places, each);
            }
        }
        put(places, type);
        return new NameIndex(places, count + 1);
    }

    private static void put(@Nullable RegisteredType[] places, RegisteredType type) {
        int place = Bytes.hash(type.header(), NAME, type.header().length - NAME) & places.length - 1;
        while (places[place] != null) {
            place = place + 1 & places.length - 1;
        }
        places[place] = type;
    }

    /** Returns the type whose name these bytes are, null if there is none. */
    @Nullable RegisteredType find(byte[] array, int from, int length) {
        int place = Bytes.hash(array, from, length) & types.length - 1;
        for (RegisteredType type = types[place]; type != null; type = types[place]) {
            if (isName(type, array, from, length)) {
                return type;
            }
            place = place + 1 & types.length - 1;
        }
        return null;
    }

    static boolean isName(RegisteredType type, byte[] array, int from, int length) {
        byte[] header = type.header();
        return Arrays.equals(header, NAME, header.length, array, from, from + length);
    }
}
