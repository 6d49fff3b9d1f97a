package io.ergo.build;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rooms of ergo-network.
final class NetworkRules {

    private static final String HALL = "io.ergo.network";
    private static final String EDF = "io.ergo.network.edf";
    private static final String FRAMEWORK = "io.ergo.network.framework";
    private static final String COMPRESSION = "io.ergo.network.compression";
    private static final String SPI = "io.ergo.network.spi";
    private static final String ENP = "io.ergo.network.enp";
    private static final String DIALECT = "io.ergo.network.dialect";

    private static final Rooms ROOMS = new Rooms(House.NETWORK, HALL, Map.of(
            HALL, Set.of(),
            EDF, Set.of(HALL),
            FRAMEWORK, Set.of(HALL, EDF),
            COMPRESSION, Set.of(HALL),
            SPI, Set.of(HALL, EDF, FRAMEWORK),
            "io.ergo.network.handshake", Set.of(HALL, EDF, FRAMEWORK, SPI),
            ENP, Set.of(HALL, EDF, FRAMEWORK, COMPRESSION),
            DIALECT, Set.of(HALL, EDF, FRAMEWORK, ENP),
            "io.ergo.network.registrar", Set.of(HALL, EDF, FRAMEWORK)));

    private NetworkRules() {}

    static List<HouseRule> all() {
        return List.of(ROOMS.everyPackageIsARoom(), ROOMS.roomsUseOnlyThoseBelow());
    }
}
