package io.ergo.interop.vectors.handshake;

import java.io.ByteArrayOutputStream;
import java.util.List;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Section;
import io.ergo.network.handshake.HandshakeMessage;
import tools.jackson.databind.JsonNode;

/**
 * {@code failures}: bad or silent clients, to which the listening side has to answer as recorded.
 *
 * @param root the file
 */
public record Failures(Entry root) implements Section {

    private static final String CLOSED = "closed by the node";
    /** The recorded times have one decimal; what is below is "at once". */
    private static final double AT_ONCE = 0.5;

    @Override
    public void run(JsonNode section, Cases cases) {
        cases.each(section, this::check);
    }

    private void check(Entry failure) {
        List<Entry> events = failure.only("name", "events").entries("events");
        RecordedNode node = new RecordedNode(root.text("acceptor"), root.text("cookie"), sent(events));
        Replay replay = new Replay(node, factory -> factory.accept(node.options(), node.poolDsn(), null));
        events.forEach(event -> happens(replay, event));
        if (events.isEmpty() || !events.getLast().has("connection")) {
            throw new Mismatch("the failure does not say what becomes of the connection");
        }
    }

    /** One read of a recorder may end within a message. */
    private static List<HandshakeMessage> sent(List<Entry> events) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        events.stream().filter(event -> event.has("node_sends"))
                .forEach(event -> sent.writeBytes(event.hex("node_sends")));
        return Messages.read(sent.toByteArray());
    }

    private static void happens(Replay replay, Entry event) {
        if (event.has("client_sends")) {
            replay.receives(event.only("client_sends").hex("client_sends"));
        } else if (event.has("node_sends")) {
            replay.recordedAnswer(event.only("node_sends").hex("node_sends"));
        } else {
            ends(replay, event.only("connection", "seconds_since_last_send"));
        }
    }

    private static void ends(Replay replay, Entry event) {
        if (!event.text("connection").equals(CLOSED)) {
            throw new Mismatch("what becomes of the connection is not understood: '" + event.text("connection") + "'");
        }
        double seconds = seconds(event.text("seconds_since_last_send"));
        if (seconds < AT_ONCE) {
            replay.requireClosed();
        } else {
            replay.requireSilenceEnds(seconds);
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
