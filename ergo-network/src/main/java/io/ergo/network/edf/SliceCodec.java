package io.ergo.network.edf;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Slices as {@link EdfList}; takes any list, and null for nil.
 *
 * @param item of the items
 * @param type of them all
 * @param mark what stands in front of the count
 */
record SliceCodec(Codec item, WireType.Slice type, byte mark) implements Codec {

    SliceCodec(Codec item, byte mark) {
        this(item, new WireType.Slice(item.type()), mark);
    }

    @Override
    public int leastBytes() {
        return 1;
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        List<?> items = value instanceof EdfList list ? list.itemsOrNull() : asList(value);
        if (items == null) {
            out.putByte(Tags.NIL);
            return;
        }
        out.enter();
        out.putByte(mark);
        out.putInt(items.size());
        for (Object each : items) {
            item.write(out, each);
        }
        out.leave();
    }

    private @Nullable List<?> asList(@Nullable Object value) {
        if (value != null && !(value instanceof List<?>)) {
            throw wrongValue(value);
        }
        return (List<?>) value;
    }

    @Override
    public EdfList read(EdfReader in) {
        int count = in.getCount(mark, item.leastBytes());
        if (count < 0) {
            return EdfList.of(type, null);
        }
        in.enter();
        List<@Nullable Object> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(item.read(in));
        }
        in.leave();
        return EdfList.of(type, items);
    }
}
