package io.ergo.network.enp;

/**
 * What is taken from a peer at most, checked before anything is allocated. Immutable; each {@code with} method returns a changed copy.
 *
 * @param frame bytes of one frame, its header included; 64 MiB unless said otherwise. What was announced to the peer as the largest message must
 *        not be more
 * @param unpacked bytes of what is in a compressed frame, and of all that is in that one, together; 64 MiB unless said otherwise
 * @param nesting how many compressed frames may lie in each other; 2 unless said otherwise, although no sender is known that makes more than one
 */
public record FrameLimits(int frame, int unpacked, int nesting) {

    private static final int MIB = 1024 * 1024;
    private static final FrameLimits DEFAULTS = new FrameLimits(64 * MIB, 64 * MIB, 2);

    /** Checks. */
    public FrameLimits {
        atLeast("frame", frame, FrameHeader.BYTES);
        atLeast("unpacked", unpacked, FrameHeader.BYTES);
        atLeast("nesting", nesting, 0);
    }

    /** Returns the defaults. */
    public static FrameLimits defaults() {
        return DEFAULTS;
    }

    /** Returns a copy with the bytes of a frame. */
    public FrameLimits withFrame(int bytes) {
        return new FrameLimits(bytes, unpacked, nesting);
    }

    /** Returns a copy with the bytes of what is in a compressed frame. */
    public FrameLimits withUnpacked(int bytes) {
        return new FrameLimits(frame, bytes, nesting);
    }

    /** Returns a copy with the levels of compressed frames; 0 refuses all of them. */
    public FrameLimits withNesting(int levels) {
        return new FrameLimits(frame, unpacked, levels);
    }

    private static void atLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "the limit '" + what + "' is " + value + " but must be at least " + least);
        }
    }
}
