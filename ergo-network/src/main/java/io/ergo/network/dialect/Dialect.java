package io.ergo.network.dialect;

import java.util.Map;

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

    private final Release release;
    private final EdfRegistry registry;
    private final EncodeTables encodeTables;
    private final UpdateLimits limits;
    private volatile DecodeTables decodeTables;

    private Dialect(NetworkTypes types, EncodeTables own, DecodeTables peer, Release release, DialectOptions options) {
        this.release = release;
        this.registry = types.registry(release);
        this.encodeTables = own.withDoublePercents(options.doublePercents());
        this.limits = new UpdateLimits(options.announcedBytes());
        this.decodeTables = peer.mappedBack(own.mapping());
    }

    /**
     * Returns the dialect for a peer in Go whose release shows in what it announced.
     *
     * @param types of this node
     * @param own what this node announced, with its mapping of atoms
     * @param peer what the peer announced
     * @param flags what the peer announced
     */
    public static Dialect of(NetworkTypes types, EncodeTables own, DecodeTables peer, NetworkFlags flags) {
        return of(types, own, peer, flags, DialectOptions.defaults());
    }

    /** Returns the dialect for a peer of which more is known, such as by the settings of its route. */
    public static Dialect of(NetworkTypes types, EncodeTables own, DecodeTables peer, NetworkFlags flags,
            DialectOptions options) {
        Release known = options.release();
        Release release = known != null ? known : Release.of(peer.types().values(), flags, types.own());
        return new Dialect(types, own, peer, release, options);
    }

    /** Returns the release that the peer is taken for. */
    public Release release() {
        return release;
    }

    /** Returns the types as the peer knows them. */
    public EdfRegistry registry() {
        return registry;
    }

    /** Returns the tables of this node, for this peer. */
    public EncodeTables encodeTables() {
        return encodeTables;
    }

    /** Returns the tables of the peer as they are now, to {@linkplain EdfReader#reset(DecodeTables, io.netty.buffer.ByteBuf) reset} a reader. */
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
     * @param update as it was read by a reader with the tables of this dialect
     * @throws CacheException if an id is none of its table, or if it is too much; then nothing is added
     */
    public synchronized void update(MessageUpdateCache update) {
        DecodeTables present = decodeTables;
        limits.take(update, present.mapping().size());
        try {
            decodeTables = present.with(orEmpty(update.atomCache()), orEmpty(update.regCache()),
                    orEmpty(update.errCache()), orEmpty(update.atomMapping()));
        } catch (IllegalArgumentException e) {
            throw new CacheException(String.valueOf(e.getMessage()));
        }
    }

    static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}
