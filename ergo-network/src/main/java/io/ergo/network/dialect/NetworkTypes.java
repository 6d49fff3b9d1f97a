package io.ergo.network.dialect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.edf.Schema;
import io.ergo.network.enp.request.Requests;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.Release;

/**
 * All types that a node knows: those of the framework, in the layout of each release, and those of applications, which are the same for all
 * releases. The registry of a release is made when the first peer of that release comes. Any thread.
 */
public final class NetworkTypes {

    /** The message of the handshake has 65535 bytes for three tables. */
    private static final int MOST_TYPE_BYTES = 32 * 1024;
    private static final int MOST_ATOM_BYTES = 16 * 1024;
    /** In the tables each name has an id and a length in front. */
    private static final int ENTRY_BYTES = 4;

    private final Release own;
    private final EdfLimits limits;
    private final List<? extends Class<?>> records;
    private final List<Consumer<EdfRegistry>> applications = new ArrayList<>();
    private final Map<Release, EdfRegistry> registries = new EnumMap<>(Release.class);

    /**
     * Creates those of the framework.
     *
     * @param own the release that this node announces to be, and that peers are taken for which do not show theirs
     * @param limits of all registries
     */
    public NetworkTypes(Release own, EdfLimits limits) {
        this(own, limits, List.of());
    }

    /**
     * Creates those of the framework, of which more have records.
     *
     * @param own the release that this node announces to be, and that peers are taken for which do not show theirs
     * @param limits of all registries
     * @param more records with the names of types of the framework that have none here, for whoever reads its information types; one record serves
     *         all releases, with a component for each field that one of them has
     */
    public NetworkTypes(Release own, EdfLimits limits, Collection<? extends Class<?>> more) {
        this.own = own;
        this.limits = limits;
        this.records = Stream.concat(Requests.records().stream(), more.stream()).toList();
        registries.put(own, frameworkTypes(own));
    }

    private EdfRegistry frameworkTypes(Release release) {
        EdfRegistry registry = new EdfRegistry(limits);
        FrameworkTypes.register(registry, release, records);
        return registry;
    }

    /** Returns the release that this node announces to be. */
    public Release own() {
        return own;
    }

    /**
     * Registers types of an application for all releases, or for none if it cannot work in one of them.
     *
     * @param types registers them; must do the same whenever it is called
     * @throws IllegalArgumentException with type and reason
     */
    public synchronized void register(Consumer<EdfRegistry> types) {
        EdfRegistry first = registry(own);
        int before = first.schemas().size();
        registerInAll(types, registries.values().iterator(), () -> {
            List<Schema> all = first.schemas();
            checkOthers(all.subList(before, all.size()));
        });
        applications.add(types);
    }

    private static void registerInAll(Consumer<EdfRegistry> types, Iterator<EdfRegistry> rest, Runnable check) {
        if (rest.hasNext()) {
            rest.next().registerAll(registry -> {
                types.accept(registry);
                registerInAll(types, rest, check);
            });
        } else {
            check.run();
        }
    }

    /** To make all registries would take longer than an application should need for its start. */
    private void checkOthers(List<Schema> added) {
        for (Release release : Release.values()) {
            if (!registries.containsKey(release)) {
                checkFits(added, release);
            }
        }
    }

    private void checkFits(List<Schema> added, Release release) {
        Set<String> framework = names(release.schemas());
        Set<String> known = names(registry(own).schemas());
        known.removeAll(names(own.schemas()));
        known.addAll(framework);
        for (Schema schema : added) {
            if (framework.contains(schema.name())) {
                throw new IllegalArgumentException(schema.name() + " cannot be registered: in release " + release
                        + " the framework itself has a type of this name");
            }
            for (String reference : schema.references()) {
                if (!known.contains(reference)) {
                    throw new IllegalArgumentException(schema.name() + " cannot be registered: it contains "
                            + reference + ", which release " + release + " does not have");
                }
            }
        }
    }

    private static Set<String> names(List<Schema> schemas) {
        return schemas.stream().map(Schema::name).collect(Collectors.toSet());
    }

    /** Returns the types as peers of the release know them. */
    public synchronized EdfRegistry registry(Release release) {
        EdfRegistry present = registries.get(release);
        if (present != null) {
            return present;
        }
        EdfRegistry made = frameworkTypes(release);
        applications.forEach(each -> each.accept(made));
        registries.put(release, made);
        return made;
    }

    /**
     * Returns the tables that this node announces: ids for all types in the order of their registration, for the errors that Go nodes know by
     * identity, and for the atoms. What does not fit into the handshake's message has no id and is sent in full.
     *
     * @param atoms names that are sent often
     * @param mapping atoms that are replaced when they are sent, and by what
     */
    public synchronized EncodeTables announced(List<String> atoms, Map<String, String> mapping) {
        List<String> names = registry(own).schemas().stream().map(Schema::name).toList();
        return EncodeTables.numbered(fitting(atoms, mapping, MOST_ATOM_BYTES),
                fitting(names, Map.of(), MOST_TYPE_BYTES),
                own.errors(), mapping);
    }

    /** Returns so many of the names as fit when they are sent. */
    private static List<String> fitting(List<String> names, Map<String, String> mapping, int mostBytes) {
        List<String> fitting = new ArrayList<>();
        int bytes = 0;
        for (String name : names) {
            String sent = mapping.getOrDefault(name, name);
            bytes += ENTRY_BYTES + sent.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > mostBytes) {
                break;
            }
            fitting.add(name);
        }
        return fitting;
    }
}
