package io.ergo.network.edf;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Maps as {@link EdfMap}, in the order of the wire; takes any map, and null for nil. Of equal keys the last one counts. */
final class MapCodec extends Codec {

    private final Codec key;
    private final Codec value;
    private final WireType.Mapping type;
    private final byte mark;

    MapCodec(Codec key, Codec value, byte mark) {
        super(1);
        this.key = key;
        this.value = value;
        this.type = new WireType.Mapping(key.type(), value.type());
        this.mark = mark;
    }

    @Override
    WireType.Mapping type() {
        return type;
    }

    @Override
    void write(EdfWriter out, @Nullable Object given) {
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
    EdfMap read(EdfReader in) {
        int count = in.getCount(mark, sum(key.leastBytes(), value.leastBytes()));
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
