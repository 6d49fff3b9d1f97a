package io.ergo.actor;

import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisorType;
import org.junit.jupiter.api.Test;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.ALL_FOR_ONE;
import static io.ergo.SupervisorType.REST_FOR_ONE;
import static io.ergo.SupervisorType.SIMPLE_ONE_FOR_ONE;
import static io.ergo.actor.Scenario.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;

/** What happens to a restart of several children when more ends in the middle of it. */
class ConcurrentFailureTest {

    private static final Reason OTHER = Reason.of("other");

    private static SupervisorSpec abcd(SupervisorType type, RestartStrategy strategy) {
        return Scenario.spec(type, strategy, "a", "b", "c", "d");
    }

    @Test
    void signalledSiblingEnds_withAnyReason_isCountedOnly() {
        Scenario s = Scenario.running(abcd(ALL_FOR_ONE, PERMANENT));
        s.ends("a", CUSTOM);
        assertThat(s.ends("b", OTHER)).isEmpty();
        assertThat(s.ends("d", Reason.NORMAL)).isEmpty();
        assertThat(s.ends("c", Reason.KILL)).containsExactly("start a", "start b", "start c", "start d");
        assertThat(s.counted()).containsExactly("a: custom");
    }

    @Test
    void signalledSignificantSiblingEnds_doesNotEndTheSupervisor() {
        Scenario s = Scenario.running(Scenario.significant(abcd(ALL_FOR_ONE, TRANSIENT), "b"));
        s.ends("a", CUSTOM);
        assertThat(s.ends("b", Reason.NORMAL)).isEmpty();
        s.ends("c", CUSTOM);
        assertThat(s.ends("d", CUSTOM)).containsExactly("start a", "start b", "start c", "start d");
    }

    @Test
    void X10_D30_rfo_earlierChildFailsDuringARestart_widensTheRange() {
        Scenario s = Scenario.running(abcd(REST_FOR_ONE, PERMANENT));
        assertThat(s.ends("c", CUSTOM)).containsExactly("exit(d#1,custom)");
        assertThat(s.ends("a", OTHER)).containsExactly("exit(b#1,other)");
        assertThat(s.ends("d", CUSTOM)).isEmpty();
        assertThat(s.ends("b", OTHER)).containsExactly("start a", "start b", "start c", "start d");
        assertThat(s.counted()).containsExactly("c: custom", "a: other");
    }

    @Test
    void rfo_earlierChildEndsNormallyDuringARestart_staysDown() {
        Scenario s = Scenario.running(abcd(REST_FOR_ONE, TRANSIENT));
        s.ends("c", CUSTOM);
        assertThat(s.ends("a", Reason.NORMAL)).isEmpty();
        assertThat(s.ends("d", CUSTOM)).containsExactly("start c", "start d");
        assertThat(s.children()).containsExactly("a-", "b#1", "c#2", "d#2");
    }

    @Test
    void rfo_earlierSignificantChildEndsNormallyDuringARestart_shutsDown() {
        Scenario s = Scenario.running(Scenario.significant(abcd(REST_FOR_ONE, TRANSIENT), "a"));
        s.ends("c", CUSTOM);
        assertThat(s.ends("a", Reason.NORMAL)).containsExactly("exit(b#1,normal)");
        assertThat(s.ends("b", Reason.NORMAL)).isEmpty();
        assertThat(s.ends("d", CUSTOM)).containsExactly("finish normal");
    }

    @Test
    void X10_D31_keepOrder_childThatWasNotSignalledYetFails_theRestartGoesOn() {
        Scenario s = Scenario.running(abcd(ALL_FOR_ONE, PERMANENT).withKeepOrder(true));
        assertThat(s.ends("a", CUSTOM)).containsExactly("exit(d#1,custom)");
        assertThat(s.ends("b", OTHER)).isEmpty();
        assertThat(s.ends("d", CUSTOM)).containsExactly("exit(c#1,custom)");
        assertThat(s.ends("c", CUSTOM)).containsExactly("start a", "start b", "start c", "start d");
        assertThat(s.counted()).containsExactly("a: custom");
    }

    @Test
    void D30_D31_rfoKeepOrder_earlierChildFails_isStoppedInReverseOrderToo() {
        Scenario s = Scenario.running(abcd(REST_FOR_ONE, PERMANENT).withKeepOrder(true));
        assertThat(s.ends("c", CUSTOM)).containsExactly("exit(d#1,custom)");
        assertThat(s.ends("a", OTHER)).isEmpty();
        assertThat(s.ends("d", CUSTOM)).containsExactly("exit(b#1,other)");
        assertThat(s.ends("b", OTHER)).containsExactly("start a", "start b", "start c", "start d");
    }

    @Test
    void exitSignalDuringARestart_switchesToShutdownAndAwaitsTheSignalled() {
        Scenario s = Scenario.running(abcd(REST_FOR_ONE, PERMANENT));
        assertThat(s.ends("b", CUSTOM)).containsExactly("exit(d#1,custom)", "exit(c#1,custom)");
        assertThat(s.exit(OTHER)).containsExactly("exit(a#1,other)");
        assertThat(s.ends("c", CUSTOM)).isEmpty();
        assertThat(s.ends("a", OTHER)).isEmpty();
        assertThat(s.ends("d", CUSTOM)).containsExactly("finish other");
    }

    @Test
    void intensityExceededByAWidening_shutsDown() {
        Scenario s = Scenario.running(abcd(REST_FOR_ONE, PERMANENT).withIntensity(1, SupervisorSpec.DEFAULT_PERIOD));
        s.ends("c", CUSTOM);
        Reason exceeded = Reason.SUPERVISOR_RESTARTS_EXCEEDED;
        assertThat(s.ends("a", OTHER)).containsExactly("give up a: other", "exit(b#1," + exceeded + ")");
        s.ends("b", exceeded);
        assertThat(s.ends("d", CUSTOM)).containsExactly("finish " + exceeded);
    }

    @Test
    void D33_sofo_disableThenShutdown_completes() {
        Scenario s = Scenario.running(Scenario.spec(SIMPLE_ONE_FOR_ONE, PERMANENT, "w"));
        s.startChild("w");
        s.startChild("w");
        s.disableChild("w");
        s.ends("w#1", Reason.SHUTDOWN);
        assertThat(s.exit(CUSTOM)).isEmpty();
        assertThat(s.ends("w#2", Reason.SHUTDOWN)).containsExactly("finish custom");
    }
}
