package io.ergo.actuator;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * A value by which a request chooses a page: a whole number within bounds.
 *
 * @param name name of the request parameter
 * @param absent what a request without it means
 * @param least the least number allowed
 * @param greatest the greatest number allowed
 */
record PagingValue(String name, long absent, long least, long greatest) {

    static final PagingValue FROM = new PagingValue("from", 0, 0, Long.MAX_VALUE);
    static final PagingValue LIMIT = new PagingValue("limit", 100, 1, Integer.MAX_VALUE);

    /** Returns the number, empty if the text is none or not within the bounds. */
    OptionalLong read(@Nullable String text) {
        if (text == null) {
            return OptionalLong.of(absent);
        }
        try {
            long value = Long.parseLong(text);
            return value >= least && value <= greatest ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    Answer.Wrong wrong(@Nullable String text) {
        return new Answer.Wrong(
                "'" + name + "' is '" + Words.cut(String.valueOf(text)) + "' but must be a whole number from " + least
                        + " to " + greatest);
    }
}
