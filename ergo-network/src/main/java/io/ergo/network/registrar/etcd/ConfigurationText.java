package io.ergo.network.registrar.etcd;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values of configuration: texts that may begin with a type. {@code int:123} is a {@code Long}, {@code float:3.14} a {@code Double} as Go writes
 * them, {@code bool:true} a {@code Boolean}; anything else, also what does not parse, is the text itself. Blanks count.
 */
public final class ConfigurationText {

    private static final String INT = "int:";
    private static final String FLOAT = "float:";
    private static final String BOOL = "bool:";

    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);
    // possessive, so that a long text that does not match is not tried again for each of its digits
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]++\\.?[0-9]*+|\\.[0-9]++)([eE][+-]?[0-9]++)?");
    private static final Pattern HEXADECIMAL = Pattern
            .compile("[+-]?0[xX]([0-9a-fA-F]++\\.?[0-9a-fA-F]*+|\\.[0-9a-fA-F]++)[pP][+-]?[0-9]++");

    private ConfigurationText() {}

    /** Returns the value: a {@code Long}, {@code Double}, {@code Boolean} or {@code String}. */
    public static Object parse(String text) {
        Optional<?> typed = Optional.empty();
        if (text.startsWith(INT)) {
            typed = integer(text.substring(INT.length()));
        } else if (text.startsWith(FLOAT)) {
            typed = number(text.substring(FLOAT.length()));
        } else if (text.startsWith(BOOL)) {
            typed = truth(text.substring(BOOL.length()));
        }
        return typed.isPresent() ? typed.get() : text;
    }

    private static Optional<Long> integer(String text) {
        if (!INTEGER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty(); // does not fit in 64 bits
        }
    }

    private static Optional<Boolean> truth(String text) {
        return TRUE.contains(text) ? Optional.of(true) : FALSE.contains(text) ? Optional.of(false) : Optional.empty();
    }

    /** A number beyond the largest one does not parse; one that is too small is zero. */
    private static Optional<Double> number(String text) {
        if (text.equalsIgnoreCase("nan")) {
            return Optional.of(Double.NaN);
        }
        if (INFINITE.matcher(text).matches()) {
            return Optional.of(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        String digits = text.replace("_", "");
        boolean hexadecimal = HEXADECIMAL.matcher(digits).matches();
        if ((!hexadecimal && !DECIMAL.matcher(digits).matches()) || !underscoresFit(text, hexadecimal)) {
            return Optional.empty();
        }
        return Optional.of(Double.valueOf(digits)).filter(Double::isFinite);
    }

    /** One may stand between two digits, and between {@code 0x} and a digit. */
    private static boolean underscoresFit(String text, boolean hexadecimal) {
        for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
            boolean before = i > 0 && (isDigit(text.charAt(i - 1), hexadecimal) || isX(text.charAt(i - 1)));
            if (!before || i + 1 == text.length() || !isDigit(text.charAt(i + 1), hexadecimal)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isX(char c) {
        return c == 'x' || c == 'X';
    }

    private static boolean isDigit(char c, boolean hexadecimal) {
        return c < 128 && Character.digit(c, hexadecimal ? 16 : 10) >= 0;
    }
}
