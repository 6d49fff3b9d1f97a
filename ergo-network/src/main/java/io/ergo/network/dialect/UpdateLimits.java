package io.ergo.network.dialect;

import java.util.Collection;

import io.ergo.Reason;
import io.ergo.network.enp.request.MessageUpdateCache;

import static io.ergo.network.dialect.Dialect.orEmpty;

/**
 * How much a peer may still add to its tables. What takes the place of something else counts, too: so not only the memory is limited but also the time
 * that all updates together take. One thread at a time.
 */
final class UpdateLimits {

    /** About what an entry takes beside its name. */
    private static final long ENTRY_BYTES = 64;
    /** The mapping is copied as a whole with each update that adds to it. */
    private static final int MOST_MAPPED = 512;

    private final long most;
    private long taken;

    UpdateLimits(long most) {
        this.most = most;
    }

    /**
     * Takes an update.
     *
     * @param mapped how many atoms are mapped before it
     * @throws CacheException if it is too much
     */
    void take(MessageUpdateCache update, int mapped) {
        int more = orEmpty(update.atomMapping()).size();
        if (more > 0 && mapped + more > MOST_MAPPED) {
            throw new CacheException("more than " + MOST_MAPPED + " atoms are mapped");
        }
        taken += bytes(update);
        if (taken > most) {
            throw new CacheException("all updates of the tables take more than " + most + " bytes, of which "
                    + ENTRY_BYTES + " count for each entry");
        }
    }

    private static long bytes(MessageUpdateCache update) {
        return bytes(orEmpty(update.atomCache()).values()) + bytes(orEmpty(update.regCache()).values())
                + bytes(orEmpty(update.errCache()).values().stream().map(Reason::text).toList())
                + bytes(orEmpty(update.atomMapping()).keySet()) + bytes(orEmpty(update.atomMapping()).values());
    }

    private static long bytes(Collection<String> names) {
        return names.stream().mapToLong(name -> ENTRY_BYTES + name.length()).sum();
    }
}
