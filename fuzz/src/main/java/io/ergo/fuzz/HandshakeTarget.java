package io.ergo.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import io.ergo.network.Cookie;
import io.ergo.network.handshake.ErgoHandshakes;
import io.ergo.network.handshake.HandshakeCodec;
import io.ergo.network.handshake.HandshakeMessage;
import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeFactory;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeStep;

/**
 * A byte that chooses, and what a peer sends. For the codec: each message can be written, and is then read and written in the same way again. For a side
 * of a handshake: it goes on to its end without an exception. Secrets and clock are always the same, so that proofs of an earlier run hold.
 */
final class HandshakeTarget extends Target {

    private static final int KINDS = 4;
    private static final int PIECE = 97;
    private static final long SEED = 1;
    private static final long LIMIT = HandshakeOptions.of("a@h", 1, Cookie.of("c")).limits().introduceBytes();
    private static final HandshakeOptions DIALLER = HandshakeOptions.of("dialler@h", 1, Cookie.of("secret"));
    private static final HandshakeOptions LISTENER = HandshakeOptions.of("listener@h", 2, Cookie.of("secret"));
    private static final String CONNECTION = "0123456789abcdef0123456789abcdef";

    private final HandshakeCodec codec = new HandshakeCodec();
    private final List<Repeated> randoms = Stream.generate(Repeated::new).limit(KINDS).toList();
    private final List<HandshakeFactory> factories = randoms.stream()
            .<HandshakeFactory>map(random -> new ErgoHandshakes(random, () -> 0)).toList();

    HandshakeTarget() {
        super(new Bounds(LIMIT));
    }

    @Override
    void take(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] sent = Arrays.copyOfRange(input, 1, input.length);
        int kind = Math.floorMod(input[0], KINDS);
        if (kind == 0) {
            messages(ByteBuffer.wrap(sent));
        } else {
            bounds().hold(input.length, () -> last(side(kind), sent));
        }
    }

    private void messages(ByteBuffer in) {
        int before = -1;
        while (in.hasRemaining() && in.position() != before) {
            before = in.position();
            bounds().hold(in.remaining(), () -> Optional.ofNullable(codec.decode(in, (int) LIMIT)))
                    .flatMap(message -> message).ifPresent(this::again);
        }
    }

    private void again(HandshakeMessage message) {
        byte[] bytes = codec.encode(message);
        HandshakeMessage second = codec.decode(ByteBuffer.wrap(bytes), bytes.length);
        if (!message.equals(second)) {
            throw new Finding(message + " was written and came back as " + second);
        }
    }

    private Handshake side(int kind) {
        Repeated random = randoms.get(kind);
        random.begin(SEED + kind);
        HandshakeFactory handshakes = factories.get(kind);
        return switch (kind) {
            case 1 -> handshakes.accept(LISTENER, List.of(), null);
            case 2 -> handshakes.initiate(DIALLER, LISTENER.node(), null);
            default -> handshakes.join(DIALLER, CONNECTION, null);
        };
    }

    /** Feeds a side with the bytes in pieces and returns what comes of it. */
    private static HandshakeResult last(Handshake side, byte[] sent) {
        HandshakeResult result = settled(side, side.start()).result();
        for (int at = 0; at < sent.length && !result.isFinal(); at += PIECE) {
            ByteBuffer piece = ByteBuffer.wrap(sent, at, Math.min(PIECE, sent.length - at));
            result = settled(side, side.receive(piece)).result();
        }
        return result.isFinal() ? result : side.closed().result();
    }

    private static HandshakeStep settled(Handshake side, HandshakeStep step) {
        return step.result() instanceof HandshakeResult.Introduced ? side.resume() : step;
    }

    /** Returns what each side of a handshake and of a join is sent. */
    static Stream<byte[]> seeds() {
        HandshakeTarget target = new HandshakeTarget();
        return Stream.of(2, 3).flatMap(
                dialler -> Stream.of(target.conversation(dialler, true), target.conversation(dialler, false)));
    }

    private byte[] conversation(int dialler, boolean toListener) {
        return new Conversation(side(dialler), side(1)).sent(toListener, (byte) (toListener ? 1 : dialler));
    }

    /** A random source that can begin again, since to make a factory takes longer than a handshake. */
    private static final class Repeated implements RandomGenerator {

        private SplittableRandom numbers = new SplittableRandom(SEED);

        void begin(long seed) {
            numbers = new SplittableRandom(seed);
        }

        @Override
        public long nextLong() {
            return numbers.nextLong();
        }
    }

    /** Two sides that talk to each other. */
    private static final class Conversation {

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

        byte[] sent(boolean listener, byte choice) {
            List<byte[]> pieces = listener ? toListener : toDialler;
            ByteBuffer all = ByteBuffer.allocate(1 + pieces.stream().mapToInt(piece -> piece.length).sum());
            all.put(choice);
            pieces.forEach(all::put);
            return all.array();
        }
    }
}
