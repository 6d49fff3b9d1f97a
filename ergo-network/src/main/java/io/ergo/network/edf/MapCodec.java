package io.ergo.network.edf;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Maps as {@link EdfMap}, in the order of the wire; takes any map, and null for nil. Of equal keys the last one counts.
 *
 * @param key of the keys
 * @param value of the values
 * @param type of them all
 * @param mark what stands in front of the count
 */
record MapCodec(Codec key, Codec value, WireType.Mapping type, byte mark) implements Codec {

    MapCodec(Codec key, Codec value, byte mark) {
        this(key, value, new WireType.Mapping(key.type(), value.type()), mark);
    }

    @Override
    public int leastBytes() {
        return 1;
    }

    @Override
    public void write(EdfWriter out, @Nullable Object given) {
        Map<?, ?> entries = given instanceof EdfMap map ? map.entriesOrNull() : asMap(given);
        if (entries == null) {
            out.putByte(Tags.NIL);
            return;
        }
        out.enter();
        out.putByte(mark);
        out.putInt(entries.size());
        entries.forEach((k, v) -> {
            key.write(out, k);
            value.write(out, v);
        });
        out.leave();
    }

    private @Nullable Map<?, ?> asMap(@Nullable Object given) {
        if (given != null && !(given instanceof Map<?, ?>)) {
            throw wrongValue(given);
        }
        return (Map<?, ?>) given;
    }

    @Override
    public EdfMap read(EdfReader in) {
        int count = in.getCount(mark, Codec.sum(key.leastBytes(), value.leastBytes()));
        if (count < 0) {
            return EdfMap.of(type, null);
        }
        in.enter();
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Object k = key.read(in);
            entries.put(k, value.read(in));
        }
        in.leave();
        return EdfMap.of(type, entries);
    }
}
