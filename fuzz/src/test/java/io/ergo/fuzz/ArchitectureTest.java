package io.ergo.fuzz;

import java.util.stream.Stream;

import io.ergo.build.House;
import io.ergo.build.HouseRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> houseRules() {
        return HouseRules.of(House.FUZZ).tests();
    }
}
