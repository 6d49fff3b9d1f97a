package io.ergo.benchmarks;

import java.util.Locale;

import io.ergo.benchmarks.figure.Quartiles;

/** How numbers are written, the same everywhere. */
final class Texts {

    private static final double MILLION = 1e6;

    private Texts() {}

    /** Returns operations a second in millions. */
    static String rate(double perSecond) {
        return number(perSecond / MILLION) + " M/s";
    }

    /** Returns about three digits. */
    static String number(double value) {
        double size = Math.abs(value);
        String form = size >= 100 || value == 0 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }

    /** Returns the bounds of the middle half. */
    static String range(Quartiles quartiles) {
        return number(quartiles.low()) + "–" + number(quartiles.high());
    }
}
