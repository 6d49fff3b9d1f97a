package io.ergo.actor;

import java.time.Duration;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SpawnOptions;
import io.ergo.SupervisorType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpecTest {

    private static final ChildSpec A = Scenario.child("a");
    private static final BackOff PAUSES = BackOff.between(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final SupervisorSpec SPEC = SupervisorSpec.of(SupervisorType.ONE_FOR_ONE, A);

    @Test
    void supervisor_defaults() {
        assertThat(SPEC.strategy()).isEqualTo(RestartStrategy.TRANSIENT);
        assertThat(SPEC.intensity()).isEqualTo(5);
        assertThat(SPEC.period()).isEqualTo(Duration.ofSeconds(5));
        assertThat(SPEC.keepOrder() || SPEC.handleChild() || SPEC.disableAutoShutdown()).isFalse();
    }

    @Test
    void supervisor_changedCopies() {
        SupervisorSpec changed = SPEC.withStrategy(RestartStrategy.PERMANENT).withIntensity(3, Duration.ofMinutes(1))
                .withKeepOrder(true).withHandleChild(true).withDisableAutoShutdown(true).withChild(Scenario.child("b"));
        assertThat(changed.strategy()).isEqualTo(RestartStrategy.PERMANENT);
        assertThat(changed.intensity()).isEqualTo(3);
        assertThat(changed.period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(changed.keepOrder() && changed.handleChild() && changed.disableAutoShutdown()).isTrue();
        assertThat(changed.children()).extracting(ChildSpec::name).containsExactly("a", "b");
        assertThat(SPEC.children()).containsExactly(A);
    }

    @Test
    void child_changedCopies() {
        SpawnOptions options = SpawnOptions.defaults().withInitTimeout(Duration.ofSeconds(1));
        ChildSpec changed = A.withArgs(Args.of(1)).withOptions(options).withSignificant(true)
                .withShutdown(Duration.ofSeconds(9)).withBackOff(PAUSES);
        assertThat(changed.backOff()).isEqualTo(PAUSES);
        assertThat(A.backOff()).isNull();
        assertThat(SPEC.withBackOff(PAUSES).withKeepOrder(true).backOff()).isEqualTo(PAUSES);
        assertThat(SPEC.backOff()).isNull();
        assertThat(changed.args()).isEqualTo(Args.of(1));
        assertThat(changed.options()).isEqualTo(options);
        assertThat(changed.significant()).isTrue();
        assertThat(changed.shutdown()).contains(Duration.ofSeconds(9));
        assertThat(A.shutdown()).isEmpty();
    }

    @Test
    void invalid_isRefusedWithTheTextOfTheWire() {
        assertRefused("invalid child spec Name", () -> Scenario.child(""));
        assertRefused("too long Atom (max: 255)", () -> Scenario.child("x".repeat(256)));
        assertRefused("incorrect value or argument", () -> A.withShutdown(Duration.ZERO));
        assertRefused("incorrect value or argument", () -> SPEC.withIntensity(-1, Duration.ofSeconds(1)));
        assertRefused("incorrect value or argument", () -> SPEC.withIntensity(1, Duration.ZERO));
        assertRefused("duplicate child spec Name", () -> SPEC.withChild(A));
    }

    private static void assertRefused(String reason, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ErgoException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.of(reason)));
    }
}
