package io.ergo.network.edf;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The codecs of types that stood in front of values. When all are forgotten, others take their place: what is being made at that moment goes to those
 * that nobody sees any more, since it may hold a type that is taken back. Any thread.
 */
final class RememberedCodecs {

    /** Types of values come from peers, so only so many are remembered. */
    private static final int MOST = 1024;

    private volatile Map<WireType, Codec> codecs = builtIn();

    /** Plain lists and maps stay fast, whatever peers fill the rest with. */
    private static Map<WireType, Codec> builtIn() {
        Codec any = ScalarCodec.of(Scalar.ANY);
        Map<WireType, Codec> codecs = new ConcurrentHashMap<>();
        codecs.put(Tagged.LIST, new GenericListCodec(Sequence.slice(any, Tags.SLICE)));
        codecs.put(Tagged.MAP, new GenericMapCodec(Entries.of(any, any, Tags.MAP)));
        return codecs;
    }

    /** Returns the codec, null if none is remembered. */
    @Nullable Codec find(WireType type) {
        return codecs.get(type);
    }

    /**
     * Makes the codec and remembers it if there is room.
     *
     * @param maker looks at the registered types
     */
    Codec add(WireType type, Supplier<Codec> maker) {
        Map<WireType, Codec> before = codecs; // the maker comes after it
        Codec made = maker.get();
        if (before.size() < MOST) {
            before.put(type, made);
        }
        return made;
    }

    /** Forgets all, after the types that no codec may hold any more were taken back. */
    void forget() {
        codecs = builtIn();
    }
}
