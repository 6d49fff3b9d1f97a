package io.ergo.network.framework;

/**
 * What a node permits its peers, announced in the handshake. Bits without a meaning here are kept when they are read, because they hint at the
 * release of the peer; they count for nothing else and are not announced.
 *
 * @param bits one bit for each flag
 */
public record NetworkFlags(long bits) {

    /** The other flags count only with this one. */
    public static final long ENABLE = 1;
    /** The peer may ask to spawn. */
    public static final long REMOTE_SPAWN = 1 << 1;
    /** The peer may ask to start applications. */
    public static final long REMOTE_APPLICATION_START = 1 << 2;
    /** Frames may be cut into pieces. */
    public static final long FRAGMENTATION = 1 << 3;
    /** The peer may reach others through this node. */
    public static final long PROXY_TRANSIT = 1 << 4;
    /** The peer may be a proxy on the way to this node. */
    public static final long PROXY_ACCEPT = 1 << 5;
    /** The peer may use important delivery. */
    public static final long IMPORTANT_DELIVERY = 1 << 6;

    private static final NetworkFlags DEFAULTS = of(REMOTE_SPAWN, REMOTE_APPLICATION_START, PROXY_ACCEPT,
            IMPORTANT_DELIVERY);
    /** Neither pieces of frames nor transit exist here, and a peer may take an announcement at its word. */
    private static final long ANNOUNCED = DEFAULTS.bits;
    private static final NetworkFlags NONE = new NetworkFlags(0);

    /** Returns the flags of a node that was not told otherwise: 103. */
    public static NetworkFlags defaults() {
        return DEFAULTS;
    }

    /** Returns no flags. A node does not announce that: peers would take it for a permission to spawn and to start applications. */
    public static NetworkFlags none() {
        return NONE;
    }

    /** Returns {@link #ENABLE} and these flags: everything is permitted that they name, and nothing else. */
    public static NetworkFlags of(long... flags) {
        long bits = ENABLE;
        for (long flag : flags) {
            bits |= flag;
        }
        return new NetworkFlags(bits);
    }

    /**
     * Returns whether a peer may ask for what the flag stands for: {@link #REMOTE_SPAWN} or {@link #REMOTE_APPLICATION_START}. Only {@link #ENABLE}
     * without the flag forbids it; a side that announces nothing permits both, as Go nodes have it.
     */
    public boolean permits(long flag) {
        return !isSet(ENABLE) || isSet(flag);
    }

    /**
     * Returns whether the flag counts: it is set, and {@link #ENABLE} is. So it is with {@link #IMPORTANT_DELIVERY}; for what may be forbidden see
     * {@link #permits}.
     */
    public boolean has(long flag) {
        return isSet(ENABLE) && isSet(flag);
    }

    /** Returns whether all these bits are set, whatever they mean. */
    public boolean isSet(long mask) {
        return (bits & mask) == mask;
    }

    /** Returns a copy with the flag. */
    public NetworkFlags with(long flag) {
        return new NetworkFlags(bits | flag);
    }

    /** Returns a copy without the flag. */
    public NetworkFlags without(long flag) {
        return new NetworkFlags(bits & ~flag);
    }

    /** Returns what a handshake may tell of these: the flags of the defaults, none at all without {@link #ENABLE}. */
    public NetworkFlags announced() {
        return isSet(ENABLE) ? new NetworkFlags(bits & ANNOUNCED) : NONE;
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(bits);
    }
}
