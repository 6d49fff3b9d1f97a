package io.ergo.interop.value;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.ergo.interop.value.Type.Scalar;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints values: {@code string}, {@code bool}, {@code int} and nothing at all in short form, all others with their type. */
public final class ValueWriter {

    private static final int LONG_TEXT = 64;
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private ValueWriter() {}

    /** Returns what a JSON library prints as this value. */
    public static @Nullable Object show(Value value) {
        return switch (value) {
            case Value.Nil nil -> null;
            case Value.Bool bool -> bool.value();
            case Value.Whole whole -> whole(whole);
            case Value.Fraction fraction -> fraction(fraction);
            case Value.Text text -> text(text.type(), text.value());
            case Value.BrokenText text -> tagged(text.type()).with("utf8_hex", text.hex());
            case Value.Binary binary -> binary(binary.hex());
            case Value.Time time -> tagged(Scalar.TIME).with("rfc3339",
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.value()));
            case Value.Failure failure -> failure.reason() == null ? tagged(Scalar.ERROR).with("nil", true)
                    : tagged(Scalar.ERROR).withReason("text", failure.reason());
            case Value.Identifier id -> Members.of("type", id.ident().kind()).with(id.ident().kind(), id.ident().raw());
            case Value.ByName byName -> tagged(byName.type()).with("name", byName.name()).with("node", byName.node());
            case Value.Slice slice -> list("slice", slice.elem(), slice.items());
            case Value.Array array -> list("array", array.elem(), array.items());
            case Value.Mapping mapping -> mapping(mapping);
            case Value.Struct struct -> Members.of("type", "struct").with("name", struct.type().expression())
                    .with("fields", fields(struct.fields()));
            case Value.Named named -> Members.of("type", "named").with("name", named.type().expression())
                    .with("base", show(named.base()));
            case Value.Marshaled marshaled -> Members.of("type", "marshaler")
                    .with("name", marshaled.type().expression()).with("payload_hex", marshaled.hex());
        };
    }

    /** Returns a text that is the same for equal values and for no others. */
    public static String canonical(Value value) {
        return CANONICAL.writeValueAsString(show(value));
    }

    private static Members tagged(Scalar type) {
        return Members.of("type", type.expression());
    }

    private static Object whole(Value.Whole whole) {
        if (whole.type() == Scalar.INT) {
            return whole.bits();
        }
        return tagged(whole.type()).with("value", Numbers.isUnsigned(whole.type())
                ? Long.toUnsignedString(whole.bits())
                : Long.toString(whole.bits()));
    }

    private static Object fraction(Value.Fraction fraction) {
        int digits = fraction.type() == Scalar.FLOAT32 ? 8 : 16;
        return tagged(fraction.type()).with("bits", HexFormat.of().toHexDigits(fraction.bits(), digits));
    }

    private static Object text(Scalar type, String text) {
        boolean repeats = text.length() > LONG_TEXT && text.charAt(0) < 0x80
                && text.chars().allMatch(c -> c == text.charAt(0));
        if (repeats) {
            return tagged(type).with("repeat", text.substring(0, 1)).with("count", text.length());
        }
        return type == Scalar.STRING ? text : tagged(type).with("value", text);
    }

    private static Object binary(@Nullable String hex) {
        Members binary = tagged(Scalar.BINARY);
        if (hex == null) {
            return binary.with("nil", true);
        }
        int length = hex.length() / 2;
        if (length > LONG_TEXT && hex.equals(hex.substring(0, 2).repeat(length))) {
            return binary.with("repeat", hex.substring(0, 2)).with("count", length);
        }
        return binary.with("hex", hex);
    }

    private static Object list(String tag, Type elem, @Nullable List<Value> items) {
        Members list = Members.of("type", tag).with("elem", elem.expression());
        return items == null ? list.with("nil", true) : list.with("items", all(items));
    }

    private static List<@Nullable Object> all(List<Value> values) {
        List<@Nullable Object> shown = new ArrayList<>();
        values.forEach(value -> shown.add(show(value)));
        return shown;
    }

    private static Object mapping(Value.Mapping mapping) {
        Members map = Members.of("type", "map").with("key", mapping.type().key().expression())
                .with("elem", mapping.type().elem().expression());
        List<Value.Entry> entries = mapping.entries();
        if (entries == null) {
            return map.with("nil", true);
        }
        return map.with("entries", entries.stream()
                .sorted(Comparator.comparing(entry -> canonical(entry.key())))
                .map(entry -> all(List.of(entry.key(), entry.value()))).toList());
    }

    private static Members fields(Map<String, Value> fields) {
        Members shown = new Members();
        fields.forEach((name, value) -> shown.put(name, show(value)));
        return shown;
    }
}
