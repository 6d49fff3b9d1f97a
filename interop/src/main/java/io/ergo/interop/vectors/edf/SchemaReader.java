package io.ergo.interop.vectors.edf;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.Schema;
import io.ergo.network.edf.WireType;

/** Reads one entry of {@code schemas}. */
final class SchemaReader {

    private SchemaReader() {}

    static Schema read(Entry entry) {
        String name = entry.text("name");
        String kind = entry.text("kind");
        try {
            return switch (kind) {
                case "struct" -> new Schema.Struct(name,
                        entry.only("name", "kind", "fields").entries("fields").stream().map(SchemaReader::field)
                                .toList());
                case "marshaler" -> new Schema.Opaque(entry.only("name", "kind", "body").text("name"));
                case "slice" -> new Schema.Named(name,
                        new WireType.Slice(TypeMembers.type(entry.only("name", "kind", "elem"), "elem")));
                case "array" -> new Schema.Named(name,
                        new WireType.Array(entry.only("name", "kind", "elem", "len").count("len"),
                                TypeMembers.type(entry, "elem")));
                case "map" -> new Schema.Named(name,
                        new WireType.Mapping(TypeMembers.type(entry.only("name", "kind", "key", "elem"), "key"),
                                TypeMembers.type(entry, "elem")));
                default -> new Schema.Named(entry.only("name", "kind").text("name"), TypeMembers.parse(kind));
            };
        } catch (IllegalArgumentException bad) {
            throw new Mismatch(String.valueOf(bad.getMessage()));
        }
    }

    private static Schema.Field field(Entry entry) {
        return new Schema.Field(entry.only("name", "type").text("name"), TypeMembers.type(entry, "type"));
    }
}
