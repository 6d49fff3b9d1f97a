package io.ergo.interop.value;

import java.math.BigInteger;
import java.util.Locale;

import io.ergo.interop.value.Type.Scalar;
import tools.jackson.databind.JsonNode;

/** Numbers in JSON: as such, as decimal texts, fractions also by their bits. */
final class Numbers {

    private Numbers() {}

    /** Reads a number whose type nobody says: {@code int} if it is whole and fits, else {@code float64}. */
    static Value read(JsonNode json) {
        return json.isIntegralNumber() && json.canConvertToLong() ? new Value.Whole(Scalar.INT, json.asLong())
                : new Value.Fraction(Scalar.FLOAT64, Double.doubleToRawLongBits(json.asDouble()));
    }

    static Value whole(JsonNode json, Scalar type) {
        String text = Texts.of(json);
        BigInteger number;
        try {
            number = new BigInteger(text);
        } catch (NumberFormatException bad) {
            throw new PeerException("'" + text + "' is no " + type.expression());
        }
        BigInteger least = isUnsigned(type) ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(width(type) - 1).negate();
        BigInteger beyond = BigInteger.ONE.shiftLeft(isUnsigned(type) ? width(type) : width(type) - 1);
        if (number.compareTo(least) < 0 || number.compareTo(beyond) >= 0) {
            throw new PeerException(text + " does not fit into " + type.expression());
        }
        return new Value.Whole(type, number.longValue());
    }

    static boolean isUnsigned(Scalar type) {
        return type.expression().startsWith("u");
    }

    private static int width(Scalar type) {
        return switch (type) {
            case INT8, UINT8 -> 8;
            case INT16, UINT16 -> 16;
            case INT32, UINT32 -> 32;
            default -> 64;
        };
    }

    /** Reads a fraction from the member with its bits, if there is one, else from its text. */
    static Value fraction(JsonNode bits, JsonNode json, Scalar type) {
        if (!Texts.isNone(bits)) {
            return new Value.Fraction(type, bits(Texts.of(bits)));
        }
        double value = decimal(Texts.of(json));
        return new Value.Fraction(type, type == Scalar.FLOAT32
                ? Integer.toUnsignedLong(Float.floatToRawIntBits((float) value))
                : Double.doubleToRawLongBits(value));
    }

    private static long bits(String hex) {
        try {
            return Long.parseUnsignedLong(hex, 16);
        } catch (NumberFormatException bad) {
            throw new PeerException("'" + hex + "' are no bits in hexadecimal");
        }
    }

    private static double decimal(String text) {
        try {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "inf", "+inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException bad) {
            throw new PeerException("'" + text + "' is no fraction");
        }
    }
}
