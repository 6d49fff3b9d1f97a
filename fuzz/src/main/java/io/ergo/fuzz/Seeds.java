package io.ergo.fuzz;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.stream.Stream;

import io.ergo.network.edf.EdfCodecs;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.enp.Frame;
import io.ergo.network.enp.FrameLimits;
import io.ergo.network.enp.MessageAny;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Inputs to begin with: what was recorded, right and wrong, and a value of each record. */
final class Seeds {

    /** Longer ones only make it slow. */
    static final int MOST_BYTES = 4096;

    private Seeds() {}

    static Stream<byte[]> edf() {
        Recorded recorded = Recorded.of("edf");
        return Stream.concat(recorded.bytes("cases", "hex"), recorded.bytes("malformed", "hex"));
    }

    static Stream<byte[]> records() {
        EdfWriter out = Targets.records(EdfCodecs.INTERPRETIVE).writer(EncodeTables.none());
        return Records.samples().stream().map(sample -> {
            out.reset();
            out.putMessage(sample);
            return out.toBytes();
        });
    }

    static Stream<byte[]> frames() {
        return Recorded.of("enp").bytes("frames", "hex");
    }

    static Stream<byte[]> compression() {
        return Recorded.of("enp").entries("compression")
                .filter(entry -> entry.has("output_hex") && entry.has("type_id"))
                .map(entry -> chosen(CompressionTarget.choice(entry.get("type_id").asInt()),
                        HexFormat.of().parseHex(entry.get("output_hex").asString())));
    }

    /** What stands behind the heads of frames. */
    static Stream<byte[]> payloads() {
        return framesRead().map(frame -> ByteBufUtil.getBytes(frame.payload()));
    }

    static Stream<byte[]> any() {
        return framesRead().filter(MessageAny.class::isInstance).map(frame -> ByteBufUtil.getBytes(frame.payload()));
    }

    private static Stream<Frame> framesRead() {
        return frames().map(bytes -> Frame.read(Unpooled.wrappedBuffer(bytes), FrameLimits.defaults()));
    }

    static Stream<byte[]> handshake() {
        return Stream.concat(Recorded.of("handshake").bytes("frames", "hex").map(bytes -> chosen(0, bytes)),
                Conversation.seeds());
    }

    static Stream<byte[]> registrar() {
        return Recorded.of("registrar").entries("exchanges")
                .flatMap(exchange -> Recorded.bytes(exchange.path("events"), "hex"));
    }

    static Stream<byte[]> etcd() {
        Stream<byte[]> routes = Recorded.of("edf").entries("cases")
                .filter(entry -> entry.get("name").asString().contains("route"))
                .map(entry -> HexFormat.of().parseHex(entry.get("hex").asString()))
                .flatMap(bytes -> Stream.of(chosen(0, bytes), chosen(1, bytes)));
        Stream<byte[]> texts = Stream.of("int:-12", "float:1_0.5e-3", "float:0x1p-2", "bool:true", "text")
                .map(text -> chosen(3, text.getBytes(UTF_8)));
        return Stream.concat(routes, texts);
    }

    private static byte[] chosen(int choice, byte[] bytes) {
        return ByteBuffer.allocate(1 + bytes.length).put((byte) choice).put(bytes).array();
    }
}
