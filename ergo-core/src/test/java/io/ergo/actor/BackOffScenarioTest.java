package io.ergo.actor;

import java.time.Duration;

import io.ergo.Reason;
import io.ergo.SupervisorType;
import org.junit.jupiter.api.Test;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.ALL_FOR_ONE;
import static io.ergo.SupervisorType.ONE_FOR_ONE;
import static io.ergo.SupervisorType.REST_FOR_ONE;
import static io.ergo.SupervisorType.SIMPLE_ONE_FOR_ONE;
import static io.ergo.actor.Scenario.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;

/** Restarts that wait: when they begin, what may happen meanwhile, how long they are. */
class BackOffScenarioTest {

    private static final Reason EXCEEDED = Reason.SUPERVISOR_RESTARTS_EXCEEDED;
    private static final BackOff BACK_OFF = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(8), 2, 0);

    private static SupervisorSpec abc(SupervisorType type) {
        return Scenario.spec(type, PERMANENT, "a", "b", "c").withBackOff(BACK_OFF);
    }

    @Test
    void ofo_failure_startsAfterThePause_othersAreNotConcerned() {
        Scenario s = Scenario.running(abc(ONE_FOR_ONE));
        assertThat(s.ends("a", CUSTOM)).containsExactly("pause a");
        assertThat(s.children()).containsExactly("a-", "b#1", "c#1");
        assertThat(s.ends("b", CUSTOM)).containsExactly("pause b");
        assertThat(s.pauseOver("b")).containsExactly("start b");
        assertThat(s.pauseOver("a")).containsExactly("start a");
    }

    @Test
    void ofo_failuresInARow_waitLongerEachTime_andBeginAgainAfterALongRun() {
        Scenario s = Scenario.running(abc(ONE_FOR_ONE).withIntensity(100, Duration.ofSeconds(5)));
        assertThat(pauseAfterRunning(s, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pauseAfterRunning(s, Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(2));
        assertThat(pauseAfterRunning(s, Duration.ZERO)).isEqualTo(Duration.ofSeconds(4));
        assertThat(pauseAfterRunning(s, Duration.ZERO)).isEqualTo(Duration.ofSeconds(8));
        assertThat(pauseAfterRunning(s, Duration.ZERO)).isEqualTo(Duration.ofSeconds(8));
        assertThat(pauseAfterRunning(s, Duration.ofSeconds(8))).isEqualTo(Duration.ofSeconds(1));
    }

    private static Duration pauseAfterRunning(Scenario s, Duration time) {
        s.passes(time);
        s.ends("a", CUSTOM);
        Duration pause = s.pause("a", 0);
        s.passes(pause);
        s.pauseOver("a");
        return pause;
    }

    @Test
    void ofo_startThatFails_waitsLongerThanTheRestartBefore() {
        Scenario s = Scenario.running(abc(ONE_FOR_ONE));
        s.failing("a", CUSTOM);
        s.ends("a", CUSTOM);
        assertThat(s.pauseOver("a")).containsExactly("start a", "pause a");
        assertThat(s.pause("a", 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(s.counted()).containsExactly("a: custom", "a: custom");
    }

    @Test
    void child_hasPausesOfItsOwn() {
        BackOff own = new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(1), 1, 0);
        Scenario s = Scenario.running(Scenario.spec(ONE_FOR_ONE, PERMANENT, "b")
                .withChild(Scenario.child("a").withBackOff(own)));
        assertThat(s.ends("b", CUSTOM)).containsExactly("start b");
        assertThat(s.ends("a", CUSTOM)).containsExactly("pause a");
        assertThat(s.pause("a", 0)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void child_withNone_startsAtOnceWhereOthersWait() {
        Scenario s = Scenario.running(Scenario.spec(ONE_FOR_ONE, PERMANENT, "b").withBackOff(BACK_OFF)
                .withChild(Scenario.child("a").withBackOff(BackOff.NONE)));
        assertThat(s.ends("b", CUSTOM)).containsExactly("pause b");
        assertThat(s.ends("a", CUSTOM)).containsExactly("start a");
    }

    @Test
    void child_withNone_startThatFails_isTriedAgainAsWithoutABackOff() {
        Scenario s = Scenario.running(Scenario.spec(ONE_FOR_ONE, PERMANENT, "b").withBackOff(BACK_OFF)
                .withChild(Scenario.child("a").withBackOff(BackOff.NONE)));
        s.failing("a", CUSTOM);
        assertThat(s.ends("a", CUSTOM)).containsExactly("start a", "pause a");
        assertThat(s.pause("a", 0)).isPositive().isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void intensity_countsAtTheFailure_andIsNotExceededByFailuresThatWaitLongEnough() {
        Scenario s = Scenario.running(abc(ONE_FOR_ONE).withIntensity(1, Duration.ofSeconds(5)));
        assertThat(s.ends("a", CUSTOM)).containsExactly("pause a");
        assertThat(s.ends("b", CUSTOM)).containsExactly("give up b: custom", "exit(c#1," + EXCEEDED + ")");
        assertThat(s.ends("c", EXCEEDED)).containsExactly("finish " + EXCEEDED);

        Scenario patient = Scenario.running(abc(ONE_FOR_ONE).withIntensity(1, Duration.ofSeconds(5)));
        for (int i = 0; i < 20; i++) {
            assertThat(patient.ends("a", CUSTOM)).containsExactly("pause a");
            patient.passes(Duration.ofSeconds(6));
            assertThat(patient.pauseOver("a")).containsExactly("start a");
        }
    }

    @Test
    void afo_failure_stopsTheOthersAtOnce_andStartsAllAfterThePause() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE));
        assertThat(s.ends("b", CUSTOM)).containsExactly("pause b", "exit(c#1,custom)", "exit(a#1,custom)");
        assertThat(s.ends("a", CUSTOM)).isEmpty();
        assertThat(s.ends("c", CUSTOM)).isEmpty();
        assertThat(s.pauseOver("b")).containsExactly("start a", "start b", "start c");
    }

    @Test
    void rfo_pauseOverBeforeTheOthersAreGone_waitsForThem() {
        Scenario s = Scenario.running(abc(REST_FOR_ONE).withKeepOrder(true));
        assertThat(s.ends("a", CUSTOM)).containsExactly("pause a", "exit(c#1,custom)");
        assertThat(s.pauseOver("a")).isEmpty();
        assertThat(s.ends("c", CUSTOM)).containsExactly("exit(b#1,custom)");
        assertThat(s.ends("b", CUSTOM)).containsExactly("start a", "start b", "start c");
    }

    @Test
    void rfo_earlierChildFailsDuringThePause_bothPausesAreAwaited() {
        Scenario s = Scenario.running(abc(REST_FOR_ONE));
        assertThat(s.ends("c", CUSTOM)).containsExactly("pause c");
        assertThat(s.ends("b", CUSTOM)).containsExactly("pause b");
        assertThat(s.pauseOver("c")).isEmpty();
        assertThat(s.pauseOver("b")).containsExactly("start b", "start c");
    }

    @Test
    void group_managementDuringThePause_isRefused() {
        Scenario s = Scenario.running(abc(ALL_FOR_ONE));
        s.ends("a", CUSTOM);
        assertThat(s.startChild("a")).containsExactly("refuse supervisor strategy is active");
        assertThat(s.addChild("d")).containsExactly("refuse supervisor strategy is active");
        assertThat(s.disableChild("a")).containsExactly("refuse supervisor strategy is active");
        assertThat(s.enableChild("a")).containsExactly("refuse supervisor strategy is active");
    }

    @Test
    void ofo_childDisabledAndEnabledDuringThePause_isStartedAtOnceAndTheOldPauseMeansNothing() {
        Scenario s = Scenario.running(abc(ONE_FOR_ONE));
        s.ends("a", CUSTOM);
        assertThat(s.startChild("a")).containsExactly("refuse supervisor strategy is active");
        assertThat(s.disableChild("a")).isEmpty();
        assertThat(s.enableChild("a")).containsExactly("start a");
        Action.Pause old = s.takePause("a");
        assertThat(s.ends("a", CUSTOM)).containsExactly("pause a");
        assertThat(s.pauseOver(old)).isEmpty();
        assertThat(s.pauseOver("a")).containsExactly("start a");
    }

    @Test
    void sofo_failure_isReplacedAfterThePause_longerEachTime() {
        Scenario s = Scenario.running(Scenario.spec(SIMPLE_ONE_FOR_ONE, TRANSIENT, "w").withBackOff(BACK_OFF));
        s.startChild("w", "x");
        assertThat(s.ends("w", CUSTOM)).containsExactly("pause w");
        assertThat(s.children()).isEmpty();
        assertThat(s.pauseOver("w")).containsExactly("start w");
        s.ends("w", CUSTOM);
        assertThat(s.pause("w", 0)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void supervisorShutsDownDuringThePause_waitsForTheRunningOnesAlone() {
        Scenario s = Scenario.running(abc(ONE_FOR_ONE));
        s.ends("a", CUSTOM);
        assertThat(s.exit(Reason.SHUTDOWN)).containsExactly("exit(b#1,shutdown)", "exit(c#1,shutdown)");
        assertThat(s.pauseOver("a")).isEmpty();
        assertThat(s.ends("b", Reason.SHUTDOWN)).isEmpty();
        assertThat(s.ends("c", Reason.SHUTDOWN)).containsExactly("finish shutdown");
    }

    @Test
    void lastOtherEndsForGoodDuringThePause_supervisorStays() {
        Scenario s = Scenario.running(Scenario.spec(ONE_FOR_ONE, TRANSIENT, "a", "b").withBackOff(BACK_OFF));
        s.ends("a", CUSTOM);
        assertThat(s.ends("b", Reason.NORMAL)).isEmpty();
        assertThat(s.pauseOver("a")).containsExactly("start a");
    }
}
