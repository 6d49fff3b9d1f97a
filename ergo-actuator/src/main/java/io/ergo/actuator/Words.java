package io.ergo.actuator;

import java.util.Locale;

import io.ergo.Compression;
import io.ergo.Overflow;
import org.jspecify.annotations.Nullable;

/** How constants and empty texts are written in answers, in health details and in the tags of meters. */
final class Words {

    private static final int MAX_QUOTED = 100;

    private Words() {}

    /** Returns the constant in lower case with blanks: {@code wait response}. */
    static String of(Enum<?> constant) {
        return tag(constant).replace('_', ' ');
    }

    /** Returns the constant in lower case as it is, for the tags of meters: {@code wait_response}. */
    static String tag(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the policy in words: {@code reject}, {@code fallback to} and a name. */
    static String of(Overflow policy) {
        String kind = policy.getClass().getSimpleName().replaceAll("(?<=.)(?=\\p{Upper})", " ")
                .toLowerCase(Locale.ROOT);
        return policy instanceof Overflow.Fallback fallback ? kind + " to " + fallback.process() : kind;
    }

    /** Returns the compression in words: {@code off}, or {@code gzip, best size, from 2048 bytes}. */
    static String of(Compression compression) {
        return compression.enabled()
                ? of(compression.type()) + ", " + of(compression.level()) + ", from " + compression.threshold()
                        + " bytes"
                : "off";
    }

    /** Returns the beginning of what a request brought along, for the text of an error. */
    static String cut(String text) {
        return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
    }

    /** Returns null for the empty text, so that JSON leaves it out. */
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
