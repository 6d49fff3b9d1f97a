package io.ergo.interop.vectors.edf;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.Scalar;

/** Fractions by their bits, which the text beside them has to agree with. */
final class Fractions {

    private Fractions() {}

    static Object read(Scalar type, Entry entry) {
        Object value = value(type, bits(type, entry.text("bits")));
        if (entry.has("value")) {
            Mismatch.requireEqual("the text beside the bits", value, parsed(type, entry.text("value")));
        }
        return value;
    }

    private static Object value(Scalar type, long bits) {
        if (type == Scalar.FLOAT32) {
            return Float.intBitsToFloat((int) bits);
        }
        return Double.longBitsToDouble(bits);
    }

    private static long bits(Scalar type, String hex) {
        int digits = type == Scalar.FLOAT32 ? 8 : 16;
        if (!hex.matches("[0-9a-f]{" + digits + "}")) {
            throw new Mismatch("the bits of a " + type + " must be " + digits + " hexadecimal digits but are '" + hex
                    + "'");
        }
        return Long.parseUnsignedLong(hex, 16);
    }

    private static Object parsed(Scalar type, String text) {
        String java = switch (text) {
            case "+Inf", "Inf" -> "Infinity";
            case "-Inf" -> "-Infinity";
            default -> text;
        };
        try {
            if (type == Scalar.FLOAT32) {
                return Float.valueOf(java);
            }
            return Double.valueOf(java);
        } catch (NumberFormatException bad) {
            throw new Mismatch("the text beside the bits is no fraction: '" + text + "'");
        }
    }
}
