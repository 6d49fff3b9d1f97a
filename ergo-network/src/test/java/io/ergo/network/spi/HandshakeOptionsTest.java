package io.ergo.network.spi;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.ergo.Version;
import io.ergo.network.Cookie;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.enp.FrameLimits;
import io.ergo.network.framework.NetworkFlags;
import io.ergo.network.handshake.ErgoHandshakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HandshakeOptionsTest {

    private static final Cookie COOKIE = Cookie.of("open sesame");
    private static final HandshakeOptions OPTIONS = HandshakeOptions.of("a@host", 1, COOKIE);

    @Test
    void options_ofANode_haveTheDefaults() {
        assertThat(OPTIONS).isEqualTo(new HandshakeOptions("a@host", 1, COOKIE, Version.none(),
                NetworkFlags.defaults(), 67_108_864, EncodeTables.none(), 3, true, new HandshakeLimits(262_144,
                        Duration.ofSeconds(1), Duration.ofSeconds(5))));
    }

    @Test
    void options_changed_keepTheOthers() {
        HandshakeLimits limits = HandshakeLimits.defaults().withSilence(Duration.ofSeconds(2))
                .withTotal(Duration.ofSeconds(9)).withIntroduceBytes(70_000);
        EncodeTables tables = new EncodeTables(Map.of("a", 256), Map.of(), Map.of(), Map.of());

        HandshakeOptions changed = OPTIONS.withCookie(Cookie.of("other")).withVersion(Version.of("demo", "1"))
                .withFlags(NetworkFlags.of()).withMaxMessageSize(1000).withTables(tables)
                .withPoolSize(1)
                .withCertificateCheck(false).withLimits(limits);

        assertThat(changed).isEqualTo(new HandshakeOptions("a@host", 1, Cookie.of("other"), Version.of("demo", "1"),
                NetworkFlags.of(), 1000, tables, 1, false,
                new HandshakeLimits(70_000, Duration.ofSeconds(2), Duration.ofSeconds(9))));
    }

    @Test
    void options_printed_doNotTellTheCookie() {
        assertThat(OPTIONS.toString()).contains("a@host").doesNotContain("sesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "@host", "a@", "a@b@c", "a\n@host"})
    void node_thatIsNoName_isRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> HandshakeOptions.of(name, 1, COOKIE))
                .withMessageContaining("write name@host");
    }

    @Test
    void node_ofMoreThan255Bytes_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HandshakeOptions.of("ä".repeat(127) + "@b", 1, COOKIE));
        assertThat(HandshakeOptions.of("ä".repeat(126) + "@bc", 1, COOKIE).poolSize()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 129})
    void pool_beyondItsRange_isRefused(int links) {
        assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.withPoolSize(links))
                .withMessage("the pool of a@host has " + links + " links but must have 1 to 128");
    }

    @Test
    void creation_zero_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HandshakeOptions.of("a@host", 0, COOKIE))
                .withMessageContaining("creation");
    }

    /** Whoever announces more than it reads loses its links. */
    @Test
    void maxMessageSize_unlessSaidOtherwise_isWhatFramesMayHave() {
        assertThat(OPTIONS.maxMessageSize()).isEqualTo(FrameLimits.defaults().frame());
    }

    @Test
    void maxMessageSize_negative_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.withMaxMessageSize(-1))
                .withMessageContaining("0 is no limit");
    }

    @Test
    void cookie_empty_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cookie.of(""));
    }

    @Test
    void limits_beyondTheirRange_areRefused() {
        HandshakeLimits limits = HandshakeLimits.defaults();

        assertThatIllegalArgumentException().isThrownBy(() -> limits.withSilence(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withTotal(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withSilence(Duration.ofHours(1).plusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withTotal(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withIntroduceBytes(1023));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withIntroduceBytes(Integer.MAX_VALUE));
    }

    @Test
    void tables_tooLongToAnnounce_areRefusedBeforeTheFirstConnection() {
        HandshakeFactory handshakes = new ErgoHandshakes(() -> 0, () -> 0);
        Map<String, Integer> types = new HashMap<>();
        for (int id = 4096; id < 4096 + 1500; id++) {
            types.put("#example.com/a/package/with/a/rather/long/path/Type" + id, id);
        }
        HandshakeOptions tooMany = OPTIONS.withTables(new EncodeTables(Map.of(), types, Map.of(), Map.of()));

        handshakes.check(OPTIONS);
        assertThatIllegalArgumentException().isThrownBy(() -> handshakes.check(tooMany))
                .withMessageContaining("a@host").withMessageContaining("announce fewer");
    }

    @Test
    void limits_atTheirEnds_makeHandshakes() {
        HandshakeFactory handshakes = new ErgoHandshakes(new Random(1), () -> Long.MAX_VALUE);
        HandshakeLimits longest = HandshakeLimits.defaults().withSilence(Duration.ofHours(1))
                .withTotal(Duration.ofHours(1));

        assertThat(handshakes.accept(OPTIONS.withLimits(longest), List.of(), null).deadlineNanos())
                .isEqualTo(Long.MAX_VALUE + Duration.ofHours(1).toNanos());
    }

    /** Peers would take no flags at all for a permission to spawn. */
    @Test
    void flags_withoutEnable_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OPTIONS.withFlags(NetworkFlags.none()))
                .withMessageContaining("without ENABLE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPTIONS.withFlags(new NetworkFlags(NetworkFlags.REMOTE_SPAWN)))
                .withMessageContaining("Set ENABLE alone to permit nothing");
    }

    @Test
    void tables_withOneIdForTwoNames_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EncodeTables(Map.of("a", 300, "b", 300), Map.of(), Map.of(), Map.of()))
                .withMessageMatching("atom '[ab]' and '[ab]' have one id, 300");
    }
}
