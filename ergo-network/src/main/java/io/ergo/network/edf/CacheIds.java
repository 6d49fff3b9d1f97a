package io.ergo.network.edf;

import java.util.Locale;
import java.util.Map;

/** The ranges of the ids in the three caches. */
enum CacheIds {
    ATOM(256, 65535),
    TYPE(4096, 65535),
    ERROR(32768, 65534);

    final int first;
    final int last;

    CacheIds(int first, int last) {
        this.first = first;
        this.last = last;
    }

    void check(Map<?, Integer> ids) {
        ids.forEach((what, id) -> {
            if (id < first || id > last) {
                throw new IllegalArgumentException(
                        "the id of " + name().toLowerCase(Locale.ROOT) + " '" + what + "' is " + id
                                + " but must be " + first + " to " + last);
            }
        });
    }
}
