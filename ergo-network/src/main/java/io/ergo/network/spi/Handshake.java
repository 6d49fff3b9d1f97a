package io.ergo.network.spi;

import java.nio.ByteBuffer;

/**
 * One side of one handshake, without socket, threads and waiting: bytes come in, in pieces of any size, and each call returns bytes to send and a
 * result. Nothing else may be written to the link before these bytes: a peer takes the first frame for the message that is due. Only
 * {@link HandshakeResult.Introduced} has to be dealt with before they are sent: a connection must be registered before the peer can know that it
 * exists. One thread at a time.
 */
public interface Handshake {

    /**
     * Begins.
     *
     * @throws IllegalStateException if it was called before
     */
    HandshakeStep start();

    /**
     * Takes all bytes of the piece and goes on; between {@link HandshakeResult.Introduced} and {@link #resume()} it only keeps them.
     *
     * @throws IllegalStateException before {@link #start()}, and after a result that {@linkplain HandshakeResult#isFinal() ends} it
     */
    HandshakeStep receive(ByteBuffer piece);

    /**
     * Goes on with the bytes that are there.
     *
     * @throws IllegalStateException if it is not the one call after {@link HandshakeResult.Introduced}
     */
    HandshakeStep resume();

    /** Tells that the peer closed the link. After the end it returns the last result once more, without bytes. */
    HandshakeStep closed();

    /**
     * Returns when {@link #expire()} is to be called, on the clock in nanoseconds that the factory was given; each piece moves it. Between
     * {@link HandshakeResult.Introduced} and {@link #resume()} only the time in all counts.
     */
    long deadlineNanos();

    /** Looks at the clock: fails if the deadline has passed, else needs more. After the end it returns the last result once more, without bytes. */
    HandshakeStep expire();
}
