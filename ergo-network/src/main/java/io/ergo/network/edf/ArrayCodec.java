package io.ergo.network.edf;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Arrays as {@link EdfList}; takes any list of the right length.
 *
 * @param type of the array
 * @param item of the items
 */
record ArrayCodec(WireType.Array type, Codec item) implements Codec {

    @Override
    public int leastBytes() {
        return (int) Math.min(Integer.MAX_VALUE, (long) type.length() * item.leastBytes());
    }

    @Override
    public void write(EdfWriter out, @Nullable Object value) {
        if (!(value instanceof List<?> items)) {
            throw wrongValue(value);
        }
        if (items.size() != type.length()) {
            throw EdfException.encoding(items.size() + " items cannot be written as " + type);
        }
        out.enter();
        for (Object each : items) {
            item.write(out, each);
        }
        out.leave();
    }

    @Override
    public EdfList read(EdfReader in) {
        in.checkLength(type.length(), item.leastBytes());
        in.enter();
        List<@Nullable Object> items = new ArrayList<>(type.length());
        for (int i = 0; i < type.length(); i++) {
            items.add(item.read(in));
        }
        in.leave();
        return EdfList.of(type, items);
    }
}
