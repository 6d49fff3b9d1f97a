package io.ergo.actor;

import java.util.List;

import io.ergo.Reason;
import org.junit.jupiter.api.Test;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TEMPORARY;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.actor.Verdict.RESTART;
import static io.ergo.actor.Verdict.SHUT_DOWN;
import static io.ergo.actor.Verdict.STAY_DOWN;
import static org.assertj.core.api.Assertions.assertThat;

class VerdictTest {

    private static final List<Reason> NORMAL = List.of(Reason.NORMAL, Reason.SHUTDOWN);
    private static final List<Reason> ABNORMAL = List.of(Reason.KILL, Reason.PANIC, Reason.of("custom"),
            Reason.wrap("outer", Reason.NORMAL));

    @Test
    void transient_restartsAfterAnAbnormalEndOnly() {
        for (Reason reason : NORMAL) {
            assertThat(Verdict.of(TRANSIENT, false, reason)).isEqualTo(STAY_DOWN);
            assertThat(Verdict.of(TRANSIENT, true, reason)).isEqualTo(SHUT_DOWN);
        }
        for (Reason reason : ABNORMAL) {
            assertThat(Verdict.of(TRANSIENT, false, reason)).isEqualTo(RESTART);
            assertThat(Verdict.of(TRANSIENT, true, reason)).isEqualTo(RESTART);
        }
    }

    @Test
    void temporary_neverRestarts() {
        for (Reason reason : List.of(Reason.NORMAL, Reason.KILL)) {
            assertThat(Verdict.of(TEMPORARY, false, reason)).isEqualTo(STAY_DOWN);
            assertThat(Verdict.of(TEMPORARY, true, reason)).isEqualTo(SHUT_DOWN);
        }
    }

    @Test
    void permanent_alwaysRestarts() {
        for (Reason reason : List.of(Reason.NORMAL, Reason.SHUTDOWN, Reason.KILL)) {
            assertThat(Verdict.of(PERMANENT, false, reason)).isEqualTo(RESTART);
            assertThat(Verdict.of(PERMANENT, true, reason)).isEqualTo(RESTART);
        }
    }
}
