package io.ergo.network.edf;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What ids of two bytes mean, in pages: a look-up boxes nothing, and a copy with more ids shares the pages that stay as they are. Immutable; any
 * thread.
 */
final class IdTable<T> {

    private static final int MOST = 0xffff;
    private static final int PAGE_BITS = 8;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final IdTable<Object> EMPTY = new IdTable<>(emptyPages());

    private final @Nullable Object[][] pages;

    private IdTable(@Nullable Object[][] pages) {
        this.pages = pages;
    }

    private static @Nullable Object[][] emptyPages() {
        @Nullable Object[][] pages = new Object[(MOST + 1) / PAGE_SIZE][];
        Arrays.fill(pages, new Object[PAGE_SIZE]);
        return pages;
    }

    @SuppressWarnings("unchecked") // nothing is in it
    static <T> IdTable<T> empty() {
        return (IdTable<T>) EMPTY;
    }

    /** Returns a copy with more, which takes the place of what is there. */
    @SuppressWarnings("ReferenceEquality") // a page that is not copied yet is the same
    IdTable<T> with(Map<Integer, T> more) {
        if (more.isEmpty()) {
            return this;
        }
        @Nullable Object[][] changed = pages.clone();
        more.forEach((id, meaning) -> {
            int page = checked(id) >>> PAGE_BITS;
            if (changed[page] == pages[page]) {
                changed[page] = pages[page].clone();
            }
            changed[page][id & PAGE_SIZE - 1] = meaning;
        });
        return new IdTable<>(changed);
    }

    private static int checked(int id) {
        if (id < 0 || id > MOST) {
            throw new IllegalArgumentException("an id is " + id + " but must be 0 to " + MOST);
        }
        return id;
    }

    /** Returns the meaning of an id of two bytes. */
    @SuppressWarnings("unchecked") // only these are put in
    @Nullable T get(int id) {
        return (T) pages[id >>> PAGE_BITS][id & PAGE_SIZE - 1];
    }

    /** Returns all in the order of their ids. */
    Map<Integer, T> asMap() {
        Map<Integer, T> map = new LinkedHashMap<>();
        for (int id = 0; id <= MOST; id++) {
            T meaning = get(id);
            if (meaning != null) {
                map.put(id, meaning);
            }
        }
        return Collections.unmodifiableMap(map);
    }
}
