package io.ergo.sample;

import java.util.Set;
import java.util.stream.Stream;

import io.ergo.build.House;
import io.ergo.build.HouseRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    /// The classes which may use clocks, threads and randomness directly, because they provide them to all others.
    private static final Set<String> PROVIDERS = Set.of("io.ergo.sample.fleet.MachineAccess");

    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of(House.SAMPLE).providers(PROVIDERS).tests();
    }
}
