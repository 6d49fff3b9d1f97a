package io.ergo.network.edf;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Reads type expressions as Go writes them: {@code []int}, {@code [4]uint8}, {@code map[string]any}, or the wire name of a registered type. */
public final class TypeExpression {

    private static final String MAP = "map[";

    private TypeExpression() {}

    /**
     * Returns the type.
     *
     * @throws IllegalArgumentException if the expression is none
     */
    public static WireType parse(String expression) {
        if (expression.startsWith("#")) {
            return new WireType.Registered(expression);
        }
        if (expression.startsWith(MAP)) {
            int close = closing(expression, MAP.length() - 1);
            return new WireType.Mapping(parse(expression.substring(MAP.length(), close)),
                    parse(expression.substring(close + 1)));
        }
        if (expression.startsWith("[]")) {
            return new WireType.Slice(parse(expression.substring(2)));
        }
        if (expression.startsWith("[")) {
            int close = closing(expression, 0);
            return new WireType.Array(number(expression, expression.substring(1, close)),
                    parse(expression.substring(close + 1)));
        }
        return scalar(expression);
    }

    /** Brackets also stand in the names of types with arguments. */
    private static int closing(String expression, int open) {
        int depth = 0;
        for (int i = open; i < expression.length(); i++) {
            char c = expression.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("the type '" + expression + "' lacks a closing bracket");
    }

    private static int number(String expression, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the length '" + text + "' in the type '" + expression + "' is no number", e);
        }
    }

    private static Scalar scalar(String expression) {
        @Nullable Scalar found = null;
        for (Scalar scalar : Scalar.values()) {
            found = scalar.toString().equals(expression) ? scalar : found;
        }
        if (found == null) {
            throw new IllegalArgumentException(
                    "the type '" + expression + "' is neither built in nor a wire name; built in are "
                            + java.util.Arrays.toString(Scalar.values()).toLowerCase(Locale.ROOT));
        }
        return found;
    }
}
