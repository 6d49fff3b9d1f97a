package io.ergo.interop;

import java.util.Set;
import java.util.stream.Stream;

import io.ergo.build.House;
import io.ergo.build.HouseRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final Set<String> PROVIDERS = Set.of("io.ergo.interop.peer.Clockwork");

    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of(House.INTEROP).providers(PROVIDERS).tests();
    }
}
