package io.ergo.interop.value;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.ergo.Reason;
import io.ergo.interop.value.Type.Scalar;
import org.jspecify.annotations.Nullable;

/** A value of the line protocol: what the peer's processes send to each other. Bytes are kept in hexadecimal. */
public sealed interface Value {

    /** No value at all. */
    record Nil() implements Value {

        /** The only one needed. */
        public static final Nil NIL = new Nil();
    }

    /**
     * A truth value.
     *
     * @param value the value
     */
    record Bool(boolean value) implements Value {}

    /**
     * An integer.
     *
     * @param type which of the ten
     * @param bits the number; of unsigned types its 64 bits
     */
    record Whole(Scalar type, long bits) implements Value {}

    /**
     * A fraction.
     *
     * @param type which of the two
     * @param bits its bits after IEEE 754
     */
    record Fraction(Scalar type, long bits) implements Value {}

    /**
     * A string or an atom.
     *
     * @param type which of the two
     * @param value the text
     */
    record Text(Scalar type, String value) implements Value {}

    /**
     * A string or an atom whose bytes are not UTF-8.
     *
     * @param type which of the two
     * @param hex the bytes
     */
    record BrokenText(Scalar type, String hex) implements Value {}

    /**
     * Bytes.
     *
     * @param hex the bytes, null for none at all
     */
    record Binary(@Nullable String hex) implements Value {}

    /**
     * A point in time.
     *
     * @param value the time
     */
    record Time(OffsetDateTime value) implements Value {}

    /**
     * An error.
     *
     * @param reason the error, null for none
     */
    record Failure(@Nullable Reason reason) implements Value {}

    /**
     * A pid, alias or ref.
     *
     * @param ident the identifier
     */
    record Identifier(Ident ident) implements Value {}

    /**
     * A process or an event by name.
     *
     * @param type which of the two
     * @param name the name
     * @param node the node it belongs to
     */
    record ByName(Scalar type, String name, String node) implements Value {}

    /**
     * A list of any length.
     *
     * @param elem the type of its elements
     * @param items the elements, null for no list at all
     */
    record Slice(Type elem, @Nullable List<Value> items) implements Value {}

    /**
     * A list of fixed length.
     *
     * @param elem the type of its elements
     * @param items the elements
     */
    record Array(Type elem, List<Value> items) implements Value {}

    /**
     * A map.
     *
     * @param type the types of keys and values
     * @param entries the entries, no key twice; null for no map at all
     */
    record Mapping(Type.Mapping type, @Nullable List<Entry> entries) implements Value {}

    /**
     * An entry of a map.
     *
     * @param key the key
     * @param value the value
     */
    record Entry(Value key, Value value) {}

    /**
     * A value with fields.
     *
     * @param type its type
     * @param fields all fields of the type
     */
    record Struct(Type.Struct type, Map<String, Value> fields) implements Value {}

    /**
     * A value of a type that is another one under a name of its own.
     *
     * @param type its type
     * @param base the value
     */
    record Named(Type.Named type, Value base) implements Value {}

    /**
     * A value that writes itself.
     *
     * @param type its type
     * @param hex what it writes
     */
    record Marshaled(Type.Marshaler type, String hex) implements Value {}
}
