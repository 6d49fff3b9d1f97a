package io.ergo.interop.vectors.frame;

import java.util.Collections;
import java.util.List;

import io.ergo.interop.vectors.edf.Schemas;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.edf.Schema;
import org.jspecify.annotations.Nullable;

/** Where the fields of a struct lie in the bytes of a message without caches. */
public final class StructFields {

    /** Of a struct that holds nothing but the field to be measured. */
    private static final String ALONE = "#interop/Alone";
    private static final int NAME_HEADER = 3;

    private final Schemas schemas;

    /** Creates one for these types. */
    public StructFields(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Adds the name of the type and each field to the parts. */
    public void addTo(Parts parts, EdfValue.Struct value, Schema.Struct schema) {
        String name = value.name();
        parts.shown("type name prefix", NAME_HEADER + name.length(), name);
        String shortName = name.substring(name.lastIndexOf('/') + 1);
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
        schemas.all().forEach(registry::register);
        for (int i = 0; i < schema.fields().size(); i++) {
            Schema.Field field = schema.fields().get(i);
            registry.register(new Schema.Struct(ALONE + i, List.of(field)));
            parts.bytes(shortName + "." + field.name(), size(registry, ALONE + i, value.fields().get(i)));
        }
    }

    @SuppressWarnings("NullAway") // it does not see the annotation in the constructor of another module's record
    private static int size(EdfRegistry registry, String alone, @Nullable Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(new EdfValue.Struct(alone, Collections.singletonList(value)));
        return out.size() - NAME_HEADER - alone.length();
    }
}
