package io.ergo.network.edf;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Maps, which are immutable when read and in the order of the wire.
 *
 * @param entries the entries
 * @param nullable whether nil becomes null; else it becomes an empty one
 */
record MapCodec(Entries entries, boolean nullable) implements Codec {

    @Override
    public int leastBytes() {
        return 1;
    }

    @Override
    public WireType.Mapping type() {
        return entries.type();
    }

    @Override
    public Codec orNull() {
        return new MapCodec(entries, true);
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            entries.write(out, map);
        } else if (value == null && nullable) {
            out.putNil();
        } else {
            throw wrongValue(value);
        }
    }

    @Override
    public @Nullable Object read(EdfReader in) {
        Map<?, ?> map = entries.read(in);
        return map != null || nullable ? map : Map.of();
    }
}
