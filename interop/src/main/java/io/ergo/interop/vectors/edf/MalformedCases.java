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
import org.jspecify.annotations.Nullable;
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
                    + "|unable to unfold |extra data|Time\\.|runtime error).*");

    /** How the reference fails on values that it writes itself: its lengths overflow, or it takes items without bytes for missing ones. */
    private static final Pattern OF_THE_REFERENCE = Pattern
            .compile("(malformed EDF: )?(runtime error.*|incorrect data length( \\d+)?)");
    /** How it fails on a value whose last part has no bytes: it wants one more. */
    private static final Pattern OF_NOTHING_LEFT = Pattern.compile("(malformed EDF: )?end of data");

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
        Object value = types.values().read(each.entry("value"));
        Difference.requireRead(generic.name() + ", decoding", value, read.value(), bytes);
        if (Values.isPlain(read.value())) {
            types.forms().records().forEach(group -> group.forEach(form -> accepted(form, tables, bytes, tail, value)));
        }
    }

    /** Records cannot be compared with the value: what was read is written, and that is read in the generic form. */
    private void accepted(Form form, Tables tables, byte[] bytes, byte[] tail, @Nullable Object value) {
        Form.Read read = form.read(bytes, tables.decode());
        Mismatch.requireEqual(form.name() + ", the bytes that are left", tail.length, read.left());
        Object again = read.value() == null ? null
                : types.forms().generic().readAll(form.write(read.value(), tables.encode()), tables.decode());
        Difference.requireRead(form.name() + ", decoding", value, again, bytes);
    }

    private void refused(Tables tables, byte[] bytes, String error) {
        requireRefused(types.forms().generic(), tables, bytes, error);
        types.forms().records().forEach(group -> group.forEach(form -> requireRefused(form, tables, bytes, error)));
    }

    private void requireRefused(Form form, Tables tables, byte[] bytes, String error) {
        Form.Read read;
        try {
            read = form.read(bytes, tables.decode());
        } catch (WireException refused) {
            return;
        }
        if (!isUnchecked(read, error) && !(isRight(form, tables, bytes, read) && refusesRight(tables, bytes, error))) {
            throw new Mismatch(form.name() + ", decoding", "refused, as by the reference with: " + error,
                    Values.shown(read.value()));
        }
    }

    /** Where the type of a value is known by its schema alone, its own marshalling is not there to refuse anything. */
    private static boolean isUnchecked(Form.Read read, String error) {
        return !OF_THE_DECODER.matcher(error).matches()
                && Values.holds(read.value(), EdfValue.Opaque.class::isInstance);
    }

    /** Returns whether the bytes are what is written for the value: then nothing is wrong with them. */
    private static boolean isRight(Form form, Tables tables, byte[] bytes, Form.Read read) {
        return read.value() != null && read.left() == 0
                && Arrays.equals(bytes, form.write(read.value(), tables.encode()));
    }

    /** Returns whether the reference has this error also for right bytes. */
    private boolean refusesRight(Tables tables, byte[] bytes, String error) {
        return OF_THE_REFERENCE.matcher(error).matches() || (OF_NOTHING_LEFT.matcher(error).matches()
                && Values.endsInNothing(types.forms().generic().read(bytes, tables.decode()).value()));
    }
}
