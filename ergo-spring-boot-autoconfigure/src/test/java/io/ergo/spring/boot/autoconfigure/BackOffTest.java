package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.RestartStrategy;
import io.ergo.SupervisionInfo;
import io.ergo.actor.Actor;
import io.ergo.spring.Child;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoSupervisor;
import io.ergo.spring.RestartBackOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Restarts that wait: declared, configured, and what cannot be. */
@ExtendWith(OutputCaptureExtension.class)
class BackOffTest {

    @ErgoActor
    static class Worker extends Actor {}

    @ErgoSupervisor(name = "sup", restart = RestartStrategy.PERMANENT,
            backOff = @RestartBackOff(min = "${pause:20ms}", max = "40ms", factor = 1, jitter = 0), children = {
                @Child(value = Worker.class, name = "a"),
                @Child(value = Worker.class, name = "b", backOff = @RestartBackOff(min = "30ms", jitter = 0))})
    static class Sup {}

    @Import({Sup.class, Worker.class})
    static class Parts {}

    /** Kills the child and returns how long its restart waits. */
    private static Duration pause(Node node, String child) {
        Pid sup = node.pidOf("sup").orElseThrow();
        int before = node.supervision(sup).orElseThrow().restartLog().size();
        node.kill(node.pidOf(child).orElseThrow());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> node.supervision(sup).map(SupervisionInfo::restartLog)
                        .filter(log -> log.size() > before && log.getLast().started() != null).isPresent());
        return node.supervision(sup).orElseThrow().restartLog().getLast().pause();
    }

    @Test
    void backOff_declared_isThatOfTheSupervisorOrOfTheChild() {
        Contexts.run(Contexts.with(Parts.class), context -> {
            assertThat(pause(context.getBean(Node.class), "a")).isEqualTo(Duration.ofMillis(20));
            assertThat(pause(context.getBean(Node.class), "b")).isEqualTo(Duration.ofMillis(30));
        });
    }

    @Test
    void backOff_configured_isLaidOverTheDeclaredOne() {
        Contexts.run(Contexts.with(Parts.class).withPropertyValues("ergo.supervisors.sup.back-off.min=1ms",
                "ergo.supervisors.sup.back-off.factor=5", "ergo.supervisors.sup.back-off.max=1m"), context -> {
                    assertThat(pause(context.getBean(Node.class), "a")).isEqualTo(Duration.ofMillis(1));
                    assertThat(pause(context.getBean(Node.class), "a")).isEqualTo(Duration.ofMillis(5));
                });
    }

    @Test
    void backOff_configuredWithZero_isNone() {
        Contexts.run(Contexts.with(Parts.class).withPropertyValues("ergo.supervisors.sup.back-off.min=0s"),
                context -> assertThat(pause(context.getBean(Node.class), "a")).isZero());
    }

    @Test
    void backOff_configuredLongerThanTheDeclaredMaximum_isExplained(CapturedOutput output) {
        FailureAnalysisTest.fails(output, Parts.class, new String[] {"--ergo.supervisors.sup.back-off.min=1m"},
                "ergo.supervisors.sup.back-off.min", "max is PT0.04S but must be between min, PT1M");
    }

    @Test
    void backOff_declaredLongerThanItsMaximum_isExplained(CapturedOutput output) {
        FailureAnalysisTest.fails(output, Parts.class, new String[] {"--pause=1h"},
                "The backOff of " + Sup.class.getName(),
                "max is PT0.04S but must be between min, PT1H");
    }
}
