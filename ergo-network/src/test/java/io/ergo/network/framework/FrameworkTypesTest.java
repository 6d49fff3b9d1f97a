package io.ergo.network.framework;

import java.util.HexFormat;

import io.ergo.Version;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FrameworkTypesTest {

    private static final String FLAGS = "830024" + HexFormat.of()
            .formatHex("#ergo.services/ergo/gen/NetworkFlags".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private final EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

    FrameworkTypesTest() {
        FrameworkTypes.registerBasics(registry);
    }

    @Test
    void flags_ofANodeWithoutConfiguration_are103() {
        assertThat(encoded(NetworkFlags.defaults())).isEqualTo(FLAGS + "00000008" + "0000000000000067");
    }

    /** A message that was read is written as it was. */
    @Test
    void flags_withUnknownBitsOrWithoutEnable_areWrittenAsTheyAre() {
        assertThat(encoded(new NetworkFlags(0x70fef))).isEqualTo(FLAGS + "00000008" + "0000000000070fef");
        assertThat(encoded(new NetworkFlags(0x66))).isEqualTo(FLAGS + "00000008" + "0000000000000066");
    }

    @Test
    void flags_announced_areThoseWithAMeaning() {
        assertThat(new NetworkFlags(0x70fef).announced()).isEqualTo(new NetworkFlags(0x67));
        assertThat(new NetworkFlags(0x79).announced()).isEqualTo(new NetworkFlags(0x61));
        assertThat(new NetworkFlags(NetworkFlags.REMOTE_SPAWN).announced()).isEqualTo(NetworkFlags.none());
    }

    @Test
    void flags_longerThanEightBytes_areReadFromTheFirstEight() {
        EdfReader in = reader(FLAGS + "0000000a" + "0000000000070fef" + "ffff" + "9601");

        assertThat(in.getAny()).isEqualTo(new NetworkFlags(0x70fef));
        assertThat(in.remaining()).isEqualTo(2);
    }

    @Test
    void flags_shorterThanEightBytes_areRefused() {
        EdfReader in = reader(FLAGS + "00000007" + "00000000000000" + "00");

        assertThatThrownBy(in::getAny).isInstanceOf(EdfException.class).hasMessageContaining("7 are left");
    }

    @Test
    void flag_withoutEnable_doesNotCount() {
        assertThat(new NetworkFlags(NetworkFlags.REMOTE_SPAWN).has(NetworkFlags.REMOTE_SPAWN)).isFalse();
        assertThat(NetworkFlags.defaults().has(NetworkFlags.REMOTE_SPAWN)).isTrue();
        assertThat(NetworkFlags.defaults().has(NetworkFlags.FRAGMENTATION)).isFalse();
    }

    /** As in the tables of what is checked for a spawn and the start of an application. */
    @Test
    void spawn_isForbiddenByEnableWithoutItsFlagAlone() {
        assertThat(NetworkFlags.of().permits(NetworkFlags.REMOTE_SPAWN)).isFalse();
        assertThat(NetworkFlags.of(NetworkFlags.REMOTE_SPAWN).permits(NetworkFlags.REMOTE_SPAWN)).isTrue();
        assertThat(NetworkFlags.none().permits(NetworkFlags.REMOTE_SPAWN)).isTrue();
        assertThat(NetworkFlags.none().has(NetworkFlags.IMPORTANT_DELIVERY)).isFalse();
        assertThat(NetworkFlags.of(NetworkFlags.IMPORTANT_DELIVERY).bits()).isEqualTo(0x41);
    }

    @Test
    void route_withBothVersions_comesBack() {
        Route route = new Route("", 65_535, true, Version.of("EHS", "R1"), Version.of("ENP", "R1"));

        assertThat(reader(encoded(route)).getAny()).isEqualTo(route);
    }

    private String encoded(Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(value);
        return HexFormat.of().formatHex(out.toBytes());
    }

    private EdfReader reader(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        EdfReader in = registry.reader(DecodeTables.none());
        in.reset(bytes, 0, bytes.length);
        return in;
    }
}
