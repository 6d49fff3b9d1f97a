package io.ergo.actor;

import java.time.Duration;
import java.util.List;

import io.ergo.Args;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import org.junit.jupiter.api.Test;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TEMPORARY;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.ONE_FOR_ONE;
import static io.ergo.actor.Scenario.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;

/** One for one: the worked scenarios that need no node. */
class OneForOneScenarioTest {

    private static final Reason EXCEEDED = Reason.SUPERVISOR_RESTARTS_EXCEEDED;

    private static SupervisorSpec abc(RestartStrategy strategy) {
        return Scenario.spec(ONE_FOR_ONE, strategy, "a", "b", "c");
    }

    private static Scenario manageable() {
        return Scenario.running(abc(TRANSIENT).withDisableAutoShutdown(true));
    }

    @Test
    void begin_startsTheChildrenInOrder() {
        assertThat(Scenario.of(abc(TRANSIENT)).begins()).containsExactly("start a", "start b", "start c");
    }

    @Test
    void S1_ofoTransient_custom_restartsOnlyTheFailedOne() {
        Scenario s = Scenario.running(abc(TRANSIENT));
        assertThat(s.ends("b", CUSTOM)).containsExactly("start b");
        assertThat(s.children()).containsExactly("a#1", "b#2", "c#1");
        assertThat(s.args("b")).containsExactly(Args.none(), Args.none());
    }

    @Test
    void S2_ofoTransient_normalAndShutdown_areNotRestarted() {
        Scenario s = manageable();
        assertThat(s.ends("b", Reason.NORMAL)).isEmpty();
        assertThat(s.ends("a", Reason.SHUTDOWN)).isEmpty();
        assertThat(s.children()).containsExactly("a-", "b-", "c#1");
        assertThat(s.ends("c", Reason.NORMAL)).isEmpty();
        assertThat(s.children()).containsExactly("a-", "b-", "c-");
    }

    @Test
    void S3_ofoPermanent_normal_restarts() {
        assertThat(Scenario.running(abc(PERMANENT)).ends("a", Reason.NORMAL)).containsExactly("start a");
    }

    @Test
    void S4_ofoTemporary_kill_staysDown() {
        Scenario s = Scenario.running(abc(TEMPORARY));
        assertThat(s.ends("a", Reason.KILL)).isEmpty();
        assertThat(s.children()).containsExactly("a-", "b#1", "c#1");
    }

    @Test
    void S5_ofoTemporary_lastOneEnds_supervisorEndsWithItsReason() {
        Scenario s = Scenario.running(abc(TEMPORARY));
        assertThat(s.ends("a", Reason.of("x"))).isEmpty();
        assertThat(s.ends("b", Reason.of("y"))).isEmpty();
        assertThat(s.ends("c", Reason.of("z"))).containsExactly("finish z");
    }

    @Test
    void S6_ofoTransient_allEndNormally_supervisorEndsWithNormal() {
        Scenario s = Scenario.running(abc(TRANSIENT));
        assertThat(s.ends("a", Reason.NORMAL)).isEmpty();
        assertThat(s.ends("b", Reason.NORMAL)).isEmpty();
        assertThat(s.ends("c", Reason.NORMAL)).containsExactly("finish normal");
    }

    @Test
    void S7_ofoTransientSignificant_custom_restarts() {
        Scenario s = Scenario.running(Scenario.significant(abc(TRANSIENT), "b"));
        assertThat(s.ends("b", CUSTOM)).containsExactly("start b");
    }

    @Test
    void S8_ofoTransientSignificant_normal_shutsDown() {
        Scenario s = Scenario.running(Scenario.significant(abc(TRANSIENT), "b"));
        assertThat(s.ends("b", Reason.NORMAL)).containsExactly("exit(a#1,normal)", "exit(c#1,normal)");
        assertThat(s.ends("c", Reason.NORMAL)).isEmpty();
        assertThat(s.ends("a", Reason.NORMAL)).containsExactly("finish normal");
    }

    @Test
    void S9_ofoTemporarySignificant_custom_shutsDown() {
        Scenario s = Scenario.running(Scenario.significant(abc(TEMPORARY), "b"));
        assertThat(s.ends("b", CUSTOM)).containsExactly("exit(a#1,custom)", "exit(c#1,custom)");
        assertThat(s.ends("a", CUSTOM)).isEmpty();
        assertThat(s.ends("c", CUSTOM)).containsExactly("finish custom");
    }

