package io.ergo.actor;

import java.util.List;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SupervisorType;
import org.junit.jupiter.api.Test;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.SupervisorType.ALL_FOR_ONE;
import static io.ergo.SupervisorType.ONE_FOR_ONE;
import static io.ergo.SupervisorType.REST_FOR_ONE;
import static io.ergo.SupervisorType.SIMPLE_ONE_FOR_ONE;
import static io.ergo.actor.Scenario.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How a supervisor ends. */
class ShutdownScenarioTest {

    private static final List<SupervisorType> NAMED = List.of(ONE_FOR_ONE, ALL_FOR_ONE, REST_FOR_ONE);

    private static Scenario abc(SupervisorType type) {
        return Scenario.running(Scenario.spec(type, PERMANENT, "a", "b", "c").withKeepOrder(true));
    }

    @Test
    void S20_anyType_exitFromANonChild_stopsAllAtOnceInOrder() {
        for (SupervisorType type : NAMED) {
            Scenario s = abc(type);
            assertThat(s.exit(CUSTOM)).containsExactly("exit(a#1,custom)", "exit(b#1,custom)", "exit(c#1,custom)");
            assertThat(s.ends("b", CUSTOM)).isEmpty();
            assertThat(s.ends("a", Reason.of("own"))).isEmpty();
            assertThat(s.ends("c", Reason.KILL)).containsExactly("finish custom");
        }
    }

    @Test
    void shutdown_withoutRunningChild_endsAtOnce() {
        Scenario s = Scenario.running(Scenario.spec(SIMPLE_ONE_FOR_ONE, PERMANENT, "w"));
        assertThat(s.exit(CUSTOM)).containsExactly("finish custom");
    }

    @Test
    void shutdown_secondReason_isIgnored() {
        Scenario s = abc(ONE_FOR_ONE);
        s.exit(CUSTOM);
        assertThat(s.exit(Reason.of("second"))).isEmpty();
        s.ends("a", CUSTOM);
        s.ends("b", CUSTOM);
        assertThat(s.ends("c", CUSTOM)).containsExactly("finish custom");
    }

    @Test
    void shutdown_managementIsRefused() {
        for (SupervisorType type : NAMED) {
            Scenario s = abc(type);
            s.exit(CUSTOM);
            assertThat(s.startChild("a")).containsExactly("refuse shutting down");
            assertThat(s.addChild("d")).containsExactly("refuse shutting down");
            assertThat(s.enableChild("a")).containsExactly("refuse shutting down");
            assertThat(s.disableChild("a")).containsExactly("refuse shutting down");
        }
    }

    @Test
    void D28_overdueChild_isKilled() {
        Scenario s = abc(ONE_FOR_ONE);
        s.exit(CUSTOM);
        s.ends("a", CUSTOM);
        s.ends("b", CUSTOM);
        assertThat(s.overdue("c")).containsExactly("kill c#1");
        assertThat(s.ends("c", Reason.KILL)).containsExactly("finish custom");
    }

    @Test
    void D28_overdueChildOfARestart_isKilledAndTheRestartGoesOn() {
        Scenario s = abc(ALL_FOR_ONE);
        assertThat(s.ends("a", CUSTOM)).containsExactly("exit(c#1,custom)");
        assertThat(s.overdue("c")).containsExactly("kill c#1");
        assertThat(s.ends("c", Reason.KILL)).containsExactly("exit(b#1,custom)");
    }

    @Test
    void overdue_ofAProcessThatEnded_isIgnored() {
        Scenario s = abc(ONE_FOR_ONE);
        s.disableChild("a");
        s.ends("a", Reason.SHUTDOWN);
        s.enableChild("a");
        assertThat(s.overdue("a#1")).isEmpty();
        assertThat(s.overdue("a#2")).isEmpty();
    }

    @Test
    void shutdown_disabledChildThatIsStillEnding_isAwaited() {
        Scenario s = abc(ONE_FOR_ONE);
        s.disableChild("a");
        assertThat(s.exit(CUSTOM)).containsExactly("exit(b#1,custom)", "exit(c#1,custom)");
        s.ends("b", CUSTOM);
        s.ends("c", CUSTOM);
        assertThat(s.ends("a", Reason.SHUTDOWN)).containsExactly("finish custom");
    }

    @Test
    void inputsThatCannotBe_areRefused() {
        Supervision supervision = Supervision.of(Scenario.spec(ONE_FOR_ONE, PERMANENT, "a"));
        Pid stranger = FakeContext.pid(1);
        assertThatThrownBy(() -> supervision.on(new Input.ChildEnded(stranger, CUSTOM), 0))
                .hasMessageContaining("is no child");
        supervision.on(new Input.Begin(), 0);
        assertThatThrownBy(() -> supervision.on(new Input.Overdue(stranger), 0)).hasMessageContaining("does not fit");
    }
}
