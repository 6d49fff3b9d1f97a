package io.ergo.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/// The rules of architecture, to be run by one test class in each module:
///
/// ```java
/// class ArchitectureTest {
///     private static final Set<String> PROVIDERS = Set.of();
///
///     @TestFactory
///     Stream<DynamicTest> houseRules() {
///         return HouseRules.of(House.CORE).providers(PROVIDERS).tests();
///     }
/// }
/// ```
///
/// A rule that finds no class to speak about is reported as skipped, with a sentence that says so.
public final class HouseRules {

    private final House house;
    private final Path directory;
    private final Set<String> providers;

    private HouseRules(House house, Path directory, Set<String> providers) {
        this.house = house;
        this.directory = directory;
        this.providers = providers;
    }

    /// Returns the rules for the module in whose directory the tests run.
    public static HouseRules of(House house) {
        return new HouseRules(house, Path.of(System.getProperty("basedir", "")).toAbsolutePath(), Set.of());
    }

    /// Returns the same rules with the given classes (full names of top-level types) allowed to use clocks, threads and
    /// randomness directly, because they are the ones which provide them to all others.
    public HouseRules providers(Collection<String> classNames) {
        return new HouseRules(house, directory, Set.copyOf(classNames));
    }

    /// Returns the same rules for a module in another directory.
    HouseRules in(Path other) {
        return new HouseRules(house, other, providers);
    }

    /// Reads the compiled main code and returns one test for each rule.
    public Stream<DynamicTest> tests() {
        var code = MainCode.read(house, directory);
        return rules().stream().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
            Assumptions.assumeTrue(rule.concerns(code), () -> house.module() + " has nothing yet to hold against: "
                    + rule.name());
            rule.check().accept(code);
        }));
    }

    private List<HouseRule> rules() {
        var rules = new ArrayList<>(ArrowRules.of(house));
        rules.addAll(PackageRules.all());
        if (house == House.CORE) {
            rules.addAll(CoreRules.all());
        }
        if (house == House.NETWORK) {
            rules.addAll(NetworkRules.all());
        }
        if (house == House.AUTOCONFIGURE) {
            rules.addAll(AutoConfigurationRules.all());
        }
        if (house != House.BENCHMARKS && house != House.BUILD_RULES) {
            rules.addAll(ProviderRules.of(providers));
        }
        return rules;
    }
}
