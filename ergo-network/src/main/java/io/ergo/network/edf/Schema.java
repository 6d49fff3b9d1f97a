package io.ergo.network.edf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a registered type consists of. Both sides must mean the same by one name: nothing on the wire tells. */
public sealed interface Schema {

    /** Returns the wire name, {@code #package/Name}. */
    String name();

    /** Returns the names of the registered types in it. */
    default Set<String> references() {
        Set<String> names = new LinkedHashSet<>();
        switch (this) {
            case Struct struct -> struct.fields().forEach(field -> addReferences(field.type(), names));
            case Named named -> addReferences(named.base(), names);
            case Opaque _ -> {
            }
        }
        return names;
    }

    private static void addReferences(WireType type, Set<String> names) {
        switch (type) {
            case WireType.Slice slice -> addReferences(slice.item(), names);
            case WireType.Array array -> addReferences(array.item(), names);
            case WireType.Mapping map -> {
                addReferences(map.key(), names);
                addReferences(map.value(), names);
            }
            case WireType.Registered registered -> names.add(registered.name());
            case Scalar _ -> {
            }
        }
    }

    /**
     * Returns why a side with this schema and one with the other do not understand each other; empty if they do. Registered types in it are
     * compared by their names alone, see {@link EdfRegistry#conflictWith}.
     */
    default Optional<String> conflictWith(Schema other) {
        return SchemaConflict.between(this, other);
    }

    /**
     * Fields, one after the other.
     *
     * @param name the wire name
     * @param fields the fields in wire order
     */
    record Struct(String name, List<Field> fields) implements Schema {

        /** Checks and copies. */
        public Struct {
            TypeNames.check(name);
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return "struct " + name + " " + fields;
        }
    }

    /**
     * A field of a struct.
     *
     * @param name its name; not on the wire
     * @param type its type
     */
    record Field(String name, WireType type) {

        @Override
        public String toString() {
            return name + " " + type;
        }
    }

    /**
     * A scalar, slice, array or map under a name of its own.
     *
     * @param name the wire name
     * @param base what it is
     */
    record Named(String name, WireType base) implements Schema {

        /** Checks. */
        public Named {
            TypeNames.check(name);
            if (!canBeBase(base)) {
                throw new IllegalArgumentException("the base of " + name + " is " + base
                        + " but must be bool, a number, string, a slice, array or map");
            }
        }

        private static boolean canBeBase(WireType base) {
            return switch (base) {
                case Scalar scalar -> scalar.isNumber() || scalar == Scalar.BOOL || scalar == Scalar.STRING;
                case WireType.Registered _ -> false;
                case WireType.Slice _,WireType.Array _,WireType.Mapping _ -> true;
            };
        }

        @Override
        public String toString() {
            return "type " + name + " " + base;
        }
    }

    /**
     * Bytes that the type makes and reads itself.
     *
     * @param name the wire name
     */
    record Opaque(String name) implements Schema {

        /** Checks. */
        public Opaque {
            TypeNames.check(name);
        }

        @Override
        public String toString() {
            return "opaque " + name;
        }
    }
}
