package io.ergo.network;

import org.jspecify.annotations.Nullable;

/** The secret that the nodes of a network share. Printing it does not tell it. */
public final class Cookie {

    private final String text;

    private Cookie(String text) {
        this.text = text;
    }

    /**
     * Returns the cookie with the text.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static Cookie of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the cookie is empty; without a secret anybody could connect");
        }
        return new Cookie(text);
    }

    /** Returns the text, for computations; never to be printed or sent. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cookie cookie && text.equals(cookie.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "Cookie[…]";
    }
}