    @Test
    void S10_ofoPermanentSignificant_anyReason_restarts() {
        Scenario s = Scenario.running(Scenario.significant(abc(PERMANENT), "b"));
        for (Reason reason : List.of(Reason.NORMAL, Reason.SHUTDOWN, CUSTOM)) {
            assertThat(s.ends("b", reason)).containsExactly("start b");
        }
    }

    @Test
    void S21_D27_ofoPermanent_sixthFailureWithinThePeriod_endsWithExceeded() {
        Scenario s = Scenario.running(abc(PERMANENT));
        for (int i = 0; i < 5; i++) {
            assertThat(s.ends("a", CUSTOM)).containsExactly("start a");
        }
        assertThat(s.ends("a", CUSTOM)).containsExactly("give up a: custom", "exit(b#1," + EXCEEDED + ")",
                "exit(c#1," + EXCEEDED + ")");
        assertThat(s.ends("b", EXCEEDED)).isEmpty();
        assertThat(s.ends("c", EXCEEDED)).containsExactly("finish " + EXCEEDED);
        assertThat(s.counted()).hasSize(5);
        assertThat(s.info().restarts()).isEqualTo(5);
    }

    @Test
    void S22_ofoPermanent_onlyChild_sixthFailure_endsAtOnceWithExceeded() {
        Scenario s = Scenario.running(Scenario.spec(ONE_FOR_ONE, PERMANENT, "a"));
        for (int i = 0; i < 5; i++) {
            s.ends("a", CUSTOM);
        }
        assertThat(s.ends("a", CUSTOM)).containsExactly("give up a: custom", "finish " + EXCEEDED);
    }

    @Test
    void S23_ofoPermanent_failuresFurtherApartThanTheWindowHolds_areNeverTooMany() {
        Scenario s = Scenario.running(abc(PERMANENT).withIntensity(2, Duration.ofSeconds(5)));
        for (int i = 0; i < 50; i++) {
            assertThat(s.ends("a", CUSTOM)).containsExactly("start a");
            s.passes(Duration.ofSeconds(3));
        }
    }

    @Test
    void S24_ofo_startOfARunningChild_isRefused() {
        Scenario s = manageable();
        assertThat(s.startChild("a")).containsExactly("refuse child process is already running");
        assertThat(s.startChild("nobody")).containsExactly("refuse unknown child");
        assertThat(s.children()).containsExactly("a#1", "b#1", "c#1");
    }

    @Test
    void S25_ofo_addChild_isAppendedAndStarted() {
        Scenario s = manageable();
        assertThat(s.addChild("d")).containsExactly("start d");
        assertThat(s.children()).containsExactly("a#1", "b#1", "c#1", "d#1");
        assertThat(s.startChild("d")).containsExactly("refuse child process is already running");
        assertThat(s.addChild("d")).containsExactly("refuse duplicate child spec Name");
    }

    @Test
    void S26_ofoTransient_disableChild_stopsItAndForbidsItsStart() {
        Scenario s = manageable();
        assertThat(s.disableChild("a")).containsExactly("exit(a#1,shutdown)");
        assertThat(s.children()).containsExactly("a#1!", "b#1", "c#1");
        assertThat(s.startChild("a")).containsExactly("refuse child is disabled");
        assertThat(s.disableChild("a")).isEmpty();
        assertThat(s.disableChild("nobody")).containsExactly("refuse unknown child");
    }

    @Test
    void S27_ofoTransient_enableChildThatIsGone_startsIt() {
        Scenario s = manageable();
        s.disableChild("a");
        assertThat(s.ends("a", Reason.SHUTDOWN)).isEmpty();
        assertThat(s.enableChild("a")).containsExactly("start a");
        assertThat(s.children()).containsExactly("a#2", "b#1", "c#1");
        assertThat(s.enableChild("a")).isEmpty();
        assertThat(s.enableChild("nobody")).containsExactly("refuse unknown child");
    }

    @Test
    void S28_ofo_disableTheOnlyChild_supervisorEndsWithShutdown() {
        for (RestartStrategy strategy : RestartStrategy.values()) {
            Scenario s = Scenario.running(Scenario.spec(ONE_FOR_ONE, strategy, "a"));
            assertThat(s.disableChild("a")).containsExactly("exit(a#1,shutdown)");
            assertThat(s.ends("a", Reason.SHUTDOWN)).containsExactly("finish shutdown");
        }
    }

