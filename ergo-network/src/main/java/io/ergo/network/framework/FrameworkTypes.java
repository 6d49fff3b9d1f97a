package io.ergo.network.framework;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ergo.Version;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfType;
import io.ergo.network.edf.Schema;

/** Registers the types of the framework. */
public final class FrameworkTypes {

    private static final String VERSION = WireNames.GEN + "Version";
    static final List<Class<?>> RECORDS = List.of(Env.class, LogLevelCode.class, PriorityCode.class,
            CompressionTypeCode.class, CompressionLevelCode.class, ApplicationModeCode.class,
            ApplicationStateCode.class, ApplicationDepends.class, Tracing.class, ProcessFallback.class,
            WireCompression.class, ProcessOptions.class, ProcessOptionsExtra.class, WireApplicationOptions.class,
            ApplicationOptionsExtra.class, WireApplicationInfo.class, Route.class, ApplicationRoute.class,
            PublishedEvent.class, MessageEventStart.class, MessageEventStop.class);

    /** Those that look otherwise in other releases. They have no {@link EdfType}: nobody can register one without a release. */
    private static final Map<Class<?>, String> VERSIONED = Map.of(
            Tracing.class, WireNames.GEN + "Tracing",
            ProcessOptions.class, WireNames.GEN + "ProcessOptions",
            ProcessOptionsExtra.class, WireNames.GEN + "ProcessOptionsExtra",
            WireApplicationOptions.class, WireNames.GEN + "ApplicationOptions",
            ApplicationOptionsExtra.class, WireNames.GEN + "ApplicationOptionsExtra",
            WireApplicationInfo.class, WireNames.GEN + "ApplicationInfo",
            ApplicationRoute.class, WireNames.GEN + "ApplicationRoute");

    /** In the order in which each consists of those before it; {@link Version} comes before all. */
    private static final List<Class<?>> ROUTES = List.of(ApplicationModeCode.class, ApplicationStateCode.class,
            Route.class, ApplicationRoute.class);

    private FrameworkTypes() {}

    /** Registers {@link Version}, {@link NetworkFlags} and {@link Route}, the same in all releases: what handshakes and registrars need. */
    public static void registerBasics(EdfRegistry registry) {
        registry.register(VERSION, Version.class);
        registry.register(new NetworkFlagsCodec());
        registry.register(Route.class);
    }

    /** Registers {@link Route} and {@link ApplicationRoute} as the release has them: what registrars keep. */
    public static void registerRoutes(EdfRegistry registry, Release release) {
        registry.register(VERSION, Version.class);
        for (Class<?> record : ROUTES) {
            registry.register(schema(nameOf(record), release), record);
        }
    }

    private static Schema schema(String name, Release release) {
        return release.schemas().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("release " + release + " has no type " + name));
    }

    /**
     * Registers all types as the release has them: those of this package, and the given ones, as records; the others by their schemas alone.
     *
     * @param others records of other packages for types of the framework, with {@link EdfType}; each for a type that one of the releases has
     * @throws IllegalArgumentException if a record is for no such type, or for one that has a record already
     */
    public static void register(EdfRegistry registry, Release release, Collection<? extends Class<?>> others) {
        Map<String, Class<?>> records = byName(others);
        for (Schema schema : release.schemas()) {
            Class<?> record = records.get(schema.name());
            if (record == NetworkFlags.class) {
                registry.register(new NetworkFlagsCodec());
            } else if (record != null) {
                registry.register(schema, record);
            } else {
                registry.register(schema);
            }
        }
    }

    private static Map<String, Class<?>> byName(Collection<? extends Class<?>> others) {
        Set<String> known = Arrays.stream(Release.values()).flatMap(each -> each.schemas().stream()).map(Schema::name)
                .collect(Collectors.toSet());
        Map<String, Class<?>> records = new HashMap<>();
        records.put(VERSION, Version.class);
        records.put(NetworkFlagsCodec.NAME, NetworkFlags.class);
        Stream.concat(RECORDS.stream(), others.stream()).forEach(record -> {
            String name = nameOf(record);
            if (!known.contains(name)) {
                throw new IllegalArgumentException(record.getName() + " has the wire name " + name
                        + ", but no release of the framework has a type of this name");
            }
            Class<?> before = records.putIfAbsent(name, record);
            if (before != null) {
                throw new IllegalArgumentException(record.getName() + " has the wire name " + name
                        + ", but " + before.getName() + " is the record of this type");
            }
        });
        return records;
    }

    private static String nameOf(Class<?> record) {
        String versioned = VERSIONED.get(record);
        if (versioned != null) {
            return versioned;
        }
        EdfType type = record.getAnnotation(EdfType.class);
        if (type == null) {
            throw new IllegalArgumentException(record.getName() + " has no wire name; give it one with @EdfType");
        }
        return type.value();
    }
}
