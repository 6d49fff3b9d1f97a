package io.ergo.network.edf;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Maps as {@link EdfMap}; takes any map, and null for nil.
 *
 * @param entries the entries
 */
record GenericMapCodec(Entries entries) implements Codec {

    @Override
    public int leastBytes() {
        return 1;
    }

    @Override
    public WireType.Mapping type() {
        return entries.type();
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        Object given = value instanceof EdfMap map ? map.entriesOrNull() : value;
        if (given == null) {
            out.putNil();
        } else if (given instanceof Map<?, ?> map) {
            entries.write(out, map);
        } else {
            throw wrongValue(value);
        }
    }

    @Override
    public EdfMap read(EdfReader in) {
        return EdfMap.of(type(), entries.read(in));
    }
}
