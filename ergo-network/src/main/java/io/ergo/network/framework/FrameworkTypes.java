package io.ergo.network.framework;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ergo.Version;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfType;
import io.ergo.network.edf.Schema;

/** Registers the types of the framework. */
public final class FrameworkTypes {

    private static final String VERSION = WireNames.GEN + "Version";
    static final List<Class<?>> RECORDS = List.of(Env.class, LogLevelCode.class, PriorityCode.class,
            CompressionTypeCode.class, CompressionLevelCode.class, ApplicationModeCode.class,
            ApplicationStateCode.class,
            ApplicationDepends.class, Tracing.class, ProcessFallback.class, Compression.class, ProcessOptions.class,
            ProcessOptionsExtra.class, ApplicationOptions.class, ApplicationOptionsExtra.class, ApplicationInfo.class,
            Route.class, ApplicationRoute.class, MessageEvent.class, MessageEventStart.class, MessageEventStop.class);

    /** In the order in which each consists of those before it; {@link Version} comes before all. */
    private static final List<Class<?>> ROUTES = List.of(ApplicationModeCode.class, ApplicationStateCode.class,
            Route.class, ApplicationRoute.class);

    private FrameworkTypes() {}

    /** Registers {@link Version}, {@link NetworkFlags} and {@link Route}, the same in all releases: what handshakes and registrars need. */
    public static void register(EdfRegistry registry) {
        registry.register(VERSION, Version.class);
        registry.register(new NetworkFlagsCodec());
        registry.register(Route.class);
    }

    /** Registers {@link Route} and {@link ApplicationRoute} as the release has them: what registrars keep. */
    public static void registerRoutes(EdfRegistry registry, Release release) {
        registry.register(VERSION, Version.class);
        for (Class<?> record : ROUTES) {
            release.schemas().stream().filter(schema -> schema.name().equals(nameOf(record)))
                    .forEach(schema -> registry.register(schema, record));
        }
    }

    /**
     * Registers all types as the release has them: those of this package, and the given ones, as records; the others by their schemas alone.
     *
     * @param others records of other packages for types of the framework, with {@link EdfType}
     */
    public static void register(EdfRegistry registry, Release release, Collection<? extends Class<?>> others) {
        Map<String, Class<?>> records = new HashMap<>();
        records.put(VERSION, Version.class);
        RECORDS.forEach(each -> records.put(nameOf(each), each));
        others.forEach(each -> records.put(nameOf(each), each));
        for (Schema schema : release.schemas()) {
            Class<?> record = records.get(schema.name());
            if (record != null) {
                registry.register(schema, record);
            } else if (schema.name().equals(NetworkFlagsCodec.NAME)) {
                registry.register(new NetworkFlagsCodec());
            } else {
                registry.register(schema);
            }
        }
    }

    /** Records of this package without a name of their own look otherwise in other releases: they cannot be registered alone. */
    private static String nameOf(Class<?> record) {
        EdfType type = record.getAnnotation(EdfType.class);
        if (type == null) {
            if (RECORDS.contains(record)) {
                return WireNames.GEN + record.getSimpleName();
            }
            throw new IllegalArgumentException(record.getName() + " has no wire name; give it one with @EdfType");
        }
        return type.value();
    }
}
