package io.ergo.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ergo.network.dialect.NetworkTypes;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfCodecs;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.framework.Release;

/** All targets, each with the inputs that it begins with. */
enum Targets {

    /** Values of types known by their schemas. */
    EDF_GENERIC(() -> new EdfTarget(DecodeTables.none(), Targets.generic()), Seeds::edf),
    /** The same from a peer that announced ids. */
    EDF_TABLES(() -> new EdfTarget(Recorded.of("edf").tables(), Targets.generic()), Seeds::edf),
    /** Values of records, through generated codecs and others, which have to agree. */
    EDF_RECORDS(() -> new EdfTarget(DecodeTables.none(), Targets.records(EdfCodecs.GENERATED),
            Targets.records(EdfCodecs.INTERPRETIVE)), Seeds::records),
    /** What comes over a link. */
    FRAMES(FrameTarget::new, Seeds::frames),
    /** What is in a compressed frame. */
    COMPRESSION(CompressionTarget::new, Seeds::compression),
    /** Requests and other values of the framework. */
    EDF_FRAMEWORK(() -> new EdfTarget(DecodeTables.none(), Targets.framework()), Seeds::payloads),
    /** Requests and results, as each release reads them. */
    ANY(AnyTarget::new, Seeds::any),
    /** What is said before there is a connection. */
    HANDSHAKE(HandshakeTarget::new, Seeds::handshake),
    /** Packets of the embedded registrar. */
    REGISTRAR(RegistrarTarget::new, Seeds::registrar),
    /** What nodes keep in etcd. */
    ETCD(EtcdTarget::new, Seeds::etcd);

    private final Supplier<Target> target;
    private final Supplier<Stream<byte[]>> seeds;

    Targets(Supplier<Target> target, Supplier<Stream<byte[]>> seeds) {
        this.target = target;
        this.seeds = seeds;
    }

    /** Returns the name on the command line. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Makes one. */
    Target make() {
        return target.get();
    }

    /** Returns inputs from which most of what is understood can be reached. */
    List<byte[]> seeds() {
        return seeds.get().filter(seed -> seed.length <= Seeds.MOST_BYTES).toList();
    }

    /**
     * Finds a target by its name.
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    static Targets named(String key) {
        Optional<Targets> found = Arrays.stream(values()).filter(target -> target.key().equals(key)).findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("there is no target " + key + "; there are "
                + Arrays.stream(values()).map(Targets::key).collect(Collectors.joining(", "))));
    }

    private static EdfRegistry generic() {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
        Recorded.of("edf").schemas().forEach(registry::register);
        return registry;
    }

    private static EdfRegistry framework() {
        return new NetworkTypes(Release.V3_2, EdfLimits.defaults()).registry(Release.V3_2);
    }

    static EdfRegistry records(EdfCodecs codecs) {
        return Records.registry(EdfLimits.defaults(), codecs);
    }
}
