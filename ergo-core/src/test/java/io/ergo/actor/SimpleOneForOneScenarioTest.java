package io.ergo.actor;

import io.ergo.Args;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import org.junit.jupiter.api.Test;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TEMPORARY;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.SIMPLE_ONE_FOR_ONE;
import static io.ergo.actor.Scenario.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;

/** Simple one for one: the worked scenarios that need no node. */
class SimpleOneForOneScenarioTest {

    private static SupervisorSpec w(RestartStrategy strategy) {
        return Scenario.spec(SIMPLE_ONE_FOR_ONE, strategy, "w");
    }

    private static Scenario withInstances(RestartStrategy strategy, int instances) {
        Scenario s = Scenario.running(w(strategy));
        for (int i = 0; i < instances; i++) {
            assertThat(s.startChild("w", i)).containsExactly("start w");
        }
        return s;
    }

    @Test
    void begin_startsNothing() {
        Scenario s = Scenario.of(w(TRANSIENT));
        assertThat(s.begins()).isEmpty();
        assertThat(s.children()).isEmpty();
    }

    @Test
    void S30_sofoTransient_kill_replacesTheInstanceWithItsOwnArguments() {
        Scenario s = withInstances(TRANSIENT, 5);
        assertThat(s.ends("w#2", Reason.KILL)).containsExactly("start w");
        assertThat(s.children()).containsExactly("w#1", "w#3", "w#4", "w#5", "w#6");
        assertThat(s.args("w")).last().isEqualTo(Args.of(1));
        assertThat(s.info().children()).extracting("restarts").containsExactly(0L, 0L, 0L, 0L, 1L);
    }

    @Test
    void S31_sofoTransient_normalAndShutdown_removeTheInstanceAndTheSupervisorLives() {
        Scenario s = withInstances(TRANSIENT, 2);
        assertThat(s.ends("w#1", Reason.NORMAL)).isEmpty();
        assertThat(s.ends("w#2", Reason.SHUTDOWN)).isEmpty();
        assertThat(s.children()).isEmpty();
        assertThat(s.startChild("w")).containsExactly("start w");
    }

    @Test
    void S32_sofoTemporary_anything_removesTheInstance() {
        Scenario s = withInstances(TEMPORARY, 2);
        assertThat(s.ends("w#1", CUSTOM)).isEmpty();
        assertThat(s.ends("w#2", Reason.KILL)).isEmpty();
        assertThat(s.children()).isEmpty();
    }

    @Test
    void S33_sofoPermanent_normal_startsANewInstance() {
        assertThat(withInstances(PERMANENT, 1).ends("w#1", Reason.NORMAL)).containsExactly("start w");
    }

    @Test
    void S34_sofo_addChild_addsATemplateOnly() {
        Scenario s = withInstances(TRANSIENT, 1);
        assertThat(s.addChild("v")).isEmpty();
        assertThat(s.children()).containsExactly("w#1");
        assertThat(s.startChild("v")).containsExactly("start v");
        assertThat(s.startChild("w")).containsExactly("start w");
        assertThat(s.children()).containsExactly("w#1", "w#2", "v#1");
        assertThat(s.addChild("v")).containsExactly("refuse duplicate child spec Name");
    }

    @Test
    void S35_sofoPermanent_disableChild_stopsAllInstancesForGood() {
        Scenario s = withInstances(PERMANENT, 3);
        assertThat(s.disableChild("w")).containsExactly("exit(w#1,shutdown)", "exit(w#2,shutdown)",
                "exit(w#3,shutdown)");
        assertThat(s.startChild("w")).containsExactly("refuse child is disabled");
        assertThat(s.ends("w#1", CUSTOM)).isEmpty();
        assertThat(s.ends("w#2", Reason.SHUTDOWN)).isEmpty();
        assertThat(s.children()).containsExactly("w#3!");
    }

    @Test
    void sofo_enableChild_allowsStartsAgainAndStartsNothing() {
        Scenario s = withInstances(PERMANENT, 1);
        s.disableChild("w");
        assertThat(s.enableChild("w")).isEmpty();
        assertThat(s.ends("w#1", CUSTOM)).isEmpty();
        assertThat(s.startChild("w")).containsExactly("start w");
        assertThat(s.enableChild("nobody")).containsExactly("refuse unknown child");
        assertThat(s.disableChild("nobody")).containsExactly("refuse unknown child");
        assertThat(s.startChild("nobody")).containsExactly("refuse unknown child");
    }

    @Test
    void S36_sofo_exitCustom_endsAllInstancesThenTheSupervisor() {
        Scenario s = withInstances(TRANSIENT, 2);
        assertThat(s.exit(CUSTOM)).containsExactly("exit(w#1,custom)", "exit(w#2,custom)");
        assertThat(s.ends("w#2", CUSTOM)).isEmpty();
        assertThat(s.ends("w#1", CUSTOM)).containsExactly("finish custom");
    }

    @Test
    void sofo_startThatFails_leavesNothingBehind() {
        Scenario s = withInstances(TRANSIENT, 1);
        s.failing("w", CUSTOM);
        assertThat(s.startChild("w")).containsExactly("start w", "refuse custom");
        assertThat(s.children()).containsExactly("w#1");
    }

    @Test
    void D26_sofo_restartWhoseStartFails_isRetriedWithTheSameArguments() {
        Scenario s = withInstances(TRANSIENT, 2);
        s.failing("w", Reason.of("e"));
        assertThat(s.ends("w#1", CUSTOM)).containsExactly("start w", "pause w");
        assertThat(s.pauseOver("w")).containsExactly("start w");
        assertThat(s.args("w")).containsExactly(Args.of(0), Args.of(1), Args.of(0), Args.of(0));
    }

    @Test
    void sofo_disableChildWhileARestartIsPaused_forgetsIt() {
        Scenario s = withInstances(TRANSIENT, 1);
        s.failing("w", Reason.of("e"));
        s.ends("w#1", CUSTOM);
        assertThat(s.disableChild("w")).isEmpty();
        assertThat(s.pauseOver("w")).isEmpty();
        assertThat(s.children()).isEmpty();
    }

    @Test
    void sofo_significantIsIgnored() {
        SupervisorSpec spec = Scenario.significant(w(TRANSIENT), "w");
        Scenario s = Scenario.running(spec);
        s.startChild("w");
        assertThat(s.ends("w", Reason.NORMAL)).isEmpty();
    }

    @Test
    void sofo_tooManyRestarts_endsWithExceeded() {
        Scenario s = withInstances(PERMANENT, 2);
        for (int i = 0; i < 5; i++) {
            assertThat(s.ends("w", CUSTOM)).containsExactly("start w");
        }
        Reason exceeded = Reason.SUPERVISOR_RESTARTS_EXCEEDED;
        assertThat(s.ends("w", CUSTOM)).containsExactly("give up w: custom", "exit(w#1," + exceeded + ")");
        assertThat(s.ends("w#1", exceeded)).containsExactly("finish " + exceeded);
    }
}
