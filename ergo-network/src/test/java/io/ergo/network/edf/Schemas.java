package io.ergo.network.edf;

import java.util.ArrayList;
import java.util.List;

/** The types of one registry in another, without their classes. */
final class Schemas {

    private Schemas() {}

    /** Registers the schemas again and again until each has found what it refers to. */
    static void copy(EdfRegistry from, EdfRegistry to) {
        List<Schema> open = new ArrayList<>(from.schemas());
        while (!open.isEmpty()) {
            if (!open.removeIf(each -> isRegistered(each, to))) {
                throw new AssertionError("what do these refer to? " + open);
            }
        }
    }

    private static boolean isRegistered(Schema schema, EdfRegistry to) {
        try {
            to.register(schema);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
