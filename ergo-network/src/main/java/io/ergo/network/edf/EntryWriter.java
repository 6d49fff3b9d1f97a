package io.ergo.network.edf;

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

    EntryWriter(EdfWriter out) {
        this.out = out;
    }

    void write(Map<?, ?> map, Entries wanted) {
        Entries outer = entries;
        entries = wanted;
        try {
            map.forEach(this);
        } finally {
            entries = outer;
        }
    }

    @Override
    public void accept(@Nullable Object key, @Nullable Object value) {
        Entries current = Objects.requireNonNull(entries, "no map is written");
        current.key().write(out, key);
        current.value().write(out, value);
    }
}
