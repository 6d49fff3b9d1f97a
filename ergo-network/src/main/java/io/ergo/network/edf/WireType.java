package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/** The type of a value on the wire. Prints as the type expression that {@link TypeExpression} reads, for example {@code map[string][]int}. */
public sealed interface WireType permits Scalar, WireType.Slice, WireType.Array, WireType.Mapping, WireType.Registered {

    /**
     * Any number of items of one type, or nil.
     *
     * @param item type of the items
     */
    record Slice(WireType item) implements WireType {

        @Override
        public String toString() {
            return "[]" + item;
        }
    }

    /**
     * A fixed number of items of one type.
     *
     * @param length how many, not negative
     * @param item type of the items
     */
    record Array(int length, WireType item) implements WireType {

        /** Checks the length. */
        public Array {
            if (length < 0) {
                throw new IllegalArgumentException("the length of an array is " + length + " but must not be negative");
            }
        }

        @Override
        public String toString() {
            return "[" + length + "]" + item;
        }
    }

    /**
     * A map, or nil.
     *
     * @param key type of the keys; Go reads scalars and registered types alone, so a decoder refuses others
     * @param value type of the values
     */
    record Mapping(WireType key, WireType value) implements WireType {

        /** Returns why no map has keys of the type, null if it can. */
        static @Nullable String refusalOfKey(WireType key) {
            return key instanceof Scalar || key instanceof Registered ? null
                    : "the key of a map is " + key + " but must be a scalar or a registered type";
        }

        @Override
        public String toString() {
            return "map[" + key + "]" + value;
        }
    }

    /**
     * A type that both sides registered under one name.
     *
     * @param name {@code #package/Name}
     */
    record Registered(String name) implements WireType {

        /** Checks the name. */
        public Registered {
            TypeNames.check(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
