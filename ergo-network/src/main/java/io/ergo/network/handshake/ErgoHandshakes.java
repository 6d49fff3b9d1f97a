package io.ergo.network.handshake;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

import io.ergo.Version;
import io.ergo.network.NodeNames;
import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeFactory;
import io.ergo.network.spi.HandshakeOptions;
import org.jspecify.annotations.Nullable;

/** The handshake that all Ergo nodes talk. Any thread, if the random source is for any. */
public final class ErgoHandshakes implements HandshakeFactory {

    private static final Version VERSION = Version.of("EHS", "R1").withLicense(Version.MIT);
    private static final int DIGEST_CHARS = 64;

    private final HandshakeContext context;

    /**
     * Creates the factory.
     *
     * @param random for salts and ids of connections; not to be guessed by others, so a {@link java.security.SecureRandom}
     * @param nanos the clock for time-outs, like {@link System#nanoTime()}
     */
    public ErgoHandshakes(RandomGenerator random, LongSupplier nanos) {
        context = new HandshakeContext(new HandshakeCodec(), random, nanos);
    }

    @Override
    public Version version() {
        return VERSION;
    }

    @Override
    public void check(HandshakeOptions options) {
        context.requireSendable("these options of " + options.node(),
                Introductions.of(options, "0".repeat(DIGEST_CHARS)));
    }

    @Override
    public Handshake initiate(HandshakeOptions options, String node, @Nullable Fingerprint certificate) {
        return new Initiator(context, options, NodeNames.checked(node), certificate);
    }

    @Override
    public Handshake join(HandshakeOptions options, String connectionId, @Nullable Fingerprint certificate) {
        return new Joiner(context, options, connectionId, certificate);
    }

    @Override
    public Handshake accept(HandshakeOptions options, List<String> poolDsn, @Nullable Fingerprint certificate) {
        return new Acceptor(context, options, poolDsn, certificate);
    }
}
