package io.ergo.network.handshake;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/** Bytes that came, and the messages in them. It holds no more than one message that is not complete, and the last piece. One thread. */
final class Inbox {

    private static final int FIRST_SIZE = 1024;

    private final HandshakeCodec codec;
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_SIZE).flip();

    Inbox(HandshakeCodec codec) {
        this.codec = codec;
    }

    /** Takes all bytes of the piece. */
    void add(ByteBuffer piece) {
        int length = piece.remaining();
        if (bytes.capacity() - bytes.limit() < length) {
            makeRoom(length);
        }
        int at = bytes.limit();
        bytes.limit(at + length).put(at, piece, piece.position(), length);
        piece.position(piece.limit());
    }

    private void makeRoom(int length) {
        int needed = Math.addExact(bytes.remaining(), length);
        bytes = ByteBuffer.allocate(Math.max(needed, 2 * bytes.remaining())).put(bytes).flip();
    }

    /** Returns the next message, null if it is not there yet. */
    @Nullable HandshakeMessage next(int mostPayload) {
        return codec.decode(bytes, mostPayload);
    }

    /** Throws away what was not read. */
    void discard() {
        bytes.position(bytes.limit());
    }

    /** Returns what was not read. */
    ByteBuffer rest() {
        return bytes.slice().asReadOnlyBuffer();
    }
}
