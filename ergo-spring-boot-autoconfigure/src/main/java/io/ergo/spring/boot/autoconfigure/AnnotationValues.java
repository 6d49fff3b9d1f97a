package io.ergo.spring.boot.autoconfigure;

import java.beans.Introspector;
import java.time.Duration;
import java.util.Arrays;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.actor.BackOff;
import io.ergo.spring.Child;
import io.ergo.spring.ErgoSetupException;
import io.ergo.spring.RestartBackOff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/** Reads the texts in annotations: placeholders, durations, arguments. */
final class AnnotationValues {

    private final Environment environment;

    AnnotationValues(Environment environment) {
        this.environment = environment;
    }

    /** Returns the text with its placeholders resolved. */
    String text(String text) {
        return environment.resolveRequiredPlaceholders(text);
    }

    /**
     * Returns the duration.
     *
     * @param what whose duration it is, to begin a sentence with
     */
    Duration duration(String text, String what) {
        String resolved = text(text);
        try {
            return DurationStyle.detectAndParse(resolved);
        } catch (IllegalArgumentException e) {
            throw new ErgoSetupException(what + " is '" + resolved + "', which is no duration.",
                    "Write it like 5s or PT5S.");
        }
    }

    /**
     * Returns the pauses, null if there are none.
     *
     * @param what whose they are, to begin a sentence with
     */
    @Nullable BackOff backOff(RestartBackOff declared, String what) {
        if (text(declared.min()).isEmpty()) {
            return null;
        }
        Duration min = duration(declared.min(), what + ".min");
        if (min.isZero()) {
            return null;
        }
        try {
            return new BackOff(min, duration(declared.max(), what + ".max"), declared.factor(), declared.jitter());
        } catch (ErgoException e) {
            throw new ErgoSetupException(what + " cannot be: " + e.getMessage() + ".", "Correct it.");
        }
    }

    Args args(Child child) {
        return Args.of((Object[]) Arrays.stream(child.args()).map(this::text).toArray(String[]::new));
    }

    /** Returns the name of a process whose declaration gives none. */
    static String defaultName(Class<?> type) {
        return Introspector.decapitalize(type.getSimpleName());
    }
}
