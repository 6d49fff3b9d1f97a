package io.ergo.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeStep;

/** Two sides that talk to each other. */
final class Conversation {

    private final List<byte[]> toListener = new ArrayList<>();
    private final List<byte[]> toDialler = new ArrayList<>();

    Conversation(Handshake dialler, Handshake listener) {
        ByteBuffer fromDialler = dialler.start().send();
        listener.start();
        while (fromDialler.hasRemaining()) {
            toListener.add(copy(fromDialler));
            ByteBuffer fromListener = said(listener, fromDialler);
            if (!fromListener.hasRemaining()) {
                return;
            }
            toDialler.add(copy(fromListener));
            fromDialler = said(dialler, fromListener);
        }
    }

    /** Returns what each side of a handshake and of a join is sent, behind the byte that chooses it. */
    static Stream<byte[]> seeds() {
        HandshakeSides sides = new HandshakeSides();
        return Stream.of(HandshakeSides.DIALLER, HandshakeSides.JOINER).flatMap(dialler -> {
            Conversation both = new Conversation(sides.begin(dialler), sides.begin(HandshakeSides.LISTENER));
            return Stream.of(chosen(HandshakeSides.LISTENER, both.toListener), chosen(dialler, both.toDialler));
        });
    }

    private static byte[] chosen(int kind, List<byte[]> pieces) {
        ByteBuffer all = ByteBuffer.allocate(1 + pieces.stream().mapToInt(piece -> piece.length).sum());
        all.put((byte) kind);
        pieces.forEach(all::put);
        return all.array();
    }

    private static ByteBuffer said(Handshake side, ByteBuffer heard) {
        HandshakeStep step = side.receive(heard);
        ByteBuffer first = step.send();
        if (!(step.result() instanceof HandshakeResult.Introduced)) {
            return first;
        }
        ByteBuffer then = side.resume().send();
        return ByteBuffer.allocate(first.remaining() + then.remaining()).put(first).put(then).flip();
    }

    private static byte[] copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }
}
