package io.ergo.network;

import java.util.Set;
import java.util.stream.Stream;

import io.ergo.build.House;
import io.ergo.build.HouseRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final Set<String> PROVIDERS = Set.of();

    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of(House.NETWORK).providers(PROVIDERS).tests();
    }
}
