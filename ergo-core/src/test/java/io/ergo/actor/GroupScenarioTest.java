package io.ergo.actor;

import java.util.List;

import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisorType;
import org.junit.jupiter.api.Test;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TEMPORARY;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.ALL_FOR_ONE;
import static io.ergo.SupervisorType.REST_FOR_ONE;
import static io.ergo.actor.Scenario.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;

/** All for one and rest for one: the worked scenarios that need no node. */
class GroupScenarioTest {

    private static final List<SupervisorType> BOTH = List.of(ALL_FOR_ONE, REST_FOR_ONE);

    private static SupervisorSpec abc(SupervisorType type, RestartStrategy strategy) {
        return Scenario.spec(type, strategy, "a", "b", "c");
    }

    @Test
    void S11_afoPermanent_custom_stopsOthersInReverseThenStartsAll() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE, PERMANENT));
        assertThat(s.ends("b", CUSTOM)).containsExactly("exit(c#1,custom)", "exit(a#1,custom)");
        assertThat(s.ends("a", CUSTOM)).isEmpty();
        assertThat(s.ends("c", CUSTOM)).containsExactly("start a", "start b", "start c");
        assertThat(s.children()).containsExactly("a#2", "b#2", "c#2");
        assertThat(s.counted()).containsExactly("b: custom");
    }

    @Test
    void S12_afoTransientKeepOrder_kill_stopsOneByOneInReverse() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE, TRANSIENT).withKeepOrder(true).withHandleChild(true));
        assertThat(s.ends("c", Reason.KILL)).containsExactly("tell ended c#1 kill", "exit(b#1,kill)");
        assertThat(s.ends("b", Reason.KILL)).containsExactly("tell ended b#1 kill", "exit(a#1,kill)");
        assertThat(s.ends("a", Reason.KILL)).containsExactly("tell ended a#1 kill", "start a", "tell started a#2",
                "start b", "tell started b#2", "start c", "tell started c#2");
    }

    @Test
    void S13_afoPermanentKeepOrder_normal_stopsOneByOneInReverse() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE, PERMANENT).withKeepOrder(true));
        assertThat(s.ends("a", Reason.NORMAL)).containsExactly("exit(c#1,normal)");
        assertThat(s.ends("c", Reason.NORMAL)).containsExactly("exit(b#1,normal)");
        assertThat(s.ends("b", Reason.NORMAL)).containsExactly("start a", "start b", "start c");
    }

    @Test
    void S14_S15_afoTransient_shutdownStaysDown_untilTheNextFailureBringsItBack() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE, TRANSIENT));
        assertThat(s.ends("a", Reason.SHUTDOWN)).isEmpty();
        assertThat(s.children()).containsExactly("a-", "b#1", "c#1");
        assertThat(s.ends("c", Reason.KILL)).containsExactly("exit(b#1,kill)");
        assertThat(s.ends("b", Reason.KILL)).containsExactly("start a", "start b", "start c");
    }

    @Test
    void S16_rfoPermanent_custom_concernsThoseAfterIt() {
        Scenario s = Scenario.running(abc(REST_FOR_ONE, PERMANENT));
        assertThat(s.ends("b", CUSTOM)).containsExactly("exit(c#1,custom)");
        assertThat(s.ends("c", CUSTOM)).containsExactly("start b", "start c");
        assertThat(s.children()).containsExactly("a#1", "b#2", "c#2");
    }

    @Test
    void S17_rfoTransientKeepOrder_kill_stopsOneByOneInReverse() {
        Scenario s = Scenario.running(abc(REST_FOR_ONE, TRANSIENT).withKeepOrder(true));
        assertThat(s.ends("a", Reason.KILL)).containsExactly("exit(c#1,kill)");
        assertThat(s.ends("c", Reason.KILL)).containsExactly("exit(b#1,kill)");
        assertThat(s.ends("b", Reason.KILL)).containsExactly("start a", "start b", "start c");
    }

    @Test
    void S18_rfoPermanent_lastOneFails_nothingIsStopped() {
        Scenario s = Scenario.running(abc(REST_FOR_ONE, PERMANENT));
        assertThat(s.ends("c", CUSTOM)).containsExactly("start c");
    }

    @Test
    void S19_temporary_anyReason_touchesNoSibling() {
        for (SupervisorType type : BOTH) {
            Scenario s = Scenario.running(abc(type, TEMPORARY));
            assertThat(s.ends("a", CUSTOM)).isEmpty();
            assertThat(s.ends("b", Reason.NORMAL)).isEmpty();
            assertThat(s.children()).containsExactly("a-", "b-", "c#1");
        }
    }

    @Test
    void L11_7_transientSignificant_customRestartsTheGroup_normalShutsDown() {
        Scenario s = Scenario.running(Scenario.significant(abc(REST_FOR_ONE, TRANSIENT), "b"));
        assertThat(s.ends("b", CUSTOM)).containsExactly("exit(c#1,custom)");
        assertThat(s.ends("c", CUSTOM)).containsExactly("start b", "start c");
        assertThat(s.ends("b", Reason.NORMAL)).containsExactly("exit(a#1,normal)", "exit(c#2,normal)");
        assertThat(s.ends("c", Reason.NORMAL)).isEmpty();
        assertThat(s.ends("a", Reason.NORMAL)).containsExactly("finish normal");
    }

    @Test
    void disabledChildren_areNeitherStoppedNorStarted() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE, PERMANENT));
        s.disableChild("a");
        s.ends("a", Reason.SHUTDOWN);
        assertThat(s.ends("b", CUSTOM)).containsExactly("exit(c#1,custom)");
        assertThat(s.ends("c", CUSTOM)).containsExactly("start b", "start c");
    }

    @Test
    void disabledChildThatIsStillEnding_doesNotHoldUpARestart() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE, PERMANENT));
        s.disableChild("a");
        assertThat(s.ends("b", CUSTOM)).containsExactly("exit(c#1,custom)");
        assertThat(s.ends("c", CUSTOM)).containsExactly("start b", "start c");
        assertThat(s.ends("a", Reason.SHUTDOWN)).isEmpty();
    }

    @Test
    void D88_enabledChildThatIsStillEnding_isStartedInOrderByARestart() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE, PERMANENT));
        s.disableChild("a");
        s.enableChild("a");
        assertThat(s.ends("c", CUSTOM)).containsExactly("exit(b#1,custom)");
        assertThat(s.ends("b", CUSTOM)).isEmpty();
        assertThat(s.ends("a", Reason.SHUTDOWN)).containsExactly("start a", "start b", "start c");
    }

    @Test
    void D32_lastSpecDisabled_managementIsPossibleAfterARestart() {
        for (SupervisorType type : BOTH) {
            Scenario s = Scenario.running(abc(type, PERMANENT));
            s.disableChild("c");
            s.ends("c", Reason.SHUTDOWN);
            assertThat(s.ends("a", CUSTOM)).containsExactly("exit(b#1,custom)");
            assertThat(s.ends("b", CUSTOM)).containsExactly("start a", "start b");
            assertThat(s.enableChild("c")).containsExactly("start c");
        }
    }

    @Test
    void management_duringARestart_isRefused() {
        for (SupervisorType type : BOTH) {
            Scenario s = Scenario.running(abc(type, PERMANENT));
            s.ends("a", CUSTOM);
            String refused = "refuse supervisor strategy is active";
            assertThat(s.startChild("a")).containsExactly(refused);
            assertThat(s.addChild("d")).containsExactly(refused);
            assertThat(s.enableChild("a")).containsExactly(refused);
            assertThat(s.disableChild("b")).containsExactly(refused);
        }
    }

    @Test
    void management_whileADisabledChildEnds_isPossible() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE, PERMANENT));
        s.disableChild("a");
        s.enableChild("a");
        assertThat(s.addChild("d")).containsExactly("start d");
        assertThat(s.ends("a", Reason.SHUTDOWN)).containsExactly("start a");
    }

    @Test
    void D26_restartWhoseStartFails_isRetriedAndTheRestFollows() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE, PERMANENT));
        s.ends("a", CUSTOM);
        s.ends("c", CUSTOM);
        s.failing("b", Reason.of("e"));
        assertThat(s.ends("b", CUSTOM)).containsExactly("start a", "start b", "pause b");
        assertThat(s.pauseOver("b")).containsExactly("start b", "start c");
        assertThat(s.counted()).containsExactly("a: custom", "b: e");
    }

    @Test
    void D26_restartWhoseStartKeepsFailing_stopsWhatWasStartedAndEndsWithExceeded() {
        Reason exceeded = Reason.SUPERVISOR_RESTARTS_EXCEEDED;
        Scenario s = Scenario.running(abc(REST_FOR_ONE, PERMANENT));
        s.ends("b", CUSTOM);
        s.failingForGood("c");
        assertThat(s.ends("c", CUSTOM)).containsExactly("start b", "start c", "pause c");
        for (int i = 0; i < 3; i++) {
            assertThat(s.pauseOver("c")).containsExactly("start c", "pause c");
        }
        assertThat(s.pauseOver("c")).containsExactly("start c", "give up c: broken", "exit(a#1," + exceeded + ")",
                "exit(b#2," + exceeded + ")");
        s.ends("a", exceeded);
        assertThat(s.ends("b", exceeded)).containsExactly("finish " + exceeded);
    }

    @Test
    void pausedChild_oneBeforeItFails_theRestartBeginsAgain() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE, PERMANENT));
        s.ends("a", CUSTOM);
        s.ends("c", CUSTOM);
        s.failing("b", Reason.of("e"));
        s.ends("b", CUSTOM);
        assertThat(s.ends("a", CUSTOM)).isEmpty();
        assertThat(s.pauseOver("b")).containsExactly("start a", "start b", "start c");
    }

    @Test
    void autoShutdown_lastOneEndsNormally_supervisorEnds() {
        for (SupervisorType type : BOTH) {
            Scenario s = Scenario.running(abc(type, TRANSIENT));
            s.ends("b", Reason.NORMAL);
            s.ends("c", Reason.SHUTDOWN);
            assertThat(s.ends("a", Reason.NORMAL)).containsExactly("finish normal");
        }
    }
}
