package io.ergo.network.spi;

import java.nio.ByteBuffer;
import java.util.List;

/** How far a handshake is. */
public sealed interface HandshakeResult {

    /** Tells whether the handshake is over with it. */
    default boolean isFinal() {
        return true;
    }

    /** More bytes of the peer are needed. */
    record MoreNeeded() implements HandshakeResult {

        @Override
        public boolean isFinal() {
            return false;
        }
    }

    /**
     * The peer of an accepted link has proved who it is. The connection is to be registered now, before the bytes of this step are sent: the peer
     * may join it as soon as it has them, so joins for it may come before its {@link Established}. Then {@link Handshake#resume()} goes on. If the
     * handshake fails later, the registration is to be undone and the links that joined meanwhile are to be closed. If the node is connected
     * already, the link may be closed here, without the bytes; a Go node would send them and close after the last message.
     *
     * @param peer the other node
     * @param connectionId by which links join
     */
    record Introduced(Peer peer, String connectionId) implements HandshakeResult {

        @Override
        public boolean isFinal() {
            return false;
        }
    }

    /**
     * There is a connection, with this link as the first. Frames follow, on the dialling side behind the bytes of this step.
     *
     * @param peer the other node
     * @param connectionId by which links join
     * @param poolSize how many links the accepting side wants, at least 1
     * @param poolDsn where they can be dialled, each {@code host:port}
     * @param rest bytes that came behind the handshake: the first frames
     */
    record Established(Peer peer, String connectionId, int poolSize, List<String> poolDsn, ByteBuffer rest)
            implements
                HandshakeResult {

        /** Copies the list. */
        public Established {
            poolDsn = List.copyOf(poolDsn);
        }
    }

    /**
     * An accepted link wants to join and knows the cookie. If there is no such connection, the link is to be closed, by Go's habit after the bytes
     * of this step were sent. Frames follow behind those bytes.
     *
     * @param node the name that the peer gives itself; may be empty
     * @param connectionId of the connection it wants to join
     */
    record JoinRequested(String node, String connectionId) implements HandshakeResult {}

    /**
     * The accepting side has answered a join. It may still close the link if it does not know the connection. Frames follow.
     *
     * @param rest bytes that came behind the handshake: the first frames
     */
    record Joined(ByteBuffer rest) implements HandshakeResult {}

    /**
     * The link is to be closed. What is still to be sent answers the messages before the one that fails, which is not answered.
     *
     * @param awaited the message that was due, or was judged
     * @param reason which check failed, and how
     */
    record Failed(String awaited, HandshakeException reason) implements HandshakeResult {

        @Override
        public String toString() {
            return "while " + awaited + " was due: " + reason.getMessage();
        }
    }
}
