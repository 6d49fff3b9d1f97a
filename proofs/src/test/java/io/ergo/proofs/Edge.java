package io.ergo.proofs;

import java.util.List;

/**
 * A place in the runtime where one thread stores and then loads, and relies on another doing the same the other way round.
 *
 * @param name what a person reads
 * @param source the file, below the main sources of {@code ergo-core}
 * @param changes what takes the order away: an exact text that stands once in the file, and what replaces it
 * @param test the stress test that must fail then, a regular expression
 */
record Edge(String name, String source, List<Change> changes, String test) {

    /** One replacement. */
    record Change(String text, String replacement) {}

    static Edge of(String name, String source, String test, Change... changes) {
        return new Edge(name, source, List.of(changes), test);
    }

    static Change change(String text, String replacement) {
        return new Change(text, replacement);
    }

    /** Returns the source without the order. */
    String weaken(String original) {
        String weakened = original;
        for (Change change : changes) {
            int at = weakened.indexOf(change.text);
            if (at < 0 || weakened.indexOf(change.text, at + 1) >= 0) {
                throw new IllegalStateException("edge '" + name + "': the text " + change.text + " must stand once in "
                        + source + "; bring the edge up to date in " + Edges.class.getName());
            }
            weakened = weakened.replace(change.text, change.replacement);
        }
        return weakened;
    }
}
