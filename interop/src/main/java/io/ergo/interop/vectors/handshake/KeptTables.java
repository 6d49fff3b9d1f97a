package io.ergo.interop.vectors.handshake;

import java.util.HashMap;
import java.util.Map;

import io.ergo.Reason;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.edf.EdfMap;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.handshake.HandshakeMessage;
import io.ergo.network.handshake.IntroduceMessage;
import org.jspecify.annotations.Nullable;

/** The tables of an Introduce that has names or errors that are no text: all other entries have to be in the message. */
final class KeptTables {

    private static final int ATOMS = 5;
    private static final int TYPES = 6;
    private static final int ERRORS = 7;

    private KeptTables() {}

    /** Requires that the tables of the message are those entries of the value that are text; other messages have no tables. */
    static void requireAre(HandshakeMessage message, @Nullable Object value) {
        if (message instanceof IntroduceMessage introduce && value instanceof EdfValue.Struct(_, var fields)) {
            requireEqual("atoms", fields.get(ATOMS), introduce.atomCache());
            requireEqual("names of types", fields.get(TYPES), introduce.regCache());
            requireEqual("errors", fields.get(ERRORS), introduce.errCache());
        }
    }

    private static void requireEqual(String what, @Nullable Object table, @Nullable Map<Integer, ?> read) {
        Mismatch.requireEqual("the " + what + " that are text", texts(table), read == null ? Map.of() : read);
    }

    private static Map<Integer, Object> texts(@Nullable Object table) {
        Map<Integer, Object> texts = new HashMap<>();
        if (table instanceof EdfMap map) {
            map.forEach((id, named) -> {
                if (id instanceof EdfValue.UInt16 number) {
                    put(texts, number.value(), named);
                }
            });
        }
        return texts;
    }

    private static void put(Map<Integer, Object> texts, int id, @Nullable Object named) {
        switch (named) {
            case EdfValue.Atom atom -> texts.put(id, atom.text());
            case String text -> texts.put(id, text);
            case Reason error -> texts.put(id, error);
            case null, default -> {
                // is no text
            }
        }
    }
}
