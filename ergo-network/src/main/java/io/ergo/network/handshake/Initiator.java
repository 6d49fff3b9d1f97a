package io.ergo.network.handshake;

import java.util.List;

import io.ergo.network.Printable;
import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeException;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.Peer;
import org.jspecify.annotations.Nullable;

/**
 * The dialling side of a new connection.
 *
 * <pre>
 * state    on         sends      next
 *          start      Hello      Greeting
 * Greeting Hello      Introduce  Proved
 * Proved   Accept                Offered
 * Offered  Introduce  Accept     established
 * </pre>
 */
final class Initiator extends Machine {

    private sealed interface State {

        record Greeting() implements State {}

        record Proved() implements State {}

        record Offered(AcceptMessage offer) implements State {}
    }

    private final String node;
    private final @Nullable Fingerprint certificate;
    private final HelloMessage hello;
    private State state = new State.Greeting();

    Initiator(HandshakeContext context, HandshakeOptions options, String node, @Nullable Fingerprint certificate) {
        super(context, options);
        this.node = node;
        this.certificate = certificate;
        String salt = context.salt();
        this.hello = new HelloMessage(salt, digests.hello(salt), "");
    }

    @Override
    void begin() {
        send(hello);
    }

    @Override
    Awaited awaited() {
        return switch (state) {
            case State.Greeting _ -> Awaited.HELLO;
            case State.Proved _ -> Awaited.ACCEPT;
            case State.Offered _ -> Awaited.INTRODUCE;
        };
    }

    @Override
    HandshakeResult on(HandshakeMessage message) {
        return switch (state) {
            case State.Greeting _ -> onHello(Checks.expect(HelloMessage.class, message));
            case State.Proved _ -> onAccept(Checks.expect(AcceptMessage.class, message));
            case State.Offered offered -> onIntroduce(Checks.expect(IntroduceMessage.class, message), offered.offer());
        };
    }

    private HandshakeResult onHello(HelloMessage answer) {
        Checks.checkDigest(digests.helloAnswer(answer.salt(), hello.digest()), answer.digest());
        if (certificate != null && options.certificateCheck()) {
            Checks.checkCertificate(digests.helloCertificate(answer.salt(), hello.salt(), certificate),
                    answer.digestCert());
        }
        send(Introductions.of(options, digests.introduce(answer.salt())));
        state = new State.Proved();
        return MORE;
    }

    private HandshakeResult onAccept(AcceptMessage offer) {
        if (offer.poolSize() < 1) {
            throw new HandshakeException(HandshakeCheck.POOL_SIZE,
                    "the pool has " + offer.poolSize() + " links but must have at least 1");
        }
        if (offer.id().length() > AcceptMessage.MOST_ID_CHARS) {
            throw new HandshakeException(HandshakeCheck.VALUE, "the id of the connection has " + offer.id().length()
                    + " characters but may have " + AcceptMessage.MOST_ID_CHARS);
        }
        state = new State.Offered(offer);
        return MORE;
    }

    private HandshakeResult onIntroduce(IntroduceMessage introduce, AcceptMessage offer) {
        Introductions.checkNotOwn(introduce, options);
        if (!introduce.node().equals(node)) {
            throw new HandshakeException(HandshakeCheck.NODE,
                    "the peer is '" + Printable.of(introduce.node()) + "' but " + node + " was meant to be reached");
        }
        Peer peer = Introductions.peer(introduce);
        HandshakeException refusal = Introductions.refusal(peer);
        if (refusal != null) {
            throw refusal;
        }
        send(AcceptMessage.last());
        List<String> poolDsn = offer.poolDsn();
        return new HandshakeResult.Established(peer, offer.id(),
                (int) Math.min(offer.poolSize(), HandshakeOptions.LARGEST_POOL),
                poolDsn == null ? List.of() : poolDsn, rest());
    }
}
