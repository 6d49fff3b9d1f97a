package io.ergo.network.edf;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What ids mean: a hash table with open addressing, whose look-up boxes nothing. Immutable; any thread. */
final class IdTable<T> {

    private final int[] ids;
    private final @Nullable Object[] meanings;

    /** Copies the map; its keys are positive. */
    IdTable(Map<Integer, T> map) {
        int size = Integer.highestOneBit(Math.max(1, map.size())) << 2; // at least half of the places stay free
        ids = new int[size];
        meanings = new Object[size];
        map.forEach((id, meaning) -> {
            int place = id & size - 1;
            while (meanings[place] != null) {
                place = place + 1 & size - 1;
            }
            ids[place] = id;
            meanings[place] = meaning;
        });
    }

    @SuppressWarnings("unchecked") // the constructor put them there
    @Nullable T get(int id) {
        int place = id & ids.length - 1;
        while (meanings[place] != null) {
            if (ids[place] == id) {
                return (T) meanings[place];
            }
            place = place + 1 & ids.length - 1;
        }
        return null;
    }
}
