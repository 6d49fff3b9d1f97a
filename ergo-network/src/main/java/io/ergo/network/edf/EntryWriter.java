package io.ergo.network.edf;

import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Takes the entries of maps that walk by themselves. A writer keeps one for all maps it writes, also those inside others, so that a walk allocates
 * nothing.
 */
final class EntryWriter implements BiConsumer<@Nullable Object, @Nullable Object> {

    private final EdfWriter out;
    private @Nullable Entries entries;
    private int written;

    EntryWriter(EdfWriter out) {
        this.out = out;
    }

    /** Writes so many entries, which is what the map has, unless somebody changes it. */
    void write(Map<?, ?> map, int count, Entries wanted) {
        Entries outer = entries;
        int writtenOfOuter = written;
        entries = wanted;
        written = 0;
        try {
            map.forEach(this);
            if (written != count) {
                throw new ConcurrentModificationException();
            }
        } catch (ConcurrentModificationException e) {
            throw EdfException.encoding("the map changed while it was written");
        } finally {
            entries = outer;
            written = writtenOfOuter;
        }
    }

    @Override
    public void accept(@Nullable Object key, @Nullable Object value) {
        Entries current = Objects.requireNonNull(entries, "no map is written");
        written++;
        current.write(out, key, value);
    }
}
