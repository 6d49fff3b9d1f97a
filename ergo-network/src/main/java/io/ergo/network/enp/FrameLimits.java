package io.ergo.network.enp;

import io.ergo.network.DefaultSizes;
import io.ergo.network.compression.Compressor;

/**
 * What is taken from a peer at most, checked before anything is allocated. Immutable; each {@code with} method returns a changed copy.
 *
 * @param frame bytes of one frame, its header included, 8 to 1 GiB; 64 MiB unless said otherwise. What was announced to
 *        the peer as the largest message must not be more
 * @param unpacked bytes of what is in a compressed frame, and of all that is in that one, together, 8 to 1 GiB; 64 MiB unless said
 *        otherwise
 * @param nesting how many compressed frames may lie in each other; 2 unless said otherwise, although no sender is known that makes more than one
 * @param lz4 whether what is compressed by {@link Compressor#lz4()} is taken, which peers do not send before that was agreed on; not unless said otherwise
 */
public record FrameLimits(int frame, int unpacked, int nesting, boolean lz4) {

    /** Twice as much is more than a buffer can hold. */
    private static final int MOST_BYTES = 1024 * 1024 * 1024;
    private static final FrameLimits DEFAULTS = new FrameLimits(DefaultSizes.FRAME, DefaultSizes.FRAME, 2, false);

    /** Checks. */
    public FrameLimits {
        check("frame", frame, FrameHeader.BYTES, MOST_BYTES);
        check("unpacked", unpacked, FrameHeader.BYTES, MOST_BYTES);
        check("nesting", nesting, 0, Integer.MAX_VALUE);
    }

    /** Returns the defaults. */
    public static FrameLimits defaults() {
        return DEFAULTS;
    }

    /** Returns a copy with the bytes of a frame. */
    public FrameLimits withFrame(int bytes) {
        return new FrameLimits(bytes, unpacked, nesting, lz4);
    }

    /** Returns a copy with the bytes of what is in a compressed frame. */
    public FrameLimits withUnpacked(int bytes) {
        return new FrameLimits(frame, bytes, nesting, lz4);
    }

    /** Returns a copy with the levels of compressed frames; 0 refuses all of them. */
    public FrameLimits withNesting(int levels) {
        return new FrameLimits(frame, unpacked, levels, lz4);
    }

    /** Returns a copy for a peer with which LZ4 was agreed on, or was not. */
    public FrameLimits withLz4(boolean agreed) {
        return new FrameLimits(frame, unpacked, nesting, agreed);
    }

    private static void check(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "the limit '" + what + "' is " + value + " but must be " + least + " to " + most);
        }
    }
}
