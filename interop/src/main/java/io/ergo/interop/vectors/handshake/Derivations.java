package io.ergo.interop.vectors.handshake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Section;
import tools.jackson.databind.JsonNode;

/**
 * {@code derivations}: how a digest comes about. The formula has to give the value, and the message it is named after has to hold it.
 *
 * @param root the file
 */
public record Derivations(Entry root) implements Section {

    /** For example {@code Accept.Digest (start handshake, b->a)}. */
    private static final Pattern NAME = Pattern.compile("([A-Za-z]+)\\.([A-Za-z]+) \\((.+)\\)");
    private static final Pattern LINK = Pattern.compile("link (\\d{1,9})");

    @Override
    public void run(JsonNode section, Cases cases) {
        cases.each(section, this::check);
    }

    private void check(Entry derivation) {
        derivation.only("name", "formula", "value");
        Matcher name = NAME.matcher(derivation.name());
        if (!name.matches()) {
            throw new Mismatch("the name must be like 'Hello.Digest (initiator)'");
        }
        MessageFields fields = new MessageFields(Conversation.of(root), link(name.group(3)));
        String value = derivation.text("value");
        Mismatch.requireEqual("the recorded message", value,
                fields.field(name.group(1), direction(name.group(3)), name.group(2)));
        Mismatch.requireEqual("the formula", value, Formula.evaluate(derivation.text("formula"), fields));
    }

    private static long link(String where) {
        Matcher link = LINK.matcher(where);
        return link.find() ? Long.parseLong(link.group(1)) : 0;
    }

    private static Optional<String> direction(String where) {
        if (where.equals("initiator") || where.endsWith(Conversation.FORTH)) {
            return Optional.of(Conversation.FORTH);
        }
        if (where.equals("acceptor") || where.endsWith(Conversation.BACK)) {
            return Optional.of(Conversation.BACK);
        }
        if (LINK.matcher(where).matches()) {
            return Optional.empty();
        }
        throw new Mismatch("which message is meant by '" + where + "' is not understood");
    }
}
