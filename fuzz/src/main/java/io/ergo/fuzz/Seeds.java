package io.ergo.fuzz;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.stream.Stream;

import io.ergo.network.edf.EdfCodecs;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;

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
                .filter(entry -> entry.has("output_hex") && entry.has("type_id")).map(entry -> {
                    byte[] packed = HexFormat.of().parseHex(entry.get("output_hex").asString());
                    return ByteBuffer.allocate(CompressionTarget.HEAD_BYTES + packed.length)
                            .put(CompressionTarget.head(entry.get("type_id").asInt())).put(packed).array();
                });
    }
}
