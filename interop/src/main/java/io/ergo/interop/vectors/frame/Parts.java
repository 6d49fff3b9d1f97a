package io.ergo.interop.vectors.frame;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.HexText;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.edf.Difference;
import io.ergo.interop.vectors.edf.TypedValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parts of one frame, as they are found here, in order. To be compared with what a file says. */
public final class Parts {

    private final List<Part> parts = new ArrayList<>();
    private int at;

    /** Adds a number without a sign. */
    public Parts number(String name, int size, long value) {
        return shown(name, size, Long.toUnsignedString(value));
    }

    /** Adds the words of an identifier, each with its name. */
    public Parts words(List<String> names, long... words) {
        for (int i = 0; i < words.length; i++) {
            number(names.get(i), Long.BYTES, words[i]);
        }
        return this;
    }

    /** Adds a text with its length in one byte. */
    public Parts name(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return number("name length", 1, length).shown("name", length, text);
    }

    /** Adds what the file shows as this text. */
    public Parts shown(String name, int size, String text) {
        return add(name, size, new Part.Found.Shown(text));
    }

    /** Adds bytes that mean nothing. */
    public Parts undefined(String name, int size) {
        return add(name, size, new Part.Found.Undefined());
    }

    /** Adds bytes that somebody else looks at. */
    public Parts bytes(String name, int size) {
        return add(name, size, new Part.Found.Bytes());
    }

    /** Adds a value. */
    public Parts message(String name, int size, @Nullable Object value) {
        return add(name, size, new Part.Found.Message(value));
    }

    /** Goes back: the following parts are parts of the last one. */
    public Parts inside() {
        at = parts.getLast().offset();
        return this;
    }

    private Parts add(String name, int size, Part.Found found) {
        parts.add(new Part(name, at, size, found));
        at += size;
        return this;
    }

    /** Requires that the fields of the file are these parts of the bytes. */
    public void requireAre(List<Entry> fields, byte[] bytes, TypedValues values) {
        Mismatch.requireEqual("the fields", parts.stream().map(Part::name).toList(),
                fields.stream().map(Entry::name).toList());
        for (int i = 0; i < fields.size(); i++) {
            compare(parts.get(i), fields.get(i), bytes, values);
        }
    }

    private static void compare(Part part, Entry field, byte[] bytes, TypedValues values) {
        field.only("name", "offset", "size", "hex", "value", "inner_fields", "inner_hex", "inner_type");
        String what = "the field '" + part.name() + "'";
        Mismatch.requireEqual(what + ": offset and size", List.of(part.offset(), part.size()),
                List.of(field.count("offset"), field.count("size")));
        byte[] own = Arrays.copyOfRange(bytes, part.offset(), part.offset() + part.size());
        if (field.has("hex")) {
            HexText.requireEqual(what, own, field.hex("hex"));
        }
        switch (part.found()) {
            case Part.Found.Shown(var text) -> Mismatch.requireEqual(what, text, shown(field));
            case Part.Found.Undefined() ->
                    Mismatch.requireEqual(what, new BigInteger(1, own).toString(), shown(field));
            case Part.Found.Message(var value) ->
                    Difference.requireRead(what, values.read(field.entry("value")), value, own);
            case Part.Found.Bytes() -> requireNoValue(what, field);
        }
    }

    private static String shown(Entry field) {
        JsonNode value = field.member("value");
        if (!value.isString() && !value.isIntegralNumber()) {
            throw new Mismatch("the value of a field must be a number or a text but is " + value);
        }
        return value.asString();
    }

    private static void requireNoValue(String what, Entry field) {
        if (field.has("value")) {
            throw new Mismatch(what + " has a value, which is not understood here");
        }
    }
}
