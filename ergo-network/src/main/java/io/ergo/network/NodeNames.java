package io.ergo.network;

import java.nio.charset.StandardCharsets;

/** The form of node names: {@code name@host}, at most 255 bytes in UTF-8. */
public final class NodeNames {

    private static final int MOST_BYTES = 255;

    private NodeNames() {}

    /** Tells whether the text has the form: one {@code @}, something on both sides, no control characters. */
    public static boolean isNodeName(String text) {
        int at = text.indexOf('@');
        return at > 0 && at == text.lastIndexOf('@') && at < text.length() - 1
                && text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && text.chars().noneMatch(Character::isISOControl);
    }

    /**
     * Returns the text if it has the form.
     *
     * @throws IllegalArgumentException if not
     */
    public static String checked(String text) {
        if (!isNodeName(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not the name of a node; write name@host, at most " + MOST_BYTES + " bytes");
        }
        return text;
    }
}
