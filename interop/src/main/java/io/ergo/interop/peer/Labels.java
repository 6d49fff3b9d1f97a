package io.ergo.interop.peer;

import java.util.HashMap;
import java.util.Map;

import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;
import org.jspecify.annotations.Nullable;

/** The names that a script gave to identifiers. Any thread. */
final class Labels {

    private final Output output;
    private final Map<String, Ident> byLabel = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Labels(Output output) {
        this.output = output;
    }

    /** Returns the next label of a series: {@code PREFIX#1}, {@code PREFIX#2}, … */
    synchronized String next(String prefix) {
        return prefix + "#" + numbers.merge(prefix, 1, Integer::sum);
    }

    /** Makes an identifier of another peer known. */
    synchronized void bind(String label, Ident ident) {
        byLabel.put(label, ident);
    }

    /** Gives a label and tells it. */
    void give(String label, Ident ident) {
        bind(label, ident);
        output.observe(Members.of("event", "label").with("label", label).with("kind", ident.kind())
                .with("ident", ident.raw()).with("text", ident.printed()));
    }

    private synchronized @Nullable Ident find(String label) {
        return byLabel.get(label);
    }

    /** Reads {@code @label}, {@code label} or a raw form. */
    Ident parse(String text) {
        if (text.startsWith("<") && text.endsWith(">")) {
            return Ident.parse(text);
        }
        Ident ident = find(plain(text));
        if (ident == null) {
            throw new PeerException("unknown label " + text);
        }
        return ident;
    }

    static String plain(String label) {
        return label.startsWith("@") ? label.substring(1) : label;
    }

    synchronized void forget() {
        byLabel.clear();
        numbers.clear();
    }
}
