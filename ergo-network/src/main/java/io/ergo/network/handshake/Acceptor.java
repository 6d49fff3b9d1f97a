package io.ergo.network.handshake;

import java.util.List;

import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.HandshakeException;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.Peer;
import org.jspecify.annotations.Nullable;

/**
 * The listening side. What came together with a Hello or Join and stands behind it is thrown away, as Go nodes do: a peer that follows the rules has
 * nothing to say before it has the answer.
 *
 * <pre>
 * state     on         sends              next
 * Silent    Hello      Hello              Greeted
 * Silent    Join       Accept             join requested
 * Greeted   Introduce  Accept, Introduce  Offered; introduced, if name and creation are right
 * Offered   Accept                        established, or failed if name or creation is wrong
 * </pre>
 *
 * Name and creation are judged last, as Go nodes do, but no connection is registered for a peer that will fail.
 */
final class Acceptor extends Machine {

    private sealed interface State {

        record Silent() implements State {}

        record Greeted(String salt) implements State {}

        record Offered(Peer peer, String connectionId, @Nullable HandshakeException refusal) implements State {}
    }

    private final HandshakeContext context;
    private final List<String> poolDsn;
    private final @Nullable Fingerprint certificate;
    private State state = new State.Silent();

    Acceptor(HandshakeContext context, HandshakeOptions options, List<String> poolDsn,
            @Nullable Fingerprint certificate) {
        super(context, options);
        this.context = context;
        this.poolDsn = List.copyOf(poolDsn);
        this.certificate = certificate;
        context.requireSendable("these places for more links of " + options.node(),
                AcceptMessage.offer("0".repeat(AcceptMessage.MOST_ID_CHARS), options.poolSize(), this.poolDsn));
    }

    @Override
    void begin() {
        // the peer begins
    }

    @Override
    Awaited awaited() {
        return switch (state) {
            case State.Silent _ -> Awaited.HELLO_OR_JOIN;
            case State.Greeted _ -> Awaited.INTRODUCE;
            case State.Offered _ -> Awaited.ACCEPT;
        };
    }

    @Override
    HandshakeResult on(HandshakeMessage message) {
        return switch (state) {
            case State.Silent _ -> onFirst(message);
            case State.Greeted greeted -> onIntroduce(Checks.expect(IntroduceMessage.class, message), greeted.salt());
            case State.Offered offered -> onAccept(Checks.expect(AcceptMessage.class, message), offered);
        };
    }

    private HandshakeResult onFirst(HandshakeMessage message) {
        return switch (message) {
            case HelloMessage hello -> onHello(hello);
            case JoinMessage join -> onJoin(join);
            case IntroduceMessage _,AcceptMessage _,RejectMessage _ -> throw Checks.unexpected(message);
        };
    }

    private HandshakeResult onHello(HelloMessage hello) {
        Checks.checkDigest(digests.hello(hello.salt()), hello.digest());
        discard();
        String salt = context.salt();
        send(new HelloMessage(salt, digests.helloAnswer(salt, hello.digest()),
                certificate == null ? "" : digests.helloCertificate(salt, hello.salt(), certificate)));
        state = new State.Greeted(salt);
        return MORE;
    }

    private HandshakeResult onJoin(JoinMessage join) {
        Checks.checkDigest(digests.join(join.connectionId(), join.salt()), join.digest());
        discard();
        send(AcceptMessage.answer(digests.joinAnswer(join.digest()),
                certificate == null ? "" : digests.joinCertificate(join.digest(), join.salt(), certificate)));
        return new HandshakeResult.JoinRequested(join.node(), join.connectionId());
    }

    private HandshakeResult onIntroduce(IntroduceMessage introduce, String salt) {
        Introductions.checkNotOwn(introduce, options);
        Checks.checkDigest(digests.introduce(salt), introduce.digest());
        String connectionId = context.connectionId();
        send(AcceptMessage.offer(connectionId, options.poolSize(), poolDsn));
        send(Introductions.of(options, ""));
        Peer peer = Introductions.peer(introduce);
        HandshakeException refusal = Introductions.refusal(peer);
        state = new State.Offered(peer, connectionId, refusal);
        return refusal == null ? new HandshakeResult.Introduced(peer, connectionId) : MORE;
    }

    /** What the Accept says means nothing; that it comes does. */
    private HandshakeResult onAccept(AcceptMessage ignored, State.Offered offered) {
        if (offered.refusal() != null) {
            throw offered.refusal();
        }
        return new HandshakeResult.Established(offered.peer(), offered.connectionId(), options.poolSize(), poolDsn,
                rest());
    }
}
