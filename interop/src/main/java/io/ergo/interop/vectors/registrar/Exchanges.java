package io.ergo.interop.vectors.registrar;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.HexText;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.check.Section;
import io.ergo.interop.vectors.edf.Subject;
import io.ergo.interop.vectors.edf.Tables;
import io.ergo.interop.vectors.edf.Types;
import io.ergo.interop.vectors.frame.Parts;
import io.ergo.network.WireException;
import io.ergo.network.registrar.RegistrarCodec;
import io.ergo.network.registrar.RegistrarPacket;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code exchanges}: packets between nodes and the registrar of a host, read and written again.
 *
 * @param types the types of the file
 */
public record Exchanges(Types types) implements Section {

    private static final int HEADER = 4;
    private static final int TYPE_AT = 1;
    private static final Set<String> ENDS = Set.of("client", "server");
    private static final Set<String> DIRECTIONS = Set.of("client->server", "server->client");
    private static final RegistrarCodec CODEC = new RegistrarCodec();

    @Override
    public void run(JsonNode section, Cases cases) {
        cases.each(section, exchange -> exchange.only("name", "result", "events").entries("events")
                .forEach(this::check));
    }

    private void check(Entry event) {
        String transport = event.text("transport");
        if (!transport.equals("tcp") && !transport.equals("udp")) {
            throw new Mismatch("the transport must be tcp or udp but is " + transport);
        }
        if (event.has("hex")) {
            packet(event.only("transport", "direction", "hex", "message", "fields"), transport.equals("udp"));
        } else if (event.has("closed_by")) {
            oneOf(ENDS, "closed_by", event.only("transport", "closed_by"));
        } else if (!event.only("transport", "no_answer").is("no_answer")) {
            throw new Mismatch("an event is neither a packet nor an end nor silence: " + event.node());
        }
    }

    private static void oneOf(Set<String> known, String member, Entry event) {
        if (!known.contains(event.text(member))) {
            throw new Mismatch("the member '" + member + "' must be one of " + known + " but is " + event.text(member));
        }
    }

    private void packet(Entry event, boolean datagram) {
        oneOf(DIRECTIONS, "direction", event);
        byte[] bytes = event.hex("hex");
        if (!event.has("message")) {
            requireRefused(bytes, datagram);
            return;
        }
        RegistrarPacket packet = read(bytes, datagram);
        Mismatch.requireEqual("the kind of the packet", event.text("message"), packet.getClass().getSimpleName());
        HexText.requireEqual("the packet, read and written again", bytes, CODEC.encode(packet));
        Subject payload = new Subject(types.forms(), Tables.NONE, Arrays.copyOfRange(bytes, HEADER, bytes.length));
        @Nullable Object value = payload.decoded();
        new Parts().number("version", 1, 1).number("type", 1, bytes[TYPE_AT])
                .number("length (of the payload only)", Short.BYTES, bytes.length - HEADER)
                .message("payload (EDF)", bytes.length - HEADER, value)
                .requireAre(event.entries("fields"), bytes, types.values());
        payload.requireEncodes(value);
    }

    private static RegistrarPacket read(byte[] bytes, boolean datagram) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            RegistrarPacket packet = datagram ? CODEC.decodeDatagram(in) : CODEC.decode(in);
            if (packet == null || in.hasRemaining()) {
                throw new Mismatch("the bytes are not one packet: " + HexText.of(bytes));
            }
            return packet;
        } catch (WireException refused) {
            throw new Mismatch("the packet is refused: " + refused.getMessage());
        }
    }

    /** What the recorder could not take apart is no packet, half of one, one of an unknown kind, or more than one. */
    private static void requireRefused(byte[] bytes, boolean datagram) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        RegistrarPacket packet;
        try {
            packet = datagram ? CODEC.decodeDatagram(in) : CODEC.decode(in);
        } catch (WireException refused) {
            return;
        }
        if (packet != null && !(packet instanceof RegistrarPacket.Unknown) && !in.hasRemaining()) {
            throw new Mismatch("a packet without a kind", "refused", packet.toString());
        }
    }
}
