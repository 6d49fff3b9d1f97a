package io.ergo.interop.value;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.ergo.interop.value.Type.Scalar;

/** The values of what a script leaves out. */
final class Zeroes {

    private static final OffsetDateTime FIRST_YEAR = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private Zeroes() {}

    static Value of(Type type) {
        return switch (type) {
            case Scalar scalar -> of(scalar);
            case Type.Slice slice -> new Value.Slice(slice.elem(), null);
            case Type.Array array ->
                    new Value.Array(array.elem(), Collections.nCopies(array.length(), of(array.elem())));
            case Type.Mapping mapping -> new Value.Mapping(mapping, null);
            case Type.Struct struct -> new Value.Struct(struct, fields(struct));
            case Type.Named named -> new Value.Named(named, of(named.base()));
            case Type.Marshaler marshaler -> new Value.Marshaled(marshaler, marshaler.empty());
        };
    }

    static Map<String, Value> fields(Type.Struct struct) {
        Map<String, Value> fields = new LinkedHashMap<>();
        struct.fields().forEach((name, type) -> fields.put(name, of(type)));
        return fields;
    }

    private static Value of(Scalar scalar) {
        return switch (scalar) {
            case ANY -> Value.Nil.NIL;
            case ERROR -> new Value.Failure(null);
            case BINARY -> new Value.Binary(null);
            case BOOL -> new Value.Bool(false);
            case STRING, ATOM -> new Value.Text(scalar, "");
            case INT, INT8, INT16, INT32, INT64, UINT, UINT8, UINT16, UINT32, UINT64 -> new Value.Whole(scalar, 0);
            case FLOAT32, FLOAT64 -> new Value.Fraction(scalar, 0);
            case TIME -> new Value.Time(FIRST_YEAR);
            case PID -> new Value.Identifier(Ident.OfPid.NONE);
            case ALIAS -> new Value.Identifier(Ident.OfAlias.NONE);
            case REF -> new Value.Identifier(Ident.OfRef.NONE);
            case PROCESSID, EVENT -> new Value.ByName(scalar, "", "");
        };
    }
}
