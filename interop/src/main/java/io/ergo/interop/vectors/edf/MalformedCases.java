package io.ergo.interop.vectors.edf;

import java.util.Arrays;
import java.util.regex.Pattern;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.HexText;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Section;
import io.ergo.network.WireException;
import io.ergo.network.edf.EdfValue;
import tools.jackson.databind.JsonNode;

/**
 * {@code malformed}: bytes that have to be refused, and odd ones that are taken.
 *
 * @param root the file
 * @param types its types
 */
public record MalformedCases(Entry root, Types types) implements Section {

    /** How the errors of the decoder itself begin; any other is that of a type with its own marshalling. */
    private static final Pattern OF_THE_DECODER = Pattern
            .compile("(malformed EDF: )?(end of data|incorrect |unknown |no "
                    + "|unable to |extra data|Time\\.|runtime error).*");

    @Override
    public void run(JsonNode section, Cases cases) {
        cases.each(section, this::check);
    }

    private void check(Entry each) {
        Tables tables = Tables.of(root, each);
        byte[] bytes = each.hex("hex");
        if (each.says("accepted")) {
            each.only("name", "hex", "options", "accepted", "value", "tail_hex");
            accepted(tables, bytes, each);
        } else {
            each.only("name", "hex", "options", "accepted", "error");
            refused(tables, bytes, each.text("error"));
        }
    }

    private void accepted(Tables tables, byte[] bytes, Entry each) {
        byte[] tail = each.hex("tail_hex");
        Form generic = types.forms().generic();
        Form.Read read = generic.read(bytes, tables.decode());
        byte[] left = Arrays.copyOfRange(bytes, bytes.length - read.left(), bytes.length);
        HexText.requireEqual("what is left behind the value", tail, left);
        Difference.requireSame(generic.name() + ", decoding", types.values().read(each.entry("value")), read.value());
    }

    private void refused(Tables tables, byte[] bytes, String error) {
        boolean ofTheDecoder = OF_THE_DECODER.matcher(error).matches();
        requireRefused(types.forms().generic(), tables, bytes, error, !ofTheDecoder);
        types.forms().records().forEach(
                group -> group.forEach(form -> requireRefused(form, tables, bytes, error, !ofTheDecoder)));
    }

    /** Where the type of a value is known by its schema alone, its own marshalling is not there to refuse anything. */
    private static void requireRefused(Form form, Tables tables, byte[] bytes, String error, boolean byMarshaller) {
        Object value;
        try {
            value = form.read(bytes, tables.decode()).value();
        } catch (WireException refused) {
            return;
        }
        if (!(byMarshaller && Values.holds(value, EdfValue.Opaque.class::isInstance))) {
            throw new Mismatch(form.name() + ", decoding", "refused, as by the reference with: " + error,
                    Values.shown(value));
        }
    }
}
