package io.ergo.interop.vectors.edf;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Section;
import io.ergo.network.edf.WireType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code cases}: values and their bytes, both ways.
 *
 * @param root the file
 * @param types its types
 */
public record ValueCases(Entry root, Types types) implements Section {

    @Override
    public void run(JsonNode section, Cases cases) {
        cases.each(section, this::check);
    }

    private void check(Entry each) {
        each.only("name", "go_type", "type", "options", "value", "hex", "decode_error", "decoded_value");
        WireType type = TypeMembers.type(each, "type");
        Object value = types.values().read(each.entry("value"), type);
        Subject subject = new Subject(types.forms(), Tables.of(root, each), each.hex("hex"));
        subject.requireEncodes(value);
        if (each.has("decode_error")) {
            each.text("decode_error");
            subject.requireDecodesOrRefuses(value);
        } else {
            subject.requireDecodes(decoded(each, type, value));
        }
    }

    private @Nullable Object decoded(Entry each, WireType type, @Nullable Object value) {
        Entry expected = each.entry(each.has("decoded_value") ? "decoded_value" : "value");
        if (hasNilBinary(expected.node())) {
            throw new Mismatch("a nil binary is no value that bytes can be decoded to: " + expected.node());
        }
        return each.has("decoded_value") ? types.values().read(expected, type) : value;
    }

    private static boolean hasNilBinary(JsonNode node) {
        if (node.path("type").asString("").equals("binary") && node.path("nil").asBoolean(false)) {
            return true;
        }
        for (JsonNode part : node) {
            if (hasNilBinary(part)) {
                return true;
            }
        }
        return false;
    }
}
