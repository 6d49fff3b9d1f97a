package io.ergo.interop.vectors.edf;

import java.util.Collection;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.network.edf.Schema;

/**
 * The types of a file: what its values are read with, and the forms they are coded in.
 *
 * @param schemas the types
 * @param values reads typed values
 * @param forms codes them
 */
public record Types(Schemas schemas, TypedValues values, Forms forms) {

    /**
     * Reads those of a file.
     *
     * @param known types that both sides have anyway
     */
    public static Types of(Entry root, Collection<Schema> known, Cases cases) {
        Schemas schemas = Schemas.read(root, known, cases);
        return new Types(schemas, new TypedValues(schemas), Forms.of(schemas));
    }
}
