package io.ergo.interop.vectors.edf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.EdfList;
import io.ergo.network.edf.EdfMap;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.Scalar;
import io.ergo.network.edf.Schema;
import io.ergo.network.edf.WireType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Typed values of a file as the generic values of EDF. What does not fit its static type or its schema is refused. */
public final class TypedValues {

    private final Schemas schemas;

    /** Creates a reader of values of these types. */
    public TypedValues(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Reads a value of any type. */
    public @Nullable Object read(Entry entry) {
        return read(entry, Scalar.ANY);
    }

    /** Reads a value of that type. */
    @Nullable Object read(Entry entry, WireType type) {
        String kind = entry.text("type");
        if (kind.equals("nil")) {
            return nothing(entry.only("type"), type);
        }
        WireType own = typeOf(kind, entry);
        if (type != Scalar.ANY && !own.equals(type)) {
            throw new Mismatch("a value of type " + own + " stands where the type is " + type);
        }
        return switch (kind) {
            case "slice", "array" -> list(entry, own);
            case "map" -> map(entry, (WireType.Mapping) own);
            case "struct", "named", "marshaler" -> registered(kind, entry, schemas.get(entry.text("name")));
            default -> ScalarValues.read((Scalar) own, entry);
        };
    }

    private static @Nullable Object nothing(Entry entry, WireType type) {
        if (type != Scalar.ANY) {
            throw new Mismatch("a nil stands where the type is " + type + ": " + entry.node());
        }
        return null;
    }

    private static WireType typeOf(String kind, Entry entry) {
        return switch (kind) {
            case "slice" -> new WireType.Slice(TypeMembers.type(entry, "elem"));
            case "array" -> new WireType.Array(entry.count("len"), TypeMembers.type(entry, "elem"));
            case "map" -> new WireType.Mapping(TypeMembers.type(entry, "key"), TypeMembers.type(entry, "elem"));
            case "struct", "named", "marshaler" -> TypeMembers.parse(entry.text("name"));
            default -> scalar(kind);
        };
    }

    private static Scalar scalar(String kind) {
        for (Scalar scalar : Scalar.values()) {
            if (scalar.toString().equals(kind) && scalar != Scalar.ANY) {
                return scalar;
            }
        }
        throw new Mismatch("there are no values of the type '" + kind + "'");
    }

    // ---- composites

    private EdfList list(Entry entry, WireType type) {
        return switch (type) {
            case WireType.Slice slice -> {
                entry.only("type", "elem", "items", "nil");
                yield isNil(entry, "items") ? EdfList.nil(slice.item())
                        : EdfList.slice(slice.item(), items(entry, slice.item()));
            }
            case WireType.Array array -> array(entry.only("type", "elem", "items", "len"), array);
            default -> throw new Mismatch(type + " is no list");
        };
    }

    private EdfList array(Entry entry, WireType.Array array) {
        List<@Nullable Object> items = items(entry, array.item());
        if (items.size() != array.length()) {
            throw new Mismatch("an array of " + array.length() + " items has " + items.size());
        }
        return EdfList.array(array.item(), items);
    }

    private List<@Nullable Object> items(Entry entry, WireType item) {
        List<@Nullable Object> items = new ArrayList<>();
        entry.entries("items").forEach(each -> items.add(read(each, item)));
        return items;
    }

    private EdfMap map(Entry entry, WireType.Mapping type) {
        if (isNil(entry.only("type", "key", "elem", "entries", "nil"), "entries")) {
            return EdfMap.nil(type.key(), type.value());
        }
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        for (JsonNode pair : entry.items("entries")) {
            if (!pair.isArray() || pair.size() != 2) {
                throw new Mismatch("an entry of a map must be a key and a value but is " + pair);
            }
            entries.put(read(new Entry(pair.get(0)), type.key()), read(new Entry(pair.get(1)), type.value()));
        }
        return EdfMap.of(type.key(), type.value(), entries);
    }

    private static boolean isNil(Entry entry, String items) {
        boolean nil = entry.says("nil");
        if (nil == entry.has(items)) {
            throw new Mismatch("a value must have either '" + items + "' or be nil");
        }
        return nil;
    }

    // ---- registered types

    private Object registered(String kind, Entry entry, Schema schema) {
        return switch (schema) {
            case Schema.Struct struct when kind.equals("struct") ->
                    struct(entry.only("type", "name", "fields"), struct);
            case Schema.Opaque opaque when kind.equals("marshaler") -> new EdfValue.Opaque(opaque.name(),
                    entry.only("type", "name", "payload_hex").hex("payload_hex"));
            case Schema.Named named when kind.equals("named") ->
                    new EdfValue.Named(named.name(), base(entry.only("type", "name", "base"), named.base()));
            default -> throw new Mismatch("a value of the type '" + schema + "' is not of the kind '" + kind + "'");
        };
    }

    private @Nullable Object base(Entry entry, WireType type) {
        Object value = read(entry.entry("base"), type);
        return (value instanceof EdfList list && list.isNil()) || (value instanceof EdfMap map && map.isNil()) ? null
                : value;
    }

    @SuppressWarnings("NullAway") // it does not see the annotation in the constructor of another module's record
    private EdfValue.Struct struct(Entry entry, Schema.Struct schema) {
        List<Entry> fields = entry.entries("fields");
        Mismatch.requireEqual("the fields of " + schema.name(),
                schema.fields().stream().map(Schema.Field::name).toList(),
                fields.stream().map(Entry::name).toList());
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            values.add(read(fields.get(i).only("name", "value").entry("value"), schema.fields().get(i).type()));
        }
        return new EdfValue.Struct(schema.name(), values);
    }
}
