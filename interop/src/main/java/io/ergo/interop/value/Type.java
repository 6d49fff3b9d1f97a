package io.ergo.interop.value;

import java.util.Locale;
import java.util.Map;

/** The static type of a value, as it stands in a type expression. */
public sealed interface Type {

    /** The types without parts. */
    enum Scalar implements Type {

        /** A value of any type, or none. */
        ANY,
        /** A reason, or none. */
        ERROR,
        /** Bytes. */
        BINARY,
        /** A truth value. */
        BOOL,
        /** A text. */
        STRING,
        /** A short text that names something. */
        ATOM,
        /** A signed integer of 64 bits; another type than {@link #INT64}. */
        INT,
        /** A signed integer of 8 bits. */
        INT8,
        /** A signed integer of 16 bits. */
        INT16,
        /** A signed integer of 32 bits. */
        INT32,
        /** A signed integer of 64 bits. */
        INT64,
        /** An unsigned integer of 64 bits; another type than {@link #UINT64}. */
        UINT,
        /** An unsigned integer of 8 bits. */
        UINT8,
        /** An unsigned integer of 16 bits. */
        UINT16,
        /** An unsigned integer of 32 bits. */
        UINT32,
        /** An unsigned integer of 64 bits. */
        UINT64,
        /** A fraction of 32 bits. */
        FLOAT32,
        /** A fraction of 64 bits. */
        FLOAT64,
        /** A point in time with its offset. */
        TIME,
        /** A process. */
        PID,
        /** A registered name. */
        PROCESSID,
        /** An alias. */
        ALIAS,
        /** A reference. */
        REF,
        /** An event. */
        EVENT;

        @Override
        public String expression() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A list of any length.
     *
     * @param elem the type of its elements
     */
    record Slice(Type elem) implements Type {

        @Override
        public String expression() {
            return "[]" + elem.expression();
        }
    }

    /**
     * A list of fixed length.
     *
     * @param length how many elements
     * @param elem the type of its elements
     */
    record Array(int length, Type elem) implements Type {

        @Override
        public String expression() {
            return "[" + length + "]" + elem.expression();
        }
    }

    /**
     * A map.
     *
     * @param key the type of its keys
     * @param elem the type of its values
     */
    record Mapping(Type key, Type elem) implements Type {

        @Override
        public String expression() {
            return "map[" + key.expression() + "]" + elem.expression();
        }
    }

    /**
     * A registered type with fields.
     *
     * @param expression its name on the wire
     * @param fields its fields in the order of the wire
     */
    record Struct(String expression, Map<String, Type> fields) implements Type {}

    /**
     * A registered type that is another one under a name of its own.
     *
     * @param expression its name on the wire
     * @param base the other type
     */
    record Named(String expression, Type base) implements Type {}

    /**
     * A registered type that writes itself.
     *
     * @param expression its name on the wire
     * @param empty the bytes of its zero value in hexadecimal; no value is shorter
     */
    record Marshaler(String expression, String empty) implements Type {}

    /** Returns how it is written. */
    String expression();
}
