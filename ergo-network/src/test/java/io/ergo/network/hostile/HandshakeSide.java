package io.ergo.network.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.ergo.network.handshake.ErgoHandshakes;
import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeFactory;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeStep;

/**
 * One side of a handshake in the middle of a conversation, made anew for each input and always with the same luck.
 *
 * @param side makes it
 * @param heard what it has heard so far
 */
record HandshakeSide(Function<HandshakeFactory, Handshake> side, List<byte[]> heard) implements Sample.Decoder {

    private static final ErgoHandshakes HANDSHAKES = new ErgoHandshakes(() -> 7, () -> 0);

    /** Returns the same side, which has heard more. */
    HandshakeSide hearing(byte[] more) {
        return new HandshakeSide(side, Stream.concat(heard.stream(), Stream.of(more)).toList());
    }

    /** Returns what it says to what it heard at last, or first of all. */
    byte[] says() {
        return last(start()).said();
    }

    /** Returns whether it has something to say to the bytes, or is done with them. */
    @Override
    public boolean decode(byte[] bytes, int length) {
        Handshake handshake = start();
        last(handshake);
        Turn turn = take(handshake, handshake.receive(ByteBuffer.wrap(bytes, 0, length)));
        boolean right = turn.said().length > 0 || (turn.result().isFinal() && !turn.isFailed());
        handshake.closed();
        return right;
    }

    private Handshake start() {
        return side.apply(HANDSHAKES);
    }

    private Turn last(Handshake handshake) {
        Turn last = take(handshake, handshake.start());
        for (byte[] each : heard) {
            last = take(handshake, handshake.receive(ByteBuffer.wrap(each)));
        }
        return last;
    }

    private static Turn take(Handshake handshake, HandshakeStep step) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        HandshakeStep last = step;
        add(said, last);
        if (last.result() instanceof HandshakeResult.Introduced) {
            last = handshake.resume();
            add(said, last);
        }
        return new Turn(said.toByteArray(), last.result());
    }

    private static void add(ByteArrayOutputStream said, HandshakeStep step) {
        byte[] bytes = new byte[step.send().remaining()];
        step.send().get(bytes);
        said.writeBytes(bytes);
    }

    /** What it answered, and what it thinks of the peer. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Turn(byte[] said, HandshakeResult result) {

        boolean isFailed() {
            return result instanceof HandshakeResult.Failed;
        }
    }
}
