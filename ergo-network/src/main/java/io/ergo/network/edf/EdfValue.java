package io.ergo.network.edf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Values for which Java has no type of its own, so that nothing is lost between bytes and back. All others are plain Java values: {@code Boolean},
 * {@code Byte} (int8), {@code Short} (int16), {@code Integer} (int32), {@code Long} (int), {@code Float}, {@code Double}, {@code String},
 * {@code byte[]}, {@code OffsetDateTime}, {@link io.ergo.Reason} (error), the identifiers of {@code io.ergo}, {@link EdfList} and {@link EdfMap}.
 */
public sealed interface EdfValue {

    /**
     * An int64, which Go tells apart from int.
     *
     * @param value the number
     */
    record Int64(long value) implements EdfValue {}

    /**
     * A uint8.
     *
     * @param value 0 to 255
     */
    record UInt8(int value) implements EdfValue {

        /** Checks the range. */
        public UInt8 {
            range("uint8", value, 0xff);
        }
    }

    /**
     * A uint16.
     *
     * @param value 0 to 65,535
     */
    record UInt16(int value) implements EdfValue {

        /** Checks the range. */
        public UInt16 {
            range("uint16", value, 0xffff);
        }
    }

    /**
     * A uint32.
     *
     * @param value 0 to 2³² − 1
     */
    record UInt32(long value) implements EdfValue {

        /** Checks the range. */
        public UInt32 {
            range("uint32", value, 0xffff_ffffL);
        }
    }

    /**
     * A uint64.
     *
     * @param bits the number, unsigned
     */
    record UInt64(long bits) implements EdfValue {

        @Override
        public String toString() {
            return "UInt64[" + Long.toUnsignedString(bits) + "]";
        }
    }

    /**
     * A uint, which Go tells apart from uint64.
     *
     * @param bits the number, unsigned
     */
    record UInt(long bits) implements EdfValue {

        @Override
        public String toString() {
            return "UInt[" + Long.toUnsignedString(bits) + "]";
        }
    }

    /**
     * An atom, which Go tells apart from a string.
     *
     * @param text at most 255 bytes in UTF-8
     */
    record Atom(String text) implements EdfValue {}

    /** A string that is not UTF-8: Go's strings are any bytes. */
    final class RawString implements EdfValue {

        private final byte[] bytes;

        /** Copies the bytes. */
        public RawString(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /** Returns a copy of the bytes. */
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof RawString raw && Arrays.equals(bytes, raw.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "RawString[" + HexFormat.of().formatHex(bytes) + "]";
        }
    }

    /**
     * An atom that is not UTF-8. It is never replaced by another, and never an id of the atom cache.
     *
     * @param text at most 255 bytes
     */
    record RawAtom(RawString text) implements EdfValue {}

    /**
     * An error whose text is empty or not UTF-8, which no {@link io.ergo.Reason} has.
     *
     * @param text the bytes of the text
     */
    record RawError(RawString text) implements EdfValue {}

    /**
     * A time that {@code OffsetDateTime} cannot hold exactly: a year beyond its range, or an offset of zero that is not UTC.
     *
     * @param seconds since 0001-01-01T00:00:00Z
     * @param nanos 0 to 999,999,999
     * @param offsetSeconds seconds east of UTC; ignored for UTC
     * @param utc whether it is UTC itself
     */
    record Time(long seconds, int nanos, int offsetSeconds, boolean utc) implements EdfValue {}

    /**
     * A value of a registered struct that has no class here.
     *
     * @param name wire name of the type
     * @param fields its fields in wire order
     */
    record Struct(String name, List<@Nullable Object> fields) implements EdfValue {

        /** Copies the list, unless it cannot change. */
        public Struct {
            fields = fields instanceof FixedList ? fields : Collections.unmodifiableList(new ArrayList<>(fields));
        }
    }

    /**
     * A value of a registered scalar, slice, array or map that has no class here.
     *
     * @param name wire name of the type
     * @param value what it holds; null for a nil slice or map
     */
    record Named(String name, @Nullable Object value) implements EdfValue {}

    /** A value of a registered type that makes and reads its own bytes, and has no class here. */
    final class Opaque implements EdfValue {

        private final String name;
        private final byte[] payload;

        /** Copies the payload. */
        public Opaque(String name, byte[] payload) {
            this.name = name;
            this.payload = payload.clone();
        }

        /** Returns the wire name of the type. */
        public String name() {
            return name;
        }

        /** Returns a copy of the payload. */
        public byte[] payload() {
            return payload.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Opaque opaque && name.equals(opaque.name) && Arrays.equals(payload, opaque.payload);
        }

        @Override
        public int hashCode() {
            return name.hashCode() * 31 + Arrays.hashCode(payload);
        }

        @Override
        public String toString() {
            return "Opaque[" + name + ", " + HexFormat.of().formatHex(payload) + "]";
        }
    }

    private static void range(String type, long value, long most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("a " + type + " is " + value + " but must be 0 to " + most);
        }
    }
}
