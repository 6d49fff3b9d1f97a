package io.ergo.interop.vectors.edf;

import java.util.Arrays;
import java.util.List;

import io.ergo.Reason;
import io.ergo.interop.vectors.check.HexText;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.WireException;
import org.jspecify.annotations.Nullable;

/** A value with its bytes, to be looked at in each form. */
public final class Subject {

    private final Forms forms;
    private final Tables tables;
    private final byte[] bytes;

    /** Creates one with what both sides announced. */
    public Subject(Forms forms, Tables tables, byte[] bytes) {
        this.forms = forms;
        this.tables = tables;
        this.bytes = bytes.clone();
    }

    /** Returns what the bytes are in the generic form; all of them have to be used. */
    public @Nullable Object decoded() {
        return forms.generic().readAll(bytes, tables.decode());
    }

    /** Returns whether all texts in the value are UTF-8, and those of errors not empty: only then all parts of the framework keep them. */
    public static boolean hasTexts(@Nullable Object value) {
        return Values.isPlain(value);
    }

    /** Requires that the value is written as the bytes; a map with several entries may have them in another order. */
    public void requireEncodes(@Nullable Object value) {
        requireEncodes(forms.generic(), value, value);
    }

    /**
     * The reference knows cached errors by identity, and a file tells their text alone. So an error whose text stands in the bytes in full may also
     * be another one with the text of a cached one.
     */
    private void requireEncodes(Form form, @Nullable Object value, @Nullable Object generic) {
        byte[] written = write(form, value, tables);
        if (Arrays.equals(written, bytes)) {
            return;
        }
        if (new IdsInFull(tables).isAllThatDiffers(written, bytes)) {
            requireSame(form, generic, written);
            return;
        }
        List<Reason> asText = Values.errors(generic).stream().filter(this::standsInFull).toList();
        byte[] inFull = asText.isEmpty() ? written : write(form, value, tables.withoutErrors(asText));
        if (inFull.length == bytes.length && Values.hasUnorderedMaps(generic)) {
            requireSame(form, generic, inFull);
        } else {
            HexText.requireEqual(form.name() + ", encoding", bytes, inFull);
        }
    }

    private void requireSame(Form form, @Nullable Object generic, byte[] written) {
        Difference.requireSame(form.name() + ", encoding and decoding", generic,
                forms.generic().readAll(written, tables.decode()));
    }

    private static byte[] write(Form form, @Nullable Object value, Tables tables) {
        try {
            return form.write(value, tables.encode());
        } catch (WireException refused) {
            throw new Mismatch(form.name() + ", encoding", "the bytes", "refused: " + refused.getMessage());
        }
    }

    private boolean standsInFull(Reason error) {
        return Tables.standsInFull(error.text(), HexText.of(bytes));
    }

    /** Requires that the bytes are read as the value, which may be what the reference has read, and that all forms agree about both. */
    public void requireDecodes(@Nullable Object value) {
        Object read = decoded();
        Difference.requireRead(forms.generic().name() + ", decoding", value, read, bytes);
        if (Values.isPlain(read)) {
            forms.records().forEach(group -> requireAgree(group, read));
        }
    }

    /** Records cannot be compared with the typed value: what one form read, each of them has to write as the same bytes. */
    private void requireAgree(List<Form> group, @Nullable Object generic) {
        for (Form reader : group) {
            Object value = reader.readAll(bytes, tables.decode());
            group.forEach(writer -> requireEncodes(writer, value, generic));
        }
    }

    /** Requires that the bytes are refused, or else are the value. */
    void requireDecodesOrRefuses(@Nullable Object value) {
        try {
            forms.generic().read(bytes, tables.decode());
        } catch (WireException refused) {
            return;
        }
        requireDecodes(value);
    }
}
