package io.ergo.interop.peer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.ergo.interop.value.Value;
import io.ergo.interop.value.ValueReader;
import io.ergo.interop.value.ValueWriter;
import org.jspecify.annotations.Nullable;

/** The scripted reactions of a process; the first that fits is used. Any thread. */
final class Rules {

    private static final class Rule {

        private final Line line;
        private long left;

        Rule(Line line) {
            this.line = line;
            this.left = line.number("times");
        }

        /** Returns whether this was the last use. */
        boolean useUp() {
            return left > 0 && --left == 0;
        }
    }

    private final ValueReader values;
    private final List<Rule> rules = new ArrayList<>();

    Rules(ValueReader values) {
        this.values = values;
    }

    synchronized void replace(List<Line> lines) {
        rules.clear();
        add(lines);
    }

    synchronized void add(List<Line> lines) {
        lines.forEach(line -> rules.add(new Rule(line)));
    }

    /** Returns the reaction to a callback, null if there is none. */
    synchronized @Nullable Line pick(String on, @Nullable Value value) {
        for (Iterator<Rule> all = rules.iterator(); all.hasNext();) {
            Rule rule = all.next();
            if (rule.line.text("on").equals(on) && fits(rule.line, value)) {
                if (rule.useUp()) {
                    all.remove();
                }
                return rule.line;
            }
        }
        return null;
    }

    private boolean fits(Line rule, @Nullable Value value) {
        if (!rule.has("value")) {
            return true;
        }
        Value received = value == null ? Value.Nil.NIL : value;
        return ValueWriter.canonical(values.read(rule.get("value"))).equals(ValueWriter.canonical(received));
    }
}
