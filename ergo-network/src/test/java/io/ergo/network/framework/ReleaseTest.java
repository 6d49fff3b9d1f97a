package io.ergo.network.framework;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.ergo.Reason;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ReleaseTest {

    private static final String PID_LINK = "#ergo.services/ergo/net/proto/MessageLinkPID";
    private static final String APPLICATION_INFO = "#ergo.services/ergo/net/proto/MessageApplicationInfo";
    private static final String REJECT = "#ergo.services/ergo/net/handshake/MessageReject";
    private static final String TRACING = "#ergo.services/ergo/gen/Tracing";

    static Stream<Arguments> announcements() {
        return Stream.of(
                arguments(Set.of(PID_LINK, APPLICATION_INFO, REJECT), 0x67, Release.V3_3),
                arguments(Set.of(PID_LINK, TRACING), 0x67, Release.V3_3),
                arguments(Set.of(REJECT), 0, Release.V3_3),
                arguments(Set.of(PID_LINK, APPLICATION_INFO), 0x67, Release.V3_2),
                arguments(Set.of(PID_LINK, APPLICATION_INFO), 0x70fef, Release.V3_2),
                arguments(Set.of(PID_LINK), 0x67, Release.V3_1),
                arguments(Set.of("#main/Order"), 0x70fef, Release.V3_1),
                arguments(Set.of(), 0x80, Release.V3_3),
                arguments(Set.of(), 0x70fef, Release.V3_3),
                arguments(Set.of(), 1 << 18, Release.V3_3));
    }

    @ParameterizedTest
    @MethodSource("announcements")
    void release_ofAPeer_showsInWhatItAnnounces(Collection<String> names, long flags, Release release) {
        for (Release otherwise : Release.values()) {
            assertThat(Release.of(names, new NetworkFlags(flags), otherwise)).isEqualTo(release);
        }
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void release_ofAPeerThatShowsNothing_isTheConfiguredOne(Release configured) {
        assertThat(Release.of(Set.of(), new NetworkFlags(0x67), configured)).isEqualTo(configured);
        assertThat(Release.of(Set.of(), new NetworkFlags(0), configured)).isEqualTo(configured);
        assertThat(Release.of(Set.of(), new NetworkFlags(1 << 19), configured)).isEqualTo(configured);
    }

    /** So two nodes that announce the names of a release take each other for one of that release. */
    @ParameterizedTest
    @EnumSource(Release.class)
    void release_ofItsOwnNames_isItself(Release release) {
        List<String> names = release.schemas().stream().map(Schema::name).toList();

        assertThat(Release.of(names, NetworkFlags.defaults(), Release.V3_1)).isEqualTo(release);
        assertThat(Release.of(names, NetworkFlags.defaults(), Release.V3_3)).isEqualTo(release);
    }

    @ParameterizedTest
    @EnumSource(Release.class)
    void types_registered_areWhatTheReleaseSays(Release release) {
        EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

        FrameworkTypes.register(registry, release, List.of());

        assertThat(registry.schemas()).containsExactlyInAnyOrderElementsOf(release.schemas());
    }

    @Test
    void errors_thatGoNodesKnowByIdentity_areInTheOrderOfTheTable() {
        assertThat(Release.V3_1.errors()).isEqualTo(Release.V3_2.errors()).map(Reason::text).containsExactly(
                "incorrect value or argument", "timed out", "not supported", "unknown", "unknown name", "not allowed",
                "unknown process", "process terminated", "unknown meta process", "unknown application",
                "resource is taken", "normal", "shutdown", "kill", "panic");
        assertThat(Release.V3_3.errors()).map(Reason::text).containsExactly("unknown name", "parent/leader is not set",
                "node terminated", "process mailbox is full", "unknown process",
                "process ID belongs to the previous incarnation", "process terminated", "unknown meta process",
                "meta process mailbox is full", "unknown application", "dependency fail",
                "application is in running/stopping state", "panic in application loading",
                "application has no items", "application has no name", "application stopping is in progress",
                "application is still running", "unknown target", "target is already exist",
                "target manager queue is full", "registrar client terminated", "unknown alias", "not an owner",
                "unknown event", "not an owner", "resource is taken", "too long Atom (max: 255)", "timed out",
                "not supported", "unknown", "not allowed", "discarded by recipient", "target is disabled",
                "target is busy", "limit exceeded", "incorrect value or argument", "malformed value",
                "response ignored", "unregistered", "too large", "network stack is stopped", "no connection",
                "no route", "internal error", "normal", "shutdown", "kill", "panic");
    }

    /** Two share a text, so nothing tells them apart on the wire. */
    @Test
    void errors_ofTheFramework_areFoundByTheirTexts() {
        assertThat(Release.V3_1.errors()).allSatisfy(error -> assertThat(Reason.of(error.text())).isSameAs(error));
        assertThat(Release.V3_3.errors().stream().filter(error -> !error.text().equals("not an owner")))
                .allSatisfy(error -> assertThat(Reason.of(error.text())).isEqualTo(error));
    }
}
