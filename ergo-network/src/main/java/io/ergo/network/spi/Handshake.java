package io.ergo.network.spi;

import java.nio.ByteBuffer;

/**
 * One side of one handshake, without socket, threads and waiting: bytes come in, in pieces of any size, and each call returns bytes to send and a
 * result. Whoever drives it does first what the result says, then sends the bytes, in this order: a connection must be registered before the peer
 * can know that it exists. After a result that {@linkplain HandshakeResult#isFinal() ends} it, nothing may be called. One thread at a time.
 */
public interface Handshake {

    /** Begins; to be called once, first. */
    HandshakeStep start();

    /** Takes all bytes of the piece and goes on. */
    HandshakeStep receive(ByteBuffer piece);

    /** Goes on with the bytes that are there; to be called after {@link HandshakeResult.Introduced}. */
    HandshakeStep resume();

    /** Tells that the peer closed the link. */
    HandshakeStep closed();

    /** Returns when {@link #expire()} is to be called, on the clock in nanoseconds that the factory was given; each piece moves it. */
    long deadlineNanos();

    /** Looks at the clock: fails if the deadline has passed, else needs more. */
    HandshakeStep expire();
}
