package io.ergo.network.handshake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeException;
import io.ergo.network.spi.HandshakeOptions;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeStep;

/**
 * What all sides do alike: cut bytes into messages, look at the clock, collect what is to be sent. A check that fails is thrown, see {@link Checks}.
 *
 * <pre>
 * phase       on                         next
 * MADE        start()                    TALKING
 * TALKING     receive()                  TALKING, or INTRODUCED by the Introduce that an accepting side takes
 * INTRODUCED  receive()                  INTRODUCED: the piece is kept
 * INTRODUCED  resume()                   TALKING
 * any         a final result             OVER: a check fails, a time-out passes, the link is closed, or it is done
 * </pre>
 */
abstract class Machine implements Handshake {

    static final HandshakeResult MORE = new HandshakeResult.MoreNeeded();

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();
    /** What most pieces give. One for all, since a peer may send single bytes, and each of them must cost little. */
    private static final HandshakeStep WAIT = new HandshakeStep(NOTHING, MORE);

    private enum Phase {
        MADE,
        TALKING,
        INTRODUCED,
        OVER
    }

    final HandshakeOptions options;
    final Digests digests;

    private final HandshakeCodec codec;
    private final Inbox inbox;
    private final Deadlines deadlines;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    /** How many bytes of it answer the messages before the present one. */
    private int said;
    private Phase phase = Phase.MADE;
    private HandshakeStep last = WAIT;

    Machine(HandshakeContext context, HandshakeOptions options) {
        this.options = options;
        this.digests = new Digests(options.cookie());
        this.codec = context.codec();
        this.inbox = new Inbox(codec);
        this.deadlines = new Deadlines(context.nanos(), options.limits());
    }

    /** Sends the first message, if this side does. */
    abstract void begin();

    /** Returns what is due. */
    abstract Awaited awaited();

    /** Takes a message; {@link #MORE} to go on. */
    abstract HandshakeResult on(HandshakeMessage message);

    @Override
    public final HandshakeStep start() {
        require(phase == Phase.MADE, "start() is called once, first");
        phase = Phase.TALKING;
        return step(Machine::first);
    }

    /** A piece is no silence, however late it is taken: the delay may be on this side. */
    @Override
    public final HandshakeStep receive(ByteBuffer piece) {
        require(phase == Phase.TALKING || phase == Phase.INTRODUCED, "receive() is called between start() and the end");
        if (piece.hasRemaining() && phase == Phase.TALKING) {
            deadlines.heard();
        }
        inbox.add(piece);
        return step(phase == Phase.TALKING ? Machine::messages : Machine::nothing);
    }

    @Override
    public final HandshakeStep resume() {
        require(phase == Phase.INTRODUCED, "resume() is called once after Introduced");
        phase = Phase.TALKING;
        deadlines.heard();
        return step(Machine::messages);
    }

    @Override
    public final HandshakeStep closed() {
        return phase == Phase.OVER ? last : step(Machine::cut);
    }

    @Override
    public final long deadlineNanos() {
        return deadlines.nanos();
    }

    @Override
    public final HandshakeStep expire() {
        return phase == Phase.OVER ? last : step(Machine::late);
    }

    private HandshakeResult first() {
        begin();
        return MORE;
    }

    private HandshakeResult messages() {
        deadlines.checkTotal();
        HandshakeResult result = MORE;
        while (result instanceof HandshakeResult.MoreNeeded) {
            said = out.size();
            HandshakeMessage message = inbox.next(awaited().mostPayload(options.limits()));
            if (message == null) {
                return MORE;
            }
            result = on(message);
        }
        return result;
    }

    private HandshakeResult nothing() {
        deadlines.checkTotal();
        return MORE;
    }

    private HandshakeResult cut() {
        throw new HandshakeException(HandshakeCheck.CLOSED,
                "the peer closed the link; nodes do so without a word if the cookies differ");
    }

    private HandshakeResult late() {
        deadlines.check();
        return MORE;
    }

    private static void require(boolean allowed, String rule) {
        if (!allowed) {
            throw new IllegalStateException(rule);
        }
    }

    private HandshakeStep step(Work work) {
        HandshakeResult result = resultOf(work);
        if (result instanceof HandshakeResult.Introduced) {
            phase = Phase.INTRODUCED;
            deadlines.pause();
        } else if (result.isFinal()) {
            phase = Phase.OVER;
            last = new HandshakeStep(NOTHING, result);
        }
        if (out.size() == 0 && result instanceof HandshakeResult.MoreNeeded) {
            return WAIT;
        }
        HandshakeStep step = new HandshakeStep(ByteBuffer.wrap(out.toByteArray()), result);
        out.reset();
        said = 0;
        return step;
    }

    private HandshakeResult resultOf(Work work) {
        try {
            return work.run(this);
        } catch (HandshakeException e) {
            byte[] all = out.toByteArray();
            out.reset();
            out.write(all, 0, said); // the message that fails is not answered
            return new HandshakeResult.Failed(awaited().toString(), e);
        }
    }

    // ---- for the sides

    final void send(HandshakeMessage message) {
        out.writeBytes(codec.encode(message));
    }

    /** Throws away what the peer sent before it could know what to send. */
    final void discard() {
        inbox.discard();
    }

    /** Returns what follows the handshake. */
    final ByteBuffer rest() {
        return inbox.rest();
    }

    /** A part of a handshake. Without a captured variable, so that it is made once. */
    private interface Work {

        HandshakeResult run(Machine machine);
    }
}
