package io.ergo.interop.vectors.frame;

import org.jspecify.annotations.Nullable;

/**
 * A part of a frame as it is found here.
 *
 * @param name what it is called
 * @param offset where it begins
 * @param size how many bytes it has
 * @param found what it means
 */
record Part(String name, int offset, int size, Found found) {

    /** What a part means. */
    sealed interface Found {

        /**
         * A number or text.
         *
         * @param text as the file shows it
         */
        record Shown(String text) implements Found {}

        /** Bytes that mean nothing. Those of the frame that was read are lost. */
        record Undefined() implements Found {}

        /**
         * A value of EDF, in the generic form.
         *
         * @param value the value
         */
        record Message(@Nullable Object value) implements Found {}

        /** Bytes that are looked at elsewhere. */
        record Bytes() implements Found {}
    }
}
