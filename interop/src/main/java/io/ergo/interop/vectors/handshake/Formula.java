package io.ergo.interop.vectors.handshake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ergo.interop.vectors.check.HexText;
import io.ergo.interop.vectors.check.Mismatch;

/** How a digest is computed, as files write it: {@code sha256_hex(HelloB.Salt + ":" + HelloA.Digest + ":" + cookie)}, or {@code empty}. */
final class Formula {

    private static final Pattern HASH = Pattern.compile("sha256_hex\\((.+)\\)");
    /** A message, for Hello and the like with the side it is from, and its field. */
    private static final Pattern FIELD = Pattern.compile("([A-Z][a-z]+)([AB]?)\\.([A-Za-z]+)");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    private Formula() {}

    static String evaluate(String formula, MessageFields fields) {
        if (formula.equals("empty")) {
            return "";
        }
        Matcher hash = HASH.matcher(formula);
        if (!hash.matches()) {
            throw new Mismatch("the formula is not understood: " + formula);
        }
        StringBuilder text = new StringBuilder();
        for (String term : hash.group(1).split(" \\+ ", -1)) {
            text.append(term(term, fields));
        }
        return sha256(text.toString());
    }

    private static String term(String term, MessageFields fields) {
        Matcher literal = LITERAL.matcher(term);
        Matcher field = FIELD.matcher(term);
        if (term.equals("cookie")) {
            return fields.cookie();
        }
        if (literal.matches()) {
            return literal.group(1);
        }
        if (field.matches()) {
            return fields.field(field.group(1), direction(field.group(2)), field.group(3));
        }
        throw new Mismatch("a part of the formula is not understood: " + term);
    }

    private static Optional<String> direction(String side) {
        return side.isEmpty() ? Optional.empty()
                : Optional.of(side.equals("A") ? Conversation.FORTH : Conversation.BACK);
    }

    private static String sha256(String text) {
        try {
            return HexText.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
