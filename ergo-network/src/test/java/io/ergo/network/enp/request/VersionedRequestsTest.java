package io.ergo.network.enp.request;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import io.ergo.Pid;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.framework.Release;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests around options that look otherwise in each release: these are tested byte by byte where they are. */
class VersionedRequestsTest {

    private static final String PROTO = "#ergo.services/ergo/net/proto/";
    private static final String GEN = "#ergo.services/ergo/gen/";
    private static final String REF = "000161" + "0000000000000001" + "0000000000000002" + "0000000000000003"
            + "0000000000000004";

    @ParameterizedTest
    @EnumSource(Release.class)
    void spawn_isNameOptionsAndRef(Release release) {
        EdfRegistry registry = registry(release);
        MessageSpawn spawn = Samples.spawn(new Pid("a", 1005, 1));
        String options = hex(registry, spawn.options()).substring(head(GEN + "ProcessOptionsExtra").length());

        assertThat(hex(registry, spawn)).isEqualTo(head(PROTO + "MessageSpawn") + text("worker") + options + REF);
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void applicationStart_isNameModeOptionsAndRef(Release release) {
        EdfRegistry registry = registry(release);
        MessageApplicationStart start = Samples.applicationStart();
        String options = hex(registry, start.options()).substring(head(GEN + "ApplicationOptionsExtra").length());

        assertThat(hex(registry, start)).isEqualTo(
                head(PROTO + "MessageApplicationStart") + text("app") + "0000000000000000" + options + REF);
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void records_haveCodecsOfTheirOwn(Release release) {
        assertThat(registry(release).isGenerated(PROTO + "MessageSpawn")).isTrue();
        assertThat(registry(release).isGenerated(GEN + "ProcessOptionsExtra")).isTrue();
    }

    private static EdfRegistry registry(Release release) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());
        FrameworkTypes.register(registry, release, Requests.records());
        return registry;
    }

    private static String hex(EdfRegistry registry, Object value) {
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putMessage(value);
        return HexFormat.of().formatHex(out.toBytes());
    }

    private static String head(String name) {
        return "83" + text(name);
    }

    private static String text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().toHexDigits((short) bytes.length) + HexFormat.of().formatHex(bytes);
    }
}
