package io.ergo.interop.vectors.handshake;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.framework.WireNames;
import io.ergo.network.handshake.HandshakeMessage;
import io.ergo.network.handshake.IntroduceMessage;
import io.ergo.network.handshake.RejectMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of a recorded handshake tell about the release of the nodes.
 *
 * @param types the names of the types that they will send as ids, and of those messages that not all releases have
 * @param flags all that one of them has
 */
public record Announced(Set<String> types, NetworkFlags flags) {

    /** Looks at all frames of a file that are messages of a handshake; the others are looked at elsewhere. */
    public static Announced in(Entry root) {
        Set<String> types = new HashSet<>();
        long flags = 0;
        for (Entry frame : Conversation.of(root).frames()) {
            switch (message(frame)) {
                case IntroduceMessage introduce -> {
                    Map<Integer, String> cache = introduce.regCache();
                    types.addAll(cache == null ? Set.of() : cache.values());
                    flags |= introduce.flags().bits();
                }
                case RejectMessage reject -> types.add(WireNames.HANDSHAKE + "Message" + reject.label());
                case null, default -> {
                    // tells nothing
                }
            }
        }
        return new Announced(types, new NetworkFlags(flags));
    }

    private static @Nullable HandshakeMessage message(Entry frame) {
        try {
            return Messages.isOne(frame.text("hex", "")) ? Messages.single(frame.hex("hex")) : null;
        } catch (Mismatch wrong) {
            return null;
        }
    }
}
