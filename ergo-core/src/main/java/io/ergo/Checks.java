package io.ergo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Argument checks of the contracts; each error names the thing, the value and what is expected. */
final class Checks {

    static final int MAX_NAME_BYTES = 255;

    private Checks() {}

    static <T> T present(String what, @Nullable T value) {
        if (value == null) {
            throw ErgoException.of(Reason.INCORRECT, what + " must not be null");
        }
        return value;
    }

    static String text(String what, @Nullable String value) {
        if (present(what, value).isEmpty()) {
            throw ErgoException.of(Reason.INCORRECT, what + " must not be empty");
        }
        return Objects.requireNonNull(value);
    }

    static String name(String what, @Nullable String value) {
        String name = text(what, value);
        int bytes = name.length() * 3 <= MAX_NAME_BYTES ? 0 : name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_NAME_BYTES) {
            throw ErgoException.of(Reason.ATOM_TOO_LONG,
                    what + " has " + bytes + " bytes in UTF-8 and begins with '" + name.substring(0, 20) + "'");
        }
        return name;
    }

    /** Copies in order: of names that differ in case alone the last one counts. */
    static Map<String, Object> variables(@Nullable Map<String, Object> variables) {
        Map<String, Object> copy = new LinkedHashMap<>();
        present("the environment", variables)
                .forEach((name, value) -> copy.put(text("the name of an environment variable", name),
                        present("the environment variable '" + name + "'", value)));
        return Collections.unmodifiableMap(copy);
    }

    static Duration positive(String what, @Nullable Duration value) {
        Duration duration = present(what, value);
        if (!duration.isPositive()) {
            throw ErgoException.of(Reason.INCORRECT, what + " is " + duration + " but must be positive");
        }
        return duration;
    }

    static Duration notNegative(String what, @Nullable Duration value) {
        Duration duration = present(what, value);
        if (duration.isNegative()) {
            throw ErgoException.of(Reason.INCORRECT, what + " is " + duration + " but must not be negative");
        }
        return duration;
    }

    static int notNegative(String what, int value) {
        if (value < 0) {
            throw ErgoException.of(Reason.INCORRECT, what + " is " + value + " but must not be negative");
        }
        return value;
    }
}
