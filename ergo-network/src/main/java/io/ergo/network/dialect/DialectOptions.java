package io.ergo.network.dialect;

import io.ergo.network.framework.Release;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a peer beside what it announced. Immutable; each {@code with} method returns a changed copy.
 *
 * @param release of the peer, null if what it announced tells
 * @param doublePercents whether each {@code %} in the text of an error is sent twice, as nodes in Go need it, which take the text for a format; to be
 *         switched off for peers of this implementation
 * @param announcedBytes how much the peer may add to its tables in all, in bytes: the length of each name, and 64 for each entry; 16 MiB unless said
 *         otherwise, which is enough for all ids that there are
 */
public record DialectOptions(@Nullable Release release, boolean doublePercents, long announcedBytes) {

    private static final DialectOptions DEFAULTS = new DialectOptions(null, true, 16L * 1024 * 1024);

    /** Checks. */
    public DialectOptions {
        if (announcedBytes < 0) {
            throw new IllegalArgumentException(
                    "the limit 'announcedBytes' is " + announcedBytes + " but must not be negative");
        }
    }

    /** Returns those for a peer in Go whose release shows in what it announced. */
    public static DialectOptions defaults() {
        return DEFAULTS;
    }

    /** Returns a copy with the release. */
    public DialectOptions withRelease(Release known) {
        return new DialectOptions(known, doublePercents, announcedBytes);
    }

    /** Returns a copy with or without double percent signs. */
    public DialectOptions withDoublePercents(boolean wanted) {
        return new DialectOptions(release, wanted, announcedBytes);
    }

    /** Returns a copy with the limit of what the peer adds. */
    public DialectOptions withAnnouncedBytes(long most) {
        return new DialectOptions(release, doublePercents, most);
    }
}
