package io.ergo.network.spi;

import java.util.List;

import io.ergo.Version;
import org.jspecify.annotations.Nullable;

/**
 * Makes handshakes: how two nodes prove to each other that they know the same cookie, tell who they are, and agree on a connection. Ours is
 * {@link io.ergo.network.handshake.ErgoHandshakes}; another one can take its place on all nodes of a network. The time-outs of a handshake run from its making. Any thread.
 */
public interface HandshakeFactory {

    /** Returns what it is called in routes. A node uses a route only if both mean the same handshake. */
    Version version();

    /**
     * Checks that handshakes can be made with the options, so that a node fails at its start and not at its first connection.
     *
     * @throws IllegalArgumentException if not
     */
    void check(HandshakeOptions options);

    /**
     * Returns the dialling side of a new connection.
     *
     * @param node the node it means to reach
     * @param certificate what the peer presented in this TLS session; null without TLS
     * @throws IllegalArgumentException if the name is none
     */
    Handshake initiate(HandshakeOptions options, String node, @Nullable Fingerprint certificate);

    /**
     * Returns the dialling side of one more link.
     *
     * @param connectionId of the connection that the link joins
     * @param certificate what the peer presented in this TLS session; null without TLS
     * @throws IllegalArgumentException if the id cannot be sent
     */
    Handshake join(HandshakeOptions options, String connectionId, @Nullable Fingerprint certificate);

    /**
     * Returns the listening side, of either.
     *
     * @param poolDsn where more links can be dialled, each {@code host:port}
     * @param certificate what this side presented in this TLS session; null without TLS
     * @throws IllegalArgumentException if the places cannot be sent
     */
    Handshake accept(HandshakeOptions options, List<String> poolDsn, @Nullable Fingerprint certificate);
}
