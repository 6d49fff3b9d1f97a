package io.ergo.network.framework;

import java.util.Optional;

import io.ergo.Compression;
import io.ergo.network.edf.EdfType;

/**
 * The algorithm of a compression. Values that are unknown here are kept as they are.
 *
 * @param value what is sent
 */
@EdfType(value = WireNames.GEN + "CompressionType", base = "string")
public record CompressionTypeCode(String value) {

    /** No algorithm. */
    public static final CompressionTypeCode NONE = new CompressionTypeCode("");

    /** Returns what is sent for it. */
    public static CompressionTypeCode of(Compression.Type type) {
        return new CompressionTypeCode(switch (type) {
            case GZIP -> "gzip";
            case ZLIB -> "zlib";
            case LZW -> "lzw";
        });
    }

    /** Returns the algorithm; empty for none, and for an unknown one. */
    public Optional<Compression.Type> type() {
        return Codes.meaning(this, Compression.Type.values(), CompressionTypeCode::of);
    }
}
