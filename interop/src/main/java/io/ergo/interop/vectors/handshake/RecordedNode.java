package io.ergo.interop.vectors.handshake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ergo.network.Cookie;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.handshake.AcceptMessage;
import io.ergo.network.handshake.HandshakeMessage;
import io.ergo.network.handshake.HelloMessage;
import io.ergo.network.handshake.IntroduceMessage;
import io.ergo.network.handshake.JoinMessage;
import io.ergo.network.handshake.RejectMessage;
import io.ergo.network.spi.HandshakeOptions;
import org.jspecify.annotations.Nullable;

/** A node with the settings and the luck that its recorded messages show. */
final class RecordedNode {

    private static final long ANY_CREATION = 1;

    private final RecordedRandom random = new RecordedRandom();
    private HandshakeOptions options;
    private List<String> poolDsn = List.of();

    /** Takes what the messages of the node tell. */
    RecordedNode(String node, String cookie, List<HandshakeMessage> sent) {
        options = HandshakeOptions.of(node, ANY_CREATION, Cookie.of(cookie));
        sent.forEach(this::learn);
    }

    private void learn(HandshakeMessage message) {
        switch (message) {
            case HelloMessage hello -> random.add(hello.salt());
            case JoinMessage join -> random.add(join.salt());
            case AcceptMessage accept -> offers(accept);
            case IntroduceMessage introduce -> introduces(introduce);
            case RejectMessage _ -> {
                // tells nothing
            }
        }
    }

    private void offers(AcceptMessage accept) {
        if (accept.id().isEmpty()) {
            return;
        }
        random.add(accept.id());
        options = options.withPoolSize((int) accept.poolSize());
        List<String> recorded = accept.poolDsn();
        poolDsn = recorded == null ? List.of() : recorded;
    }

    private void introduces(IntroduceMessage introduce) {
        EncodeTables tables = new EncodeTables(ids(introduce.atomCache()), ids(introduce.regCache()),
                ids(introduce.errCache()), Map.of());
        if (introduce.creation() != 0) {
            NetworkFlags flags = introduce.flags().isSet(NetworkFlags.ENABLE) ? introduce.flags() : NetworkFlags.of();
            options = new HandshakeOptions(options.node(), introduce.creation(), options.cookie(), introduce.version(),
                    flags, introduce.maxMessageSize(), tables, options.poolSize(),
                    options.certificateCheck(), options.limits());
        }
    }

    private static <T> Map<T, Integer> ids(@Nullable Map<Integer, T> byId) {
        Map<T, Integer> ids = new HashMap<>();
        if (byId != null) {
            byId.forEach((id, what) -> ids.put(what, id));
        }
        return ids;
    }

    /** Returns the messages with the flags that a node here announces in place of the recorded ones: others it does not, by its own rule. */
    List<HandshakeMessage> announceable(List<HandshakeMessage> recorded) {
        return recorded.stream().map(this::announceable).toList();
    }

    private HandshakeMessage announceable(HandshakeMessage recorded) {
        return recorded instanceof IntroduceMessage introduce
                ? new IntroduceMessage(introduce.node(), introduce.version(), options.flags().announced(),
                        introduce.creation(), introduce.maxMessageSize(), introduce.atomCache(), introduce.regCache(),
                        introduce.errCache(), introduce.digest())
                : recorded;
    }

    HandshakeOptions options() {
        return options;
    }

    List<String> poolDsn() {
        return poolDsn;
    }

    RecordedRandom random() {
        return random;
    }
}
