package io.ergo.network.edf;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Returns whether it is one of these ids. */
    boolean contains(int id) {
        return id >= first && id <= last;
    }

    /** Checks that each id is one of these, and stands for one thing. */
    void check(Map<?, Integer> ids) {
        Map<Integer, Object> byId = HashMap.newHashMap(ids.size());
        ids.forEach((what, id) -> {
            check(what, id);
            Object other = byId.putIfAbsent(id, what);
            if (other != null) {
                throw new IllegalArgumentException(
                        name().toLowerCase(Locale.ROOT) + " '" + what + "' and '" + other + "' have one id, " + id);
            }
        });
    }

    /** Checks a table the other way round. */
    void checkKeys(Map<Integer, ?> byId) {
        byId.forEach((id, what) -> check(what, id));
    }

    private void check(Object what, int id) {
        if (!contains(id)) {
            throw new IllegalArgumentException("the id of " + name().toLowerCase(Locale.ROOT) + " '" + what + "' is "
                    + id + " but must be " + first + " to " + last);
        }
    }

    /** Gives ids in the order of the list, each thing once; the last ones have none if there are too many. */
    <T> Map<T, Integer> number(List<T> things) {
        Map<T, Integer> ids = new LinkedHashMap<>();
        for (T thing : things) {
            int id = first + ids.size();
            if (contains(id)) {
                ids.putIfAbsent(thing, id);
            }
        }
        return ids;
    }
}
