package io.ergo.interop.vectors.handshake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Function;

import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.handshake.ErgoHandshakes;
import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeFactory;
import io.ergo.network.spi.HandshakeResult;
import io.ergo.network.spi.HandshakeStep;

/** One side of a recorded handshake once more, with what the peer sent. What it answers has to be what was recorded. */
final class Replay {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final double ROUNDING = 0.05;
    /** Of a message. */
    private static final int HEADER = 6;
    private static final double DELAY = 0.4;

    private final RecordedNode node;
    private final Handshake side;
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();
    /** How many bytes the peer has sent since the last answer. */
    private int unanswered;
    private long nanos;
    private HandshakeResult result;

    Replay(RecordedNode node, Function<HandshakeFactory, Handshake> side) {
        this.node = node;
        this.side = side.apply(new ErgoHandshakes(node.random(), () -> nanos));
        this.result = take(this.side.start());
    }

    private HandshakeResult take(HandshakeStep step) {
        byte[] bytes = new byte[step.send().remaining()];
        step.send().get(bytes);
        answers.writeBytes(bytes);
        if (bytes.length > 0) {
            unanswered = 0;
        }
        return step.result() instanceof HandshakeResult.Introduced ? take(side.resume()) : step.result();
    }

    /** The peer sends; after a failure into a closed link, which a slower side may not have closed yet. */
    void receives(byte[] bytes) {
        requireAnswers();
        unanswered += bytes.length;
        if (result instanceof HandshakeResult.Failed) {
            return;
        }
        if (result.isFinal()) {
            throw new Mismatch("the peer goes on, but the handshake is over: " + shown());
        }
        result = take(side.receive(ByteBuffer.wrap(bytes)));
    }

    /** This side has sent, in the recording. */
    void recordedAnswer(byte[] bytes) {
        recorded.writeBytes(bytes);
    }

    /** Requires that all was answered that was recorded, and nothing else. Entries of maps have no order. */
    void requireAnswers() {
        byte[] expected = recorded.toByteArray();
        byte[] actual = answers.toByteArray();
        Mismatch.requireEqual("the answers", node.announceable(Messages.read(expected)),
                Messages.read(actual));
        Mismatch.requireEqual("the bytes of the answers", expected.length, actual.length);
    }

    /**
     * Requires that the link is there, and ends after silence but not before. What is wrong from its first byte on may be refused without waiting for
     * the rest of a header.
     *
     * @param seconds the recorded time until the end, which was measured and so is a little longer
     */
    void requireSilenceEnds(double seconds) {
        if (result instanceof HandshakeResult.Failed && unanswered < HEADER) {
            requireClosed();
            return;
        }
        requireOpen();
        long end = side.deadlineNanos();
        double silence = silence();
        if (seconds < silence - ROUNDING || seconds > silence + DELAY) {
            throw new Mismatch("the seconds of silence until the end", seconds + "", silence + "");
        }
        nanos = end - 1;
        result = take(side.expire());
        requireOpen();
        nanos = end;
        result = take(side.expire());
        requireClosed();
    }

    private void requireOpen() {
        requireAnswers();
        if (result.isFinal()) {
            throw new Mismatch("the handshake", "waits", shown());
        }
    }

    /** Requires that the link is closed, or joins a connection that is not there. */
    void requireClosed() {
        requireAnswers();
        if (!(result instanceof HandshakeResult.Failed || result instanceof HandshakeResult.JoinRequested)) {
            throw new Mismatch("the handshake", "closes the link", shown());
        }
    }

    /**
     * Requires that the link is there when the client closes it, and is closed then.
     *
     * @param atOnce whether the client did so before anybody could see whether this side would have closed it
     */
    void requireClosable(boolean atOnce) {
        requireAnswers();
        if (result instanceof HandshakeResult.Failed && !atOnce) {
            throw new Mismatch("the handshake", "waits", shown());
        }
        if (!result.isFinal()) {
            result = take(side.closed());
            requireClosed();
        }
    }

    /** Requires that the link is there after some seconds of silence, whether the handshake is over by then or not. */
    void requireStaysOpen(double seconds) {
        requireAnswers();
        boolean late = !result.isFinal() && seconds > silence() + DELAY;
        if (result instanceof HandshakeResult.Failed || late) {
            throw new Mismatch("the link after " + seconds + " seconds of silence", "is open",
                    late ? "is closed after " + silence() : shown());
        }
    }

    /** Returns how many seconds it lasts until this side closes the link. */
    private double silence() {
        return (double) (side.deadlineNanos() - nanos) / NANOS_PER_SECOND;
    }

    /** Returns whether there is a connection. Whether it may stay depends on the others that this side has. */
    boolean isEstablished() {
        requireAnswers();
        return result instanceof HandshakeResult.Established;
    }

    /** Requires that this side has what it wanted. */
    void requireDone() {
        requireAnswers();
        if (!result.isFinal() || result instanceof HandshakeResult.Failed) {
            throw new Mismatch("the handshake", "is done", shown());
        }
    }

    /** Requires that the peer has rejected this side. */
    void requireRejected() {
        requireAnswers();
        if (!(result instanceof HandshakeResult.Failed failed)
                || failed.reason().check() != HandshakeCheck.REJECTED) {
            throw new Mismatch("the handshake", "is rejected", shown());
        }
    }

    /** Requires that nothing was wrong so far. */
    void requireNotFailed() {
        if (result instanceof HandshakeResult.Failed) {
            throw new Mismatch("the handshake", "goes on", shown());
        }
    }

    private String shown() {
        return result instanceof HandshakeResult.Failed failed
                ? "failed at " + failed.awaited() + ": " + failed.reason().getMessage()
                : result.getClass().getSimpleName();
    }
}
