package io.ergo.network.spi;

import io.ergo.Version;
import io.ergo.network.Cookie;
import io.ergo.network.DefaultSizes;
import io.ergo.network.NodeNames;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.framework.NetworkFlags;

/**
 * What this side tells in a handshake, and what it wants of the other. Each {@code with} method returns a changed copy.
 *
 * @param node the own name
 * @param creation the own incarnation, in seconds since 1970; not 0
 * @param cookie the secret of the network
 * @param version of the program, free text; none unless said otherwise
 * @param flags what peers may do, with {@link NetworkFlags#ENABLE}, alone to permit nothing; the defaults unless said otherwise. Only
 *            {@linkplain NetworkFlags#announced() those that have a meaning} are announced
 * @param maxMessageSize the longest frame that is taken, in bytes, which must not be more than is really read; 0 is no limit, which no reader of frames
 *        here has. {@link DefaultSizes#FRAME} unless said otherwise
 * @param tables the ids that this side will use when it encodes; none unless said otherwise. The mapping of atoms is not announced
 * @param poolSize how many links an accepted connection should have, 1 to 128; 3 unless said otherwise
 * @param certificateCheck whether a dialling side insists on TLS that the peer proves its certificate to be its own; it does unless said otherwise
 * @param limits of what is read
 */
public record HandshakeOptions(String node, long creation, Cookie cookie, Version version, NetworkFlags flags,
        long maxMessageSize, EncodeTables tables, int poolSize, boolean certificateCheck, HandshakeLimits limits) {

    /** The largest pool. */
    public static final int LARGEST_POOL = 128;

    private static final int DEFAULT_POOL = 3;

    /** Checks. */
    public HandshakeOptions {
        NodeNames.checked(node);
        if (creation == 0) {
            throw new IllegalArgumentException("the creation of " + node + " is 0; peers refuse that");
        }
        if (!flags.isSet(NetworkFlags.ENABLE)) {
            throw new IllegalArgumentException("the flags of " + node + " are " + flags
                    + ", without ENABLE; peers would then take spawn and the start of applications as permitted. Set ENABLE alone to permit nothing");
        }
        if (maxMessageSize < 0) {
            throw new IllegalArgumentException("the largest message of " + node + " has " + maxMessageSize
                    + " bytes but must not be negative; 0 is no limit");
        }
        if (poolSize < 1 || poolSize > LARGEST_POOL) {
            throw new IllegalArgumentException(
                    "the pool of " + node + " has " + poolSize + " links but must have 1 to " + LARGEST_POOL);
        }
    }

    /** Returns the options of a node, all others as said above. */
    public static HandshakeOptions of(String node, long creation, Cookie cookie) {
        return new HandshakeOptions(node, creation, cookie, Version.none(), NetworkFlags.defaults(),
                DefaultSizes.FRAME,
                EncodeTables.none(), DEFAULT_POOL, true, HandshakeLimits.defaults());
    }

    /** Returns a copy with the cookie. */
    public HandshakeOptions withCookie(Cookie secret) {
        return new HandshakeOptions(node, creation, secret, version, flags, maxMessageSize, tables, poolSize,
                certificateCheck, limits);
    }

    /** Returns a copy with the version. */
    public HandshakeOptions withVersion(Version program) {
        return new HandshakeOptions(node, creation, cookie, program, flags, maxMessageSize, tables, poolSize,
                certificateCheck, limits);
    }

    /** Returns a copy with the flags. */
    public HandshakeOptions withFlags(NetworkFlags permitted) {
        return new HandshakeOptions(node, creation, cookie, version, permitted, maxMessageSize, tables, poolSize,
                certificateCheck, limits);
    }

    /** Returns a copy with the size. */
    public HandshakeOptions withMaxMessageSize(long bytes) {
        return new HandshakeOptions(node, creation, cookie, version, flags, bytes, tables, poolSize, certificateCheck,
                limits);
    }

    /** Returns a copy with the tables. */
    public HandshakeOptions withTables(EncodeTables announced) {
        return new HandshakeOptions(node, creation, cookie, version, flags, maxMessageSize, announced, poolSize,
                certificateCheck, limits);
    }

    /** Returns a copy with the number of links. */
    public HandshakeOptions withPoolSize(int links) {
        return new HandshakeOptions(node, creation, cookie, version, flags, maxMessageSize, tables, links,
                certificateCheck, limits);
    }

    /** Returns a copy that checks certificates or does not. */
    public HandshakeOptions withCertificateCheck(boolean check) {
        return new HandshakeOptions(node, creation, cookie, version, flags, maxMessageSize, tables, poolSize, check,
                limits);
    }

    /** Returns a copy with the limits. */
    public HandshakeOptions withLimits(HandshakeLimits most) {
        return new HandshakeOptions(node, creation, cookie, version, flags, maxMessageSize, tables, poolSize,
                certificateCheck, most);
    }
}
