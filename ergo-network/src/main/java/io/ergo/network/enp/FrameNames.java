package io.ergo.network.enp;

import java.util.function.Function;
import java.util.function.IntFunction;

import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EncodeTables;

/** Names of processes and events in frames: sent as an id where this side announced one, and found by the ids that the other side announced. */
public final class FrameNames {

    private FrameNames() {}

    /**
     * Makes the frame of the kind that fits: with the id of a name, or with the name if it has none.
     *
     * @param ours what this side announced
     * @param name of this side, before it is mapped
     * @param named makes the frame with a name, such as {@link MessageName}
     * @param cached makes the frame with an id, such as {@link MessageNameCache}
     */
    public static Frame frame(EncodeTables ours, String name, Function<String, Frame> named,
            IntFunction<Frame> cached) {
        String mapped = ours.mapped(name);
        Integer id = ours.atom(mapped);
        return id == null ? named.apply(mapped) : cached.apply(id);
    }

    /** Returns what a name in a frame means here. */
    public static String name(DecodeTables theirs, String name) {
        return theirs.mapped(name);
    }

    /**
     * Returns what an id in a frame means here.
     *
     * @throws FrameException of this frame alone, if the peer did not announce it
     */
    public static String name(DecodeTables theirs, int id) {
        String name = theirs.atom(id);
        if (name == null) {
            throw FrameException.ofFrame("the peer did not announce a name with the id " + id, -1);
        }
        return theirs.mapped(name);
    }
}
