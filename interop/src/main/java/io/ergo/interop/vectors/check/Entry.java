package io.ergo.interop.vectors.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * An object of a vector file. What is missing, of the wrong kind, or unknown is a {@link Mismatch} that names the member.
 *
 * @param node the object
 */
public record Entry(JsonNode node) {

    /** Members that tell something to people alone. */
    private static final Set<String> NOTES = Set.of("notes", "about", "what");

    /** Checks. */
    public Entry {
        if (!node.isObject()) {
            throw new Mismatch("an object is expected, not " + shown(node));
        }
    }

    /** Refuses members that nobody would look at. */
    public Entry only(String... members) {
        Set<String> known = Set.of(members);
        for (String member : node.propertyNames()) {
            if (!known.contains(member) && !NOTES.contains(member)) {
                throw new Mismatch("the member '" + member + "' is not known here");
            }
        }
        return this;
    }

    /** Returns whether there is such a member. */
    public boolean has(String member) {
        return node.has(member);
    }

    /** Returns any member. */
    public JsonNode member(String member) {
        JsonNode found = node.get(member);
        if (found == null) {
            throw new Mismatch("the member '" + member + "' is missing");
        }
        return found;
    }

    /** Returns a text. */
    public String text(String member) {
        JsonNode found = member(member);
        if (!found.isString()) {
            throw wrong(member, "a text");
        }
        return found.asString();
    }

    /** Returns a text, or the other if there is none. */
    public String text(String member, String otherwise) {
        return has(member) ? text(member) : otherwise;
    }

    /** Returns what identifies a case to people. */
    public String name() {
        return text("name", "(without a name)");
    }

    /** Returns a truth value. */
    public boolean is(String member) {
        JsonNode found = member(member);
        if (!found.isBoolean()) {
            throw wrong(member, "true or false");
        }
        return found.asBoolean();
    }

    /** Returns whether the member is there and true. */
    public boolean says(String member) {
        return has(member) && is(member);
    }

    /** Returns a whole number, which is a number or a decimal text. */
    public long whole(String member) {
        return whole(member, member(member));
    }

    private static long whole(String member, JsonNode found) {
        if (found.isIntegralNumber() && found.canConvertToLong()) {
            return found.asLong();
        }
        try {
            return Long.parseLong(found.asString());
        } catch (NumberFormatException bad) {
            throw wrong(member, found, "a whole number");
        }
    }

    /** Returns a whole number that fits into 32 bits. */
    public int count(String member) {
        long found = whole(member);
        if ((int) found != found) {
            throw wrong(member, "a number of 32 bits");
        }
        return (int) found;
    }

    /** Returns a whole number of 64 bits without a sign. */
    public long unsigned(String member) {
        return unsigned(member, member(member));
    }

    /** Returns whole numbers of 64 bits without a sign. */
    public long[] unsigned(String member, int howMany) {
        List<JsonNode> items = items(member);
        if (items.size() != howMany) {
            throw wrong(member, howMany + " numbers");
        }
        return items.stream().mapToLong(each -> unsigned(member, each)).toArray();
    }

    private static long unsigned(String member, JsonNode found) {
        try {
            return Long.parseUnsignedLong(found.asString());
        } catch (NumberFormatException bad) {
            throw wrong(member, found, "a whole number of 64 bits without a sign");
        }
    }

    /** Returns bytes. */
    public byte[] hex(String member) {
        return HexText.parse(member, text(member));
    }

    /** Returns an object. */
    public Entry entry(String member) {
        if (!member(member).isObject()) {
            throw wrong(member, "an object");
        }
        return new Entry(member(member));
    }

    /** Returns an object if it is there. */
    public Optional<Entry> find(String member) {
        return has(member) ? Optional.of(entry(member)) : Optional.empty();
    }

    /** Returns the items of an array. */
    public List<JsonNode> items(String member) {
        JsonNode found = member(member);
        if (!found.isArray()) {
            throw wrong(member, "an array");
        }
        List<JsonNode> items = new ArrayList<>();
        found.forEach(items::add);
        return items;
    }

    /** Returns the objects of an array. */
    public List<Entry> entries(String member) {
        return items(member).stream().map(Entry::new).toList();
    }

    /** Returns the members of an object of texts; none if it is not there. */
    public Map<String, String> texts(String member) {
        Map<String, String> texts = new LinkedHashMap<>();
        find(member).ifPresent(found -> found.node.propertyNames().forEach(name -> texts.put(name, found.text(name))));
        return texts;
    }

    private Mismatch wrong(String member, String expected) {
        return wrong(member, member(member), expected);
    }

    private static Mismatch wrong(String member, JsonNode found, String expected) {
        return new Mismatch("the member '" + member + "' must be " + expected + " but is " + shown(found));
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
