package io.ergo.network.registrar.etcd;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;

import io.ergo.Version;
import io.ergo.network.Allocated;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.framework.ApplicationModeCode;
import io.ergo.network.framework.ApplicationRoute;
import io.ergo.network.framework.ApplicationStateCode;
import io.ergo.network.framework.Release;
import io.ergo.network.framework.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EtcdValuesTest {

    private static final String KEY = "services/ergo/cluster/default/routes/nodes/demo@localhost";

    private final EtcdValues values = etcd(Release.V3_2);

    private static EtcdValues etcd(Release written) {
        return new EtcdValues(written, EdfLimits.defaults());
    }

    @Test
    void routes_recorded_areReadAndWrittenAsTheyWere() throws IOException {
        String recorded = recorded("routes slice");

        List<Route> routes = values.readRoutes(KEY, recorded);

        assertThat(routes).isNotEmpty().allSatisfy(route -> assertThat(route.protoVersion().name()).isEqualTo("ENP"));
        for (Release release : Release.values()) {
            assertThat(etcd(release).routes(routes)).isEqualTo(recorded);
        }
    }

    @Test
    void applicationRoute_recorded_isReadAndWrittenAsItWas() throws IOException {
        String recorded = recorded("application route");

        ApplicationRoute route = values.readApplicationRoute(KEY, recorded);

        assertThat(route).isEqualTo(route("demo@localhost", "shop", null, Version.none()));
        assertThat(etcd(Release.V3_1).applicationRoute(route)).isEqualTo(recorded);
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void applicationRoute_ofAnyRelease_isReadByAll(Release written) {
        for (List<String> tags : Arrays.<@Nullable List<String>>asList(null, List.of(), List.of("a", "b"))) {
            ApplicationRoute route = route("n@h", "app", tags, Version.of("v", "1"));
            String value = etcd(written).applicationRoute(route);

            ApplicationRoute read = values.readApplicationRoute(KEY, value);

            assertThat(read).isEqualTo(route("n@h", "app", written == Release.V3_1 ? null : tags,
                    written == Release.V3_3 ? Version.of("v", "1") : Version.none()));
        }
    }

    @Test
    void applicationRoute_ofAllReleases_hasTheBytesOfTheTable() {
        ApplicationRoute route = route("n", "a", List.of("t"), Version.of("v", "1"));
        String head = "830028" + hex("#ergo.services/ergo/gen/ApplicationRoute") + "00016e" + "000161"
                + "000000000000000a" + "0000000000000002";

        assertThat(bytes(Release.V3_1, route)).isEqualTo(head + "00000002");
        assertThat(bytes(Release.V3_2, route)).isEqualTo(head + "9d00000001000174" + "00000002");
        assertThat(bytes(Release.V3_3, route))
                .isEqualTo(head + "9d00000001000174" + "00000002" + "000176" + "000131" + "0000" + "0000");
    }

    @Test
    void routes_ofNoNode_areAnEmptyList() {
        assertThat(values.readRoutes(KEY, values.routes(List.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "AAAA", "gw==", "96", "lgAAAAAAAAAB"})
    void value_thatIsNone_isRefusedWithItsKey(String value) {
        assertThatThrownBy(() -> values.readRoutes(KEY, value)).isInstanceOfSatisfying(EtcdValueException.class,
                e -> assertThat(e.key()).isEqualTo(KEY)).hasMessageContaining(KEY);
        assertThatThrownBy(() -> values.readApplicationRoute(KEY, value)).isInstanceOf(EtcdValueException.class)
                .hasMessageContaining(KEY);
    }

    @Test
    void value_ofTheOtherKind_isRefused() {
        String routes = values.routes(List.of());
        String route = values.applicationRoute(route("n", "a", null, Version.none()));

        assertThatThrownBy(() -> values.readApplicationRoute(KEY, routes)).isInstanceOf(EtcdValueException.class);
        assertThatThrownBy(() -> values.readRoutes(KEY, route)).isInstanceOf(EtcdValueException.class)
                .hasMessageContaining("it is no list of routes");
    }

    /** Two of them look like values of older releases, behind the state and behind the first four bytes of the tags. */
    @Test
    void everyBeginning_ofAValue_isRefused() {
        byte[] bytes = Base64.getDecoder()
                .decode(etcd(Release.V3_3)
                        .applicationRoute(route("n", "a", List.of("t"), Version.none())));
        int tags = bytes.length - 20;
        for (int length = 0; length < bytes.length; length++) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));
            if (length == tags + 4 || length == tags + 12) {
                assertThat(values.readApplicationRoute(KEY, cut).name()).isEqualTo("a");
            } else {
                assertThatThrownBy(() -> values.readApplicationRoute(KEY, cut)).isInstanceOf(EtcdValueException.class);
            }
        }
    }

    private static String bytes(Release release, ApplicationRoute route) {
        return HexFormat.of()
                .formatHex(Base64.getDecoder().decode(etcd(release).applicationRoute(route)));
    }

    private static ApplicationRoute route(String node, String name, @Nullable List<String> tags, Version version) {
        return new ApplicationRoute(node, name, 10, new ApplicationModeCode(2), tags, new ApplicationStateCode(2),
                version);
    }

    /** A value as it was before Base64. */
    private static String recorded(String name) throws IOException {
        try (InputStream in = EtcdValuesTest.class.getResourceAsStream("/vectors/edf.json")) {
            JsonNode cases = JsonMapper.shared().readTree(Objects.requireNonNull(in)).get("cases");
            String hex = StreamSupport.stream(cases.spliterator(), false)
                    .filter(each -> each.get("name").asString().startsWith(name)).findFirst().orElseThrow().get("hex")
                    .asString();
            return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void text_asGoReadsBase64_isTakenWithLineEndsAndNotWithoutPadding() {
        String value = values.applicationRoute(route("nn", "a", null, Version.none()));
        assertThat(value).endsWith("=");

        String lines = value.replaceAll("(.{10})", "$1\r\n") + "\n";
        assertThat(values.readApplicationRoute(KEY, lines).name()).isEqualTo("a");
        assertThatThrownBy(() -> values.readApplicationRoute(KEY, value.replace("=", "")))
                .isInstanceOf(EtcdValueException.class).hasMessageContaining("it is not Base64 with padding");
    }

    @Test
    void message_ofARefusal_isCleanAndShort() {
        String key = "key\n" + "k".repeat(1000);
        String type = encoded("83" + "0fff" + "0a".repeat(4095));
        String cut = encoded("83" + "0028" + hex("#ergo.services/ergo/gen/ApplicationRoute") + "0001");

        for (String value : List.of("?", type, cut)) {
            assertThatThrownBy(() -> values.readApplicationRoute(key, value)).hasNoCause().message()
                    .doesNotContain("\n").hasSizeLessThan(500).containsOnlyOnce("cannot be read");
            assertThatThrownBy(() -> values.readRoutes(key, value)).hasNoCause().message().doesNotContain("\n")
                    .hasSizeLessThan(500).containsOnlyOnce("cannot be read");
        }
    }

    /** By their first bytes: what would follow, others choose. */
    @Test
    void valueOfAnyType_isRefusedBeforeItIsRead() {
        String map = encoded("8200039f84849f00000002");

        assertThatThrownBy(() -> values.readRoutes(KEY, map))
                .hasMessageEndingWith("it is no list of routes: the type is another at offset 0");
        assertThatThrownBy(() -> values.readApplicationRoute(KEY, map))
                .hasMessageEndingWith("it is no route of an application: the type is another at offset 0");
    }

    @Test
    void recordedValue_withAFlippedBit_isReadOrRefusedProperly() throws IOException {
        for (String value : List.of(recorded("routes slice"), recorded("application route"))) {
            byte[] bytes = Base64.getDecoder().decode(value);
            for (int i = 0; i < bytes.length * Byte.SIZE; i++) {
                bytes[i / Byte.SIZE] ^= (byte) (1 << (i % Byte.SIZE));
                tryBoth(Base64.getEncoder().encodeToString(bytes));
                bytes[i / Byte.SIZE] ^= (byte) (1 << (i % Byte.SIZE));
            }
            for (int length = 0; length < bytes.length; length++) {
                String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));
                assertThatThrownBy(() -> values.readRoutes(KEY, cut)).isInstanceOf(EtcdValueException.class);
            }
        }
    }

    /** Any other exception goes through and fails the test. */
    private void tryBoth(String value) {
        for (BiFunction<String, String, Object> read : List.<BiFunction<String, String, Object>>of(values::readRoutes,
                values::readApplicationRoute)) {
            try {
                assertThat(read.apply(KEY, value)).isNotNull();
            } catch (EtcdValueException e) {
                assertThat(e.key()).isEqualTo(KEY);
            }
        }
    }

    @Test
    void routes_ofTheFewestBytes_areReadWithBoundedMemory() {
        Route least = new Route("", 0, false, Version.none(), Version.none());
        String value = values.routes(Collections.nCopies(5000, least));
        String application = new EtcdValues(Release.V3_3, EdfLimits.defaults())
                .applicationRoute(route("n", "a", Collections.nCopies(20_000, ""), Version.none()));

        assertThat(Allocated.bytes(() -> values.readRoutes(KEY, value)))
                .isLessThan((long) Allocated.PER_BYTE * value.length() + Allocated.MIB);
        assertThat(Allocated.bytes(() -> values.readApplicationRoute(KEY, application)))
                .isLessThan((long) Allocated.PER_BYTE * application.length() + Allocated.MIB);
    }

    private static String encoded(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
