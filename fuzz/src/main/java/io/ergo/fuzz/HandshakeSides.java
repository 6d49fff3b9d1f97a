package io.ergo.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import io.ergo.network.Cookie;
import io.ergo.network.handshake.ErgoHandshakes;
import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeFactory;
import io.ergo.network.spi.HandshakeOptions;

/** The sides of handshakes between the same two nodes, with the same secrets and clock each time. One thread. */
final class HandshakeSides {

    static final int LISTENER = 1;
    static final int DIALLER = 2;
    static final int JOINER = 3;
    static final int KINDS = 3;

    private static final long SEED = 1;
    private static final HandshakeOptions DIALLING = HandshakeOptions.of("dialler@h", 1, Cookie.of("secret"));
    private static final HandshakeOptions LISTENING = HandshakeOptions.of("listener@h", 2, Cookie.of("secret"));
    private static final String CONNECTION = "0123456789abcdef0123456789abcdef";

    private final List<Repeated> randoms = Stream.generate(Repeated::new).limit(KINDS).toList();
    private final List<HandshakeFactory> factories = randoms.stream()
            .<HandshakeFactory>map(random -> new ErgoHandshakes(random, () -> 0)).toList();

    /** Returns a side of this kind, which has heard nothing yet. */
    Handshake begin(int kind) {
        randoms.get(kind - 1).begin(SEED + kind);
        HandshakeFactory handshakes = factories.get(kind - 1);
        return switch (kind) {
            case LISTENER -> handshakes.accept(LISTENING, List.of(), null);
            case DIALLER -> handshakes.initiate(DIALLING, LISTENING.node(), null);
            case JOINER -> handshakes.join(DIALLING, CONNECTION, null);
            default -> throw new IllegalArgumentException("there is no kind " + kind);
        };
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
}
