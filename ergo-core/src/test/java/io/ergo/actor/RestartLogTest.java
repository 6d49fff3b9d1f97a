package io.ergo.actor;

import java.time.Duration;
import java.time.Instant;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SupervisionInfo.Decision;
import io.ergo.SupervisionInfo.Restart;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestartLogTest {

    private static final Pid OLD = FakeContext.pid(2001);
    private static final Pid NEW = FakeContext.pid(2002);
    private static final Reason WHY = Reason.of("why");

    private final RestartLog log = new RestartLog();
    private final Child a = child("a");
    private final Child b = child("b");

    private static Child child(String name) {
        return new Child(Scenario.child(name), new Child.Position(0, 0), Args.none(), 0);
    }

    @Test
    void restart_ofOneThatWaits_isCompletedStepByStep() {
        log.add(a, Instant.EPOCH, OLD, WHY, Decision.RESTART);
        assertThat(log.all()).containsExactly(
                new Restart(Instant.EPOCH, "a", OLD, WHY, Decision.RESTART, Duration.ZERO, null));
        log.paused(a, Duration.ofSeconds(1));
        log.started(a, NEW);
        assertThat(log.all()).containsExactly(
                new Restart(Instant.EPOCH, "a", OLD, WHY, Decision.RESTART, Duration.ofSeconds(1), NEW));
    }

    @Test
    void start_ofOneThatDidNotFail_changesNothing() {
        log.add(a, Instant.EPOCH, OLD, WHY, Decision.RESTART);
        log.started(b, NEW);
        log.started(a, NEW);
        log.started(a, OLD);
        assertThat(log.all()).extracting(Restart::started).containsExactly(NEW);
    }

    @Test
    void manyFailures_theOldestAreForgotten() {
        for (int i = 0; i < RestartLog.CAPACITY + 3; i++) {
            log.add(a, Instant.ofEpochSecond(i), OLD, WHY, Decision.RESTART);
        }
        assertThat(log.all()).hasSize(RestartLog.CAPACITY).first().extracting(Restart::when)
                .isEqualTo(Instant.ofEpochSecond(3));
    }
}
