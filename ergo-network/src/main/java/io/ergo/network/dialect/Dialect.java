package io.ergo.network.dialect;

import java.util.Collection;
import java.util.Map;

import io.ergo.Reason;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.enp.request.MessageUpdateCache;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.framework.Release;
import org.jspecify.annotations.Nullable;

/**
 * How values are written and read on one connection: the types in the layout of the peer's release, and the tables of both sides. Any thread; what
 * the peer adds to its tables is seen by readers that are reset after it.
 */
public final class Dialect {

    /** What a peer announces stays in memory, so all its names together have at most so many characters. */
    private static final long MOST_CHARS = 4L * 1024 * 1024;

    private final Release release;
    private final EdfRegistry registry;
    private final EncodeTables encodeTables;
    private volatile DecodeTables decodeTables;

    private Dialect(Release release, EdfRegistry registry, EncodeTables own, DecodeTables peer) {
        this.release = release;
        this.registry = registry;
        this.encodeTables = own;
        this.decodeTables = peer.mappedBack(own.mapping());
    }

    /**
     * Returns the dialect for a peer whose release shows in what it announced.
     *
     * @param types of this node
     * @param own what this node announced, with its mapping of atoms
     * @param peer what the peer announced
     * @param flags what the peer announced
     */
    public static Dialect of(NetworkTypes types, EncodeTables own, DecodeTables peer, NetworkFlags flags) {
        return of(types, own, peer, Release.of(peer.types().values(), flags, types.own()));
    }

    /** Returns the dialect for a peer whose release is known from elsewhere, such as the settings of its route. */
    public static Dialect of(NetworkTypes types, EncodeTables own, DecodeTables peer, Release release) {
        return new Dialect(release, types.registry(release), own, peer);
    }

    /** Returns the release that the peer is taken for. */
    public Release release() {
        return release;
    }

    /** Returns the types as the peer knows them. */
    public EdfRegistry registry() {
        return registry;
    }

    /** Returns the tables of this node. */
    public EncodeTables encodeTables() {
        return encodeTables;
    }

    /** Returns the tables of the peer as they are now, to {@linkplain EdfReader#reset(DecodeTables, byte[], int, int) reset} a reader. */
    public DecodeTables decodeTables() {
        return decodeTables;
    }

    /** Returns a writer for what is sent to the peer. */
    public EdfWriter writer() {
        return registry.writer(encodeTables);
    }

    /** Returns a reader for what comes from the peer. */
    public EdfReader reader() {
        return registry.reader(decodeTables);
    }

    /**
     * Takes what the peer adds to its tables.
     *
     * @throws CacheException if an id is none of its table, or all names together are too long; then nothing is added
     */
    public synchronized void update(MessageUpdateCache update) {
        DecodeTables more = new DecodeTables(orEmpty(update.atomCache()), orEmpty(update.regCache()),
                orEmpty(update.errCache()), orEmpty(update.atomMapping()));
        decodeTables = checked(decodeTables, more);
    }

    private static DecodeTables checked(DecodeTables present, DecodeTables more) {
        DecodeTables tables;
        try {
            tables = present.with(more);
        } catch (IllegalArgumentException e) {
            throw new CacheException(String.valueOf(e.getMessage()));
        }
        if (characters(tables) > MOST_CHARS) {
            throw new CacheException("the tables have more than " + MOST_CHARS + " characters");
        }
        return tables;
    }

    private static long characters(DecodeTables tables) {
        return characters(tables.atoms().values()) + characters(tables.types().values())
                + characters(tables.mapping().keySet()) + characters(tables.mapping().values())
                + tables.errors().values().stream().map(Reason::text).mapToLong(String::length).sum();
    }

    private static long characters(Collection<String> names) {
        return names.stream().mapToLong(String::length).sum();
    }

    private static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}
