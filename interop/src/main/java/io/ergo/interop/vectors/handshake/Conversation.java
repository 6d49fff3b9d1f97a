package io.ergo.interop.vectors.handshake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.handshake.HandshakeMessage;

/**
 * The frames of a recorded handshake, of all its links.
 *
 * @param root the file
 * @param frames in order
 */
record Conversation(Entry root, List<Entry> frames) {

    /** From the node that dialled to the other. */
    static final String FORTH = "a->b";
    /** From the other to the node that dialled. */
    static final String BACK = "b->a";

    static Conversation of(Entry root) {
        return new Conversation(root, root.has("frames") ? root.entries("frames") : List.of());
    }

    /** Returns the numbers of the links, in order. */
    Set<Long> links() {
        Set<Long> links = new TreeSet<>();
        frames.forEach(frame -> links.add(frame.whole("link")));
        return links;
    }

    /** Returns the frames of a link. */
    List<Entry> ofLink(long link) {
        return frames.stream().filter(frame -> frame.whole("link") == link).toList();
    }

    /** Returns what one side has sent in some frames. */
    static List<HandshakeMessage> messages(List<Entry> frames, String direction) {
        return frames.stream().filter(frame -> isOf(frame, direction)).map(frame -> Messages.single(frame.hex("hex")))
                .toList();
    }

    static void requireDirection(Entry frame) {
        String found = frame.text("direction");
        if (!found.equals(FORTH) && !found.equals(BACK)) {
            throw new Mismatch("the direction of a frame must be a->b or b->a but is " + found);
        }
    }

    static boolean isOf(Entry frame, String direction) {
        requireDirection(frame);
        return frame.text("direction").equals(direction);
    }

    /** Returns the first message of that name on the link, from anybody or from one side. */
    HandshakeMessage find(String name, long link, Optional<String> direction) {
        return ofLink(link).stream().filter(frame -> direction.isEmpty() || isOf(frame, direction.get()))
                .map(frame -> Messages.single(frame.hex("hex"))).filter(message -> message.label().equals(name))
                .findFirst().orElseThrow(() -> new Mismatch("there is no " + name + " on link " + link
                        + direction.map(each -> ", " + each).orElse("")));
    }
}
