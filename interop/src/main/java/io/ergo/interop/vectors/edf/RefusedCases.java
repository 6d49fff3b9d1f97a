package io.ergo.interop.vectors.edf;

import java.util.regex.Pattern;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Section;
import io.ergo.network.WireException;
import io.ergo.network.edf.EdfValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code encode_errors}: values that have to be refused.
 *
 * @param root the file
 * @param types its types
 */
public record RefusedCases(Entry root, Types types) implements Section {

    /** The errors of the encoder itself; any other is that of a type with its own marshalling. */
    static final Pattern OF_THE_ENCODER = Pattern
            .compile("nothing to encode.*|pointer type .*|no encoder for .*|.* too long.*|Time\\..*|runtime error.*");

    @Override
    public void run(JsonNode section, Cases cases) {
        cases.each(section, each -> check(each, cases));
    }

    private void check(Entry each, Cases cases) {
        each.only("name", "options", "value", "error");
        String error = each.text("error");
        Tables tables = Tables.of(root, each);
        @Nullable Object value = each.member("value").isObject() ? typed(each.entry("value"))
                : DescribedValue.of(each.text("value"), error, types.schemas());
        if (DescribedValue.isGuess(value)) {
            cases.note(each.name(), "the value is not understood: '" + each.text("value")
                    + "', which the reference refuses with: " + error);
        }
        types.forms().all().forEach(form -> requireRefused(form, tables, value, error));
    }

    /** Where the type of a value is known by its schema alone, its own marshalling is not there to refuse anything. */
    private static void requireRefused(Form form, Tables tables, @Nullable Object value, String error) {
        byte[] written;
        try {
            written = form.write(value, tables.encode());
        } catch (WireException refused) {
            return;
        }
        if (OF_THE_ENCODER.matcher(error).matches() || !Values.holds(value, EdfValue.Opaque.class::isInstance)) {
            throw new Mismatch(form.name() + ", encoding", "refused, as by the reference with: " + error,
                    written.length + " bytes");
        }
    }

    /** Of a type that nobody registered the name is enough. */
    private @Nullable Object typed(Entry value) {
        return value.has("name") && value.text("name").startsWith("#")
                && types.schemas().find(value.text("name")).isEmpty()
                        ? new EdfValue.Opaque(value.text("name"), new byte[0])
                        : types.values().read(value);
    }
}
