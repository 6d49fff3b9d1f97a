package io.ergo.spring.boot.autoconfigure;

import java.beans.Introspector;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.actor.BackOff;
import io.ergo.spring.Child;
import io.ergo.spring.ErgoSetupException;
import io.ergo.spring.RestartBackOff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.annotation.MergedAnnotation;
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
     * Returns the pauses, null if nothing is said of them.
     *
     * @param what whose they are, to begin a sentence with
     */
    @Nullable BackOff backOff(RestartBackOff declared, String what) {
        if (declared.min().isEmpty()) {
            requireNothingElse(declared, what);
        }
        if (text(declared.min()).isEmpty()) {
            return null;
        }
        Duration min = duration(declared.min(), what + ".min");
        if (min.isZero()) {
            return BackOff.NONE;
        }
        try {
            return new BackOff(min, duration(declared.max(), what + ".max"), declared.factor(), declared.jitter());
        } catch (ErgoException e) {
            throw new ErgoSetupException(what + " cannot be: " + e.getMessage() + ".", "Correct it.");
        }
    }

    private static void requireNothingElse(RestartBackOff declared, String what) {
        MergedAnnotation<RestartBackOff> said = MergedAnnotation.from(declared);
        Stream.of("max", "factor", "jitter").filter(said::hasNonDefaultValue).findFirst().ifPresent(attribute -> {
            throw new ErgoSetupException(what + " sets " + attribute + " but not min, without which nothing waits.",
                    "Set min, the first pause, such as 500ms, or remove " + attribute + ".");
        });
    }

    Args args(Child child) {
        return Args.of((Object[]) Arrays.stream(child.args()).map(this::text).toArray(String[]::new));
    }

    /** Returns the name of a process whose declaration gives none. */
    static String defaultName(Class<?> type) {
        return Introspector.decapitalize(type.getSimpleName());
    }
}