    @Test
    void S29_ofoTransient_startWithArguments_keepsThemForRestarts() {
        Scenario s = manageable();
        s.ends("a", Reason.NORMAL);
        assertThat(s.startChild("a", "X")).containsExactly("start a");
        assertThat(s.ends("a", CUSTOM)).containsExactly("start a");
        assertThat(s.args("a")).containsExactly(Args.none(), Args.of("X"), Args.of("X"));
        s.ends("a", Reason.NORMAL);
        s.startChild("a");
        assertThat(s.args("a")).last().isEqualTo(Args.of("X"));
    }

    @Test
    void S37_ofo_firstStartFails_supervisorEndsWithItsReasonAndStartsNoMore() {
        Scenario s = Scenario.of(abc(TRANSIENT));
        s.failing("b", Reason.of("e"));
        assertThat(s.begins()).containsExactly("start a", "start b", "finish e");
    }

    @Test
    void S41_D88_ofoTransient_enableWhileStillEnding_startsItWhenItIsGone() {
        Scenario s = manageable();
        s.disableChild("a");
        assertThat(s.enableChild("a")).isEmpty();
        assertThat(s.startChild("a")).containsExactly("refuse child process is already running");
        assertThat(s.ends("a", Reason.SHUTDOWN)).containsExactly("start a");
        assertThat(s.children()).containsExactly("a#2", "b#1", "c#1");
    }

    @Test
    void D88_enableWhileStillEnding_othersAreRestartedMeanwhile() {
        Scenario s = manageable();
        s.disableChild("a");
        s.enableChild("a");
        assertThat(s.ends("b", CUSTOM)).containsExactly("start b");
        assertThat(s.addChild("d")).containsExactly("start d");
        assertThat(s.ends("a", Reason.KILL)).containsExactly("start a");
    }

    @Test
    void D88_enableAndDisableAgainWhileStillEnding_staysDown() {
        Scenario s = manageable();
        s.disableChild("a");
        s.enableChild("a");
        assertThat(s.disableChild("a")).isEmpty();
        assertThat(s.ends("a", Reason.SHUTDOWN)).isEmpty();
        assertThat(s.children()).containsExactly("a-!", "b#1", "c#1");
    }

    @Test
    void D88_enableTheOnlyChildWhileStillEnding_doesNotEndTheSupervisor() {
        Scenario s = Scenario.running(Scenario.spec(ONE_FOR_ONE, TRANSIENT, "a"));
        s.disableChild("a");
        s.enableChild("a");
        assertThat(s.ends("a", Reason.SHUTDOWN)).containsExactly("start a");
    }

    @Test
    void D88_deferredStartFails_childStaysDownAndTheSupervisorLives() {
        Scenario s = manageable();
        s.disableChild("a");
        s.enableChild("a");
        s.failing("a", CUSTOM);
        assertThat(s.ends("a", Reason.SHUTDOWN)).containsExactly("start a");
        assertThat(s.children()).containsExactly("a-", "b#1", "c#1");
        assertThat(s.startChild("a")).containsExactly("start a");
    }

    @Test
    void S42_D89_addChildWhoseStartFails_isRefusedWithItsReasonAndStaysInTheList() {
        Scenario s = manageable();
        s.failing("d", Reason.of("e"));
        assertThat(s.addChild("d")).containsExactly("start d", "refuse e");
        assertThat(s.children()).containsExactly("a#1", "b#1", "c#1", "d-");
        assertThat(s.startChild("d")).containsExactly("start d");
    }

    @Test
    void startChild_whoseStartFails_isRefusedWithItsReason() {
        Scenario s = manageable();
        s.ends("a", Reason.NORMAL);
        s.failing("a", CUSTOM);
        assertThat(s.startChild("a")).containsExactly("start a", "refuse custom");
        assertThat(s.counted()).isEmpty();
    }

    @Test
    void D29_disableAStoppedChild_setsTheFlag() {
        Scenario s = manageable();
        s.ends("a", Reason.NORMAL);
        assertThat(s.disableChild("a")).isEmpty();
        assertThat(s.children()).containsExactly("a-!", "b#1", "c#1");
        assertThat(s.startChild("a")).containsExactly("refuse child is disabled");
        assertThat(s.enableChild("a")).containsExactly("start a");
    }

