package io.ergo.network.framework;

import java.util.Optional;

import io.ergo.Compression.Level;
import io.ergo.network.edf.EdfType;

/**
 * Speed of a compression against its size. Values that are unknown here are kept as they are.
 *
 * @param value what is sent
 */
@EdfType(value = WireNames.GEN + "CompressionLevel", base = "int")
public record CompressionLevelCode(long value) {

    /** Returns what is sent for it. */
    public static CompressionLevelCode of(Level level) {
        return new CompressionLevelCode(switch (level) {
            case DEFAULT -> 0;
            case BEST_SPEED -> 1;
            case BEST_SIZE -> 2;
        });
    }

    /** Returns the level; empty for an unknown one. */
    public Optional<Level> level() {
        return Codes.meaning(this, Level.values(), CompressionLevelCode::of);
    }
}
