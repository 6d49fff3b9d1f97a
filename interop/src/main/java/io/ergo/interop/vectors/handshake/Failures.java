package io.ergo.interop.vectors.handshake;

import java.io.ByteArrayOutputStream;
import java.util.List;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Section;
import io.ergo.network.handshake.AcceptMessage;
import io.ergo.network.handshake.HandshakeMessage;
import io.ergo.network.handshake.HelloMessage;
import io.ergo.network.handshake.IntroduceMessage;
import tools.jackson.databind.JsonNode;

/**
 * {@code failures}: bad or silent clients, to which the listening side has to answer as recorded.
 *
 * @param root the file
 */
public record Failures(Entry root) implements Section {

    /** The recorded times have one decimal; what is below is "at once". */
    private static final double AT_ONCE = 0.5;

    @Override
    public void run(JsonNode section, Cases cases) {
        cases.each(section, this::check);
    }

    private void check(Entry failure) {
        List<Entry> events = failure.only("name", "events").entries("events");
        RecordedNode node = new RecordedNode(root.text("acceptor"), root.text("cookie"),
                messages(events, "node_sends"));
        Replay replay = new Replay(node, factory -> factory.accept(node.options(), node.poolDsn(), null));
        events.forEach(event -> happens(replay, event, isWhole(events)));
        if (events.isEmpty() || !events.getLast().has("connection")) {
            throw new Mismatch("the failure does not say what becomes of the connection");
        }
    }

    /** One read of a recorder may end within a message. */
    private static List<HandshakeMessage> messages(List<Entry> events, String from) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        events.stream().filter(event -> event.has(from)).forEach(event -> sent.writeBytes(event.hex(from)));
        return Messages.read(sent.toByteArray());
    }

    /** Returns whether a client has said all of a handshake: then the node may still close the link, as one that has a connection of that name does. */
    private static boolean isWhole(List<Entry> events) {
        List<HandshakeMessage> sent;
        try {
            sent = messages(events, "client_sends");
        } catch (Mismatch other) {
            return false;
        }
        return sent.size() == 3 && sent.get(0) instanceof HelloMessage
                && sent.get(1) instanceof IntroduceMessage introduce && !introduce.node().isEmpty()
                && introduce.creation() != 0 && sent.get(2) instanceof AcceptMessage;
    }

    private static void happens(Replay replay, Entry event, boolean whole) {
        if (event.has("client_sends")) {
            replay.receives(event.only("client_sends").hex("client_sends"));
        } else if (event.has("node_sends")) {
            replay.recordedAnswer(event.only("node_sends").hex("node_sends"));
        } else {
            ends(replay, event.only("connection", "seconds_since_last_send"), whole);
        }
    }

    private static void ends(Replay replay, Entry event, boolean whole) {
        double seconds = seconds(event.text("seconds_since_last_send"));
        switch (event.text("connection")) {
            case "closed by the node" -> closes(replay, seconds, whole);
            case "closed by the client" -> replay.requireClosable(seconds < AT_ONCE);
            case "open", "still open" -> replay.requireStaysOpen(seconds);
            default -> throw new Mismatch(
                    "what becomes of the connection is not understood: '" + event.text("connection") + "'");
        }
    }

    private static void closes(Replay replay, double seconds, boolean whole) {
        if (seconds >= AT_ONCE) {
            replay.requireSilenceEnds(seconds);
        } else if (!whole || !replay.isEstablished()) {
            replay.requireClosed();
        }
    }

    private static double seconds(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException bad) {
            throw new Mismatch("the seconds are no number: '" + text + "'");
        }
    }
}
