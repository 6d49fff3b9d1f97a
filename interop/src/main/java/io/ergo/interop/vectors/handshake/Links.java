package io.ergo.interop.vectors.handshake;

import java.util.List;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.network.handshake.AcceptMessage;
import io.ergo.network.handshake.HandshakeMessage;
import io.ergo.network.handshake.HelloMessage;
import io.ergo.network.handshake.JoinMessage;
import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeFactory;
import org.jspecify.annotations.Nullable;

/**
 * The recorded links once more, by both sides: with the settings, salts and ids of the recording each has to send the recorded messages. A link that a
 * node of release 3.3.0 rejects is played by the side that dials alone, which has to fail by it; nodes here do not reject.
 */
public final class Links {

    private static final String REJECT = "handshake.MessageReject";

    private final Conversation conversation;

    /** Takes those of a file. */
    public Links(Entry root) {
        conversation = Conversation.of(root);
    }

    /** Runs each side of each link as one case. */
    public void run(Cases all) {
        Cases cases = all.of("links");
        for (long link : conversation.links()) {
            List<Entry> frames = conversation.ofLink(link);
            cases.check("link " + link + ", the side that dials", () -> replay(frames, Conversation.FORTH));
            if (!isRejected(frames)) {
                cases.check("link " + link + ", the side that listens", () -> replay(frames, Conversation.BACK));
            }
        }
    }

    private void replay(List<Entry> frames, String mine) {
        boolean dials = mine.equals(Conversation.FORTH);
        RecordedNode node = new RecordedNode(conversation.root().text(dials ? "initiator" : "acceptor"),
                conversation.root().text("cookie"), Conversation.messages(frames, mine));
        HandshakeMessage first = Messages.single(frames.getFirst().hex("hex"));
        Fingerprint certificate = certificate(frames);
        Replay replay = new Replay(node, factory -> dials ? dial(factory, node, first, certificate)
                : factory.accept(node.options(), node.poolDsn(), certificate));
        for (Entry frame : frames) {
            if (Conversation.isOf(frame, mine)) {
                replay.recordedAnswer(frame.hex("hex"));
            } else {
                replay.receives(frame.hex("hex"));
            }
        }
        if (isRejected(frames)) {
            replay.requireRejected();
        } else {
            replay.requireDone();
        }
    }

    /** By its name, which is held against its bytes elsewhere. */
    private static boolean isRejected(List<Entry> frames) {
        return frames.stream().anyMatch(frame -> frame.text("message", "").equals(REJECT));
    }

    private Handshake dial(HandshakeFactory factory, RecordedNode node, HandshakeMessage first,
            @Nullable Fingerprint certificate) {
        return first instanceof JoinMessage join ? factory.join(node.options(), join.connectionId(), certificate)
                : factory.initiate(node.options(), conversation.root().text("acceptor"), certificate);
    }

    /** Returns that of the file for a link over TLS, on which a message proves it. */
    private @Nullable Fingerprint certificate(List<Entry> frames) {
        boolean tls = frames.stream().map(frame -> Messages.single(frame.hex("hex")))
                .anyMatch(Links::provesCertificate);
        return tls && conversation.root().has("tls") ? Tls.certificate(conversation.root().entry("tls")) : null;
    }

    private static boolean provesCertificate(HandshakeMessage message) {
        return switch (message) {
            case HelloMessage hello -> !hello.digestCert().isEmpty();
            case AcceptMessage accept -> !accept.digestCert().isEmpty();
            default -> false;
        };
    }
}
