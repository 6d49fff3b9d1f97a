package io.ergo.build;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The modules which hold code: the packages each owns, the modules it may know, and the libraries it must not.
/// A new module is a new constant here.
public enum House {

    /// Owns every package below `io.ergo` which no other module owns.
    CORE("ergo-core", "io.ergo", List.of("org.springframework", "io.netty")),
    /// Node to node.
    NETWORK("ergo-network", "io.ergo.network", List.of("org.springframework"), CORE),
    /// What an operator sees. No auto-configuration.
    ACTUATOR("ergo-actuator", "io.ergo.actuator", List.of("org.springframework.boot.autoconfigure",
            "org.springframework.boot.actuate.autoconfigure", "org.springframework.boot.health.autoconfigure",
            "org.springframework.boot.micrometer.metrics.autoconfigure"), CORE),
    /// Wires a node into a Spring context.
    AUTOCONFIGURE("ergo-spring-boot-autoconfigure", "io.ergo.spring", List.of(), CORE, NETWORK, ACTUATOR),
    /// What users test their actors with.
    TEST("ergo-test", "io.ergo.test", List.of("org.springframework"), CORE, NETWORK),
    /// The sample knows what a user of the starter knows.
    SAMPLE("sample-app", "io.ergo.sample", List.of(), CORE, NETWORK, ACTUATOR, AUTOCONFIGURE),
    /// May measure anything below Spring.
    BENCHMARKS("benchmarks", "io.ergo.benchmarks", List.of("org.springframework"), CORE, NETWORK, TEST),
    /// Feeds the decoders.
    FUZZ("fuzz", "io.ergo.fuzz", List.of("org.springframework"), CORE, NETWORK),
    /// Speaks to other implementations, below Spring.
    INTEROP("interop", "io.ergo.interop", List.of("org.springframework"), CORE, NETWORK),
    /// These rules.
    BUILD_RULES("build-rules", "io.ergo.build", List.of());

    private final String module;
    private final String root;
    private final List<String> banned;
    private final List<House> known;

    House(String module, String root, List<String> banned, House... known) {
        this.module = module;
        this.root = root;
        this.banned = banned;
        this.known = List.of(known);
    }

    /// Returns the artifact's name.
    String module() {
        return module;
    }

    /// Returns the roots of the packages which the module must not use.
    List<String> banned() {
        return banned;
    }

    /// Tells whether code of this module may use code of the other.
    boolean knows(House other) {
        return other == this || known.contains(other);
    }

    /// Tells whether the package is ours at all.
    static boolean isOurs(String packageName) {
        return isIn(packageName, CORE.root);
    }

    /// Returns the module that owns the package, which must be ours.
    static House owning(String packageName) {
        return Arrays.stream(values()).filter(house -> isIn(packageName, house.root))
                .max(Comparator.comparingInt(house -> house.root.length()))
                .orElseThrow(() -> new IllegalArgumentException(packageName + " is not a package of this project"));
    }

    /// Tells whether the package is the root or lies below it.
    static boolean isIn(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }
}
