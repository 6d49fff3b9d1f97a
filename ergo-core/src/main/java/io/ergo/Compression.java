package io.ergo;

/**
 * How messages to other nodes are compressed. Immutable; each {@code with} method returns a changed copy. Messages on the own node are never
 * compressed.
 *
 * @param enabled whether to compress at all
 * @param type the algorithm
 * @param level speed against size
 * @param threshold messages below this many bytes are sent as they are; at least {@link #MIN_THRESHOLD}
 */
public record Compression(boolean enabled, Type type, Level level, int threshold) {

    /** The smallest threshold, and the default. */
    public static final int MIN_THRESHOLD = 1024;

    private static final Compression OFF = new Compression(false, Type.GZIP, Level.DEFAULT, MIN_THRESHOLD);
    private static final Compression ON = OFF.withEnabled(true);

    /** The algorithm. */
    public enum Type {

        /** The default. */
        GZIP("gzip"),
        /** Like gzip with a smaller frame. */
        ZLIB("zlib"),
        /** Fast and weak. */
        LZW("lzw");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Speed against size. */
    public enum Level {

        /** The algorithm's own choice. */
        DEFAULT("default"),
        /** As fast as possible. */
        BEST_SPEED("best speed"),
        /** As small as possible. */
        BEST_SIZE("best size");

        private final String text;

        Level(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Checks.
     *
     * @throws ErgoException {@link Reason#INCORRECT} for nulls and for a threshold below {@link #MIN_THRESHOLD}
     */
    public Compression {
        Checks.present("the type of the compression", type);
        Checks.present("the level of the compression", level);
        if (threshold < MIN_THRESHOLD) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the threshold of the compression is " + threshold + " bytes but must be at least "
                            + MIN_THRESHOLD);
        }
    }

    /** Returns no compression, the default; the other components have their defaults: gzip, level default, threshold 1024. */
    public static Compression off() {
        return OFF;
    }

    /** Returns compression with gzip, level default, threshold 1024. */
    public static Compression on() {
        return ON;
    }

    /** Returns a copy that compresses, or not. */
    public Compression withEnabled(boolean on) {
        return new Compression(on, type, level, threshold);
    }

    /** Returns a copy with the algorithm. */
    public Compression withType(Type algorithm) {
        return new Compression(enabled, algorithm, level, threshold);
    }

    /** Returns a copy with the level. */
    public Compression withLevel(Level speedOrSize) {
        return new Compression(enabled, type, speedOrSize, threshold);
    }

    /** Returns a copy with the threshold in bytes. */
    public Compression withThreshold(int bytes) {
        return new Compression(enabled, type, level, bytes);
    }
}
