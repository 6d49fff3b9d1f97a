package io.ergo.network.hostile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.ergo.Reason;
import io.ergo.Version;
import io.ergo.network.Cookie;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.handshake.HandshakeCodec;
import io.ergo.network.handshake.RejectMessage;
import io.ergo.network.spi.Fingerprint;
import io.ergo.network.spi.Handshake;
import io.ergo.network.spi.HandshakeFactory;
import io.ergo.network.spi.HandshakeLimits;
import io.ergo.network.spi.HandshakeOptions;
import tools.jackson.databind.JsonNode;

/** Messages of the handshake by themselves, and both sides in the middle of a conversation. */
final class HandshakeFormats {

    private static final int HEADER = 6;
    private static final int LIMIT = HandshakeLimits.defaults().introduceBytes();
    private static final HandshakeCodec CODEC = new HandshakeCodec();

    private static final Cookie COOKIE = Cookie.of("secret");
    private static final Fingerprint CERTIFICATE = Fingerprint.ofDer(new byte[] {1});
    private static final HandshakeOptions A = HandshakeOptions.of("a@host", 11, COOKIE)
            .withVersion(Version.of("demo", "1")).withTables(new EncodeTables(Map.of("a@host", 256),
                    Map.of("#example.com/shop/Order", 4096), Map.of(Reason.NORMAL, 32768), Map.of()));
    private static final HandshakeOptions B = HandshakeOptions.of("b@host", 22, COOKIE).withPoolSize(2);
    private static final Function<HandshakeFactory, Handshake> INITIATOR = factory -> factory.initiate(A, "b@host",
            CERTIFICATE);
    private static final Function<HandshakeFactory, Handshake> JOINER = factory -> factory.join(A, "id", CERTIFICATE);
    private static final Function<HandshakeFactory, Handshake> ACCEPTOR = factory -> factory.accept(B,
            List.of("host:11144"), CERTIFICATE);

    private HandshakeFormats() {}

    static Stream<Format> all() {
        return Stream.of(
                new Format("messages of the handshake", 0, messages(), announcing(HandshakeFormats::message)),
                new Format("sides of the handshake", LIMIT, Stream.concat(turns(INITIATOR), turns(JOINER)).toList(),
                        announcing(new HandshakeSide(ACCEPTOR, List.of()))));
    }

    private static boolean message(byte[] bytes, int length) {
        return CODEC.decode(ByteBuffer.wrap(bytes, 0, length), LIMIT) != null;
    }

    /** What was recorded, and what release 3.3.0 has beyond that. */
    private static List<Sample> messages() {
        Recordings file = Recordings.of("handshake");
        List<Sample> all = new ArrayList<>();
        file.entries("frames").forEach(each -> all.add(sample(each, "hex")));
        for (String member : List.of("hello_client", "hello_node", "join_client", "join_accept")) {
            all.add(sample(file.root().get("tls"), member));
        }
        file.entries("failures").flatMap(each -> Recordings.entries(each.get("events")))
                .forEach(event -> Stream.of("client_sends", "node_sends").filter(event::has)
                        .forEach(member -> all.add(sample(event, member))));
        all.add(new Sample("Reject", CODEC.encode(new RejectMessage("too busy")), HandshakeFormats::message));
        return all;
    }

    private static Sample sample(JsonNode node, String member) {
        return new Sample(member, Recordings.hex(node, member), HandshakeFormats::message);
    }

    /** Lets two sides talk, and returns what each of them hears at each turn. */
    private static Stream<Sample> turns(Function<HandshakeFactory, Handshake> dialling) {
        HandshakeSide listens = new HandshakeSide(ACCEPTOR, List.of());
        HandshakeSide speaks = new HandshakeSide(dialling, List.of());
        List<Sample> turns = new ArrayList<>();
        for (byte[] said = speaks.says(); said.length > 0; said = speaks.says()) {
            turns.add(new Sample("turn " + turns.size(), said, listens));
            HandshakeSide answers = listens.hearing(said);
            listens = speaks;
            speaks = answers;
        }
        return turns.stream();
    }

    private static List<Sample> announcing(Sample.Decoder decoder) {
        List<Sample> all = new ArrayList<>();
        byte[] deep = EdfFormats.deep();
        all.add(new Sample("4 GiB and nothing else", new byte[] {-1, -1, -1, -1}, decoder));
        all.add(new Sample("half of 4 GiB", new byte[] {87, 1, -1, -1}, decoder));
        for (long length : new long[] {0, 7, 8, 65_535, LIMIT, 0x7fff_ffffL, 0xffff_ffffL}) {
            all.add(new Sample("nothing but " + length, message(length, new byte[0]), decoder));
            all.add(new Sample("levels as " + length, message(length, deep), decoder));
            all.add(new Sample("levels in a Hello as " + length, message(length, inAHello(deep)), decoder));
        }
        all.add(new Sample("100,000 levels", message(deep.length, deep), decoder));
        return all;
    }

    private static byte[] message(long length, byte[] payload) {
        return ByteBuffer.allocate(HEADER + payload.length).put((byte) 87).put((byte) 1).putInt((int) length)
                .put(payload).array();
    }

    private static byte[] inAHello(byte[] value) {
        byte[] name = "#ergo.services/ergo/net/handshake/MessageHello".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(3 + name.length + value.length).put((byte) 0x83).putShort((short) name.length)
                .put(name).put(value).array();
    }
}
