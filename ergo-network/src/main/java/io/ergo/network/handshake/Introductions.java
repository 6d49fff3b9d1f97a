package io.ergo.network.handshake;

import java.util.Map;

import io.ergo.network.NodeNames;
import io.ergo.network.Printable;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeException;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.Peer;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/** From the options of a side to its Introduce, and from an Introduce to what is known of a peer. */
final class Introductions {

    private Introductions() {}

    static IntroduceMessage of(HandshakeOptions options, String digest) {
        DecodeTables tables = options.tables().asDecoded();
        return new IntroduceMessage(options.node(), options.version(), options.flags().announced(), options.creation(),
                options.maxMessageSize(), orNil(tables.atoms()), orNil(tables.types()), orNil(tables.errors()), digest);
    }

    static Peer peer(IntroduceMessage introduce) {
        DecodeTables tables = new DecodeTables(requireNonNullElse(introduce.atomCache(), Map.of()),
                requireNonNullElse(introduce.regCache(), Map.of()),
                requireNonNullElse(introduce.errCache(), Map.of()), Map.of());
        return new Peer(introduce.node(), introduce.version(), introduce.flags(), introduce.creation(),
                Math.max(0, introduce.maxMessageSize()), tables); // a negative size is no limit, for Go nodes, too
    }

    /** Refuses the own name, which two nodes have then. */
    static void checkNotOwn(IntroduceMessage introduce, HandshakeOptions options) {
        if (introduce.node().equals(options.node())) {
            throw new HandshakeException(HandshakeCheck.NODE,
                    "the peer is called " + options.node() + ", which is the name of this node");
        }
    }

    /** Returns why there can be no connection with the peer: it has no name or no incarnation. Null if it has both. */
    static @Nullable HandshakeException refusal(Peer peer) {
        if (!NodeNames.isNodeName(peer.node())) {
            return new HandshakeException(HandshakeCheck.NODE,
                    "the peer is called '" + Printable.of(peer.node()) + "', which is not the name of a node");
        }
        return peer.creation() != 0 ? null
                : new HandshakeException(HandshakeCheck.CREATION, "the creation of " + peer.node() + " is 0");
    }

    private static <T> @Nullable Map<Integer, T> orNil(Map<Integer, T> table) {
        return table.isEmpty() ? null : table;
    }
}
