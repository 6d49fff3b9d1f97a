package io.ergo.interop.peer;

import java.util.ArrayList;
import java.util.List;

import io.ergo.interop.value.PeerException;
import io.ergo.interop.value.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object of a script: a command, a specification, a rule. A member that is missing reads as empty, zero or false.
 *
 * @param json the object
 */
record Line(JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Line EMPTY = new Line(JSON.createObjectNode());

    static Line parse(String text) {
        JsonNode json = JSON.readTree(text);
        if (!json.isObject()) {
            throw new PeerException("a command is a JSON object");
        }
        return new Line(json);
    }

    boolean has(String member) {
        return json.has(member);
    }

    JsonNode get(String member) {
        return json.path(member);
    }

    String text(String member) {
        return Texts.of(json.path(member));
    }

    /** Returns a number that may also be written as a text. */
    long number(String member) {
        return json.path(member).asLong(0);
    }

    long number(String member, long ifZero) {
        long number = number(member);
        return number == 0 ? ifZero : number;
    }

    boolean isTrue(String member) {
        return json.path(member).isBoolean() && json.path(member).booleanValue();
    }

    boolean isFalse(String member) {
        return json.path(member).isBoolean() && !json.path(member).booleanValue();
    }

    boolean isObject(String member) {
        return json.path(member).isObject();
    }

    /** Returns the object in a member, an empty one if there is none. */
    Line object(String member) {
        return isObject(member) ? new Line(json.path(member)) : EMPTY;
    }

    List<JsonNode> list(String member) {
        return json.path(member).isArray() ? List.copyOf(json.path(member).values()) : List.of();
    }

    /** Returns the objects in a list. */
    List<Line> lines(String member) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode element : list(member)) {
            if (!element.isObject()) {
                throw new PeerException("'" + member + "' holds " + element + " where an object belongs");
            }
            lines.add(new Line(element));
        }
        return lines;
    }

    List<String> texts(String member) {
        return list(member).stream().map(Texts::of).toList();
    }
}