    @Test
    void disabledChild_isNotRestartedWhateverItEndsWith() {
        Scenario s = Scenario.running(Scenario.significant(abc(PERMANENT), "a"));
        s.disableChild("a");
        assertThat(s.ends("a", CUSTOM)).isEmpty();
        assertThat(s.children()).containsExactly("a-!", "b#1", "c#1");
    }

    @Test
    void D26_restartWhoseStartFails_isRetriedWithinTheIntensity() {
        Scenario s = Scenario.running(abc(TRANSIENT));
        s.failing("a", Reason.of("e1"), Reason.of("e2"));
        assertThat(s.ends("a", CUSTOM)).containsExactly("start a", "pause a");
        assertThat(s.pauseOver("a")).containsExactly("start a", "pause a");
        assertThat(s.pauseOver("a")).containsExactly("start a");
        assertThat(s.counted()).containsExactly("a: custom", "a: e1", "a: e2");
        assertThat(s.children()).containsExactly("a#2", "b#1", "c#1");
    }

    @Test
    void D26_restartWhoseStartKeepsFailing_exceedsTheIntensity() {
        Scenario s = Scenario.running(abc(TRANSIENT));
        s.failingForGood("a");
        s.ends("a", CUSTOM);
        for (int i = 0; i < 3; i++) {
            assertThat(s.pauseOver("a")).containsExactly("start a", "pause a");
        }
        assertThat(s.pauseOver("a")).containsExactly("start a", "give up a: broken", "exit(b#1," + EXCEEDED + ")",
                "exit(c#1," + EXCEEDED + ")");
        assertThat(s.counted()).hasSize(5);
    }

    @Test
    void pausedChild_othersAreRestartedMeanwhile() {
        Scenario s = Scenario.running(abc(TRANSIENT));
        s.failing("a", CUSTOM);
        s.ends("a", CUSTOM);
        assertThat(s.startChild("a")).containsExactly("refuse supervisor strategy is active");
        assertThat(s.ends("b", CUSTOM)).containsExactly("start b");
        assertThat(s.addChild("d")).containsExactly("start d");
        assertThat(s.pauseOver("a")).containsExactly("start a");
    }

    @Test
    void pausedChild_isDisabled_staysDown() {
        Scenario s = Scenario.running(abc(TRANSIENT));
        s.failing("a", CUSTOM);
        s.ends("a", CUSTOM);
        assertThat(s.disableChild("a")).isEmpty();
        assertThat(s.pauseOver("a")).isEmpty();
        assertThat(s.enableChild("a")).containsExactly("start a");
    }

    @Test
    void pausedChild_isTheLastAndDisabled_supervisorEnds() {
        Scenario s = Scenario.running(Scenario.spec(ONE_FOR_ONE, TRANSIENT, "a"));
        s.failing("a", CUSTOM);
        s.ends("a", CUSTOM);
        assertThat(s.disableChild("a")).containsExactly("finish shutdown");
    }

    @Test
    void pausedChild_lastOtherEndsNormally_supervisorStays() {
        Scenario s = Scenario.running(Scenario.spec(ONE_FOR_ONE, TRANSIENT, "a", "b"));
        s.failing("a", CUSTOM);
        s.ends("a", CUSTOM);
        assertThat(s.ends("b", Reason.NORMAL)).isEmpty();
        assertThat(s.pauseOver("a")).containsExactly("start a");
    }

    @Test
    void pausedChild_supervisorShutsDown_isNotAwaited() {
        Scenario s = Scenario.running(Scenario.spec(ONE_FOR_ONE, TRANSIENT, "a"));
        s.failing("a", CUSTOM);
        s.ends("a", CUSTOM);
        assertThat(s.exit(Reason.SHUTDOWN)).containsExactly("finish shutdown");
    }

    @Test
    void info_countsRestartsPerChild() {
        Scenario s = Scenario.running(abc(TRANSIENT));
        s.ends("b", CUSTOM);
        s.ends("b", CUSTOM);
        assertThat(s.info().restarts()).isEqualTo(2);
        assertThat(s.info().children()).extracting("restarts").containsExactly(0L, 2L, 0L);
    }

    @Test
    void callbacks_ifOn_followTheFacts() {
        Scenario s = Scenario.of(abc(TRANSIENT).withHandleChild(true));
        assertThat(s.begins()).containsSubsequence("tell started a#1", "tell started b#1", "tell started c#1");
        assertThat(s.ends("a", CUSTOM)).containsExactly("tell ended a#1 custom", "start a", "tell started a#2");
    }
}
