package io.ergo.network;

import org.jspecify.annotations.Nullable;

/** Texts of a peer as they may go into a log. */
public final class Printable {

    private static final int MOST_CHARS = 200;

    private Printable() {}

    /** Returns the text without control characters, cut where it gets long. */
    public static String of(@Nullable String text) {
        String all = String.valueOf(text);
        String cut = all.length() <= MOST_CHARS ? all : all.substring(0, MOST_CHARS) + "…";
        StringBuilder printable = new StringBuilder();
        cut.chars().map(each -> Character.isISOControl(each) ? '?' : each)
                .forEach(each -> printable.append((char) each));
        return printable.toString();
    }
}
