package io.ergo.network.edf;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Slices as {@link EdfList}; takes any list, and null for nil. */
final class SliceCodec extends Codec {

    private final Codec item;
    private final WireType.Slice type;
    private final byte mark;

    /**
     * Creates one.
     *
     * @param mark what stands in front of the count
     */
    SliceCodec(Codec item, byte mark) {
        super(1);
        this.item = item;
        this.type = new WireType.Slice(item.type());
        this.mark = mark;
    }

    @Override
    WireType.Slice type() {
        return type;
    }

    @Override
    void write(EdfWriter out, @Nullable Object value) {
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
    EdfList read(EdfReader in) {
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
