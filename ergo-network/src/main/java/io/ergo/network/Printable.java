package io.ergo.network;

import org.jspecify.annotations.Nullable;

/** Texts of a peer as they may go into a log. */
public final class Printable {

    private static final int MOST_CHARS = 200;

    private Printable() {}

    /** Returns the text without control characters, cut behind 200 characters. */
    public static String of(@Nullable String text) {
        return of(text, MOST_CHARS);
    }

    /** Returns the text without control characters, cut where it gets longer than that. */
    public static String of(@Nullable String text, int mostChars) {
        String all = String.valueOf(text);
        String cut = all.length() <= mostChars ? all : all.substring(0, mostChars) + "…";
        StringBuilder printable = new StringBuilder();
        cut.chars().map(each -> Character.isISOControl(each) ? '?' : each)
                .forEach(each -> printable.append((char) each));
        return printable.toString();
    }
}
