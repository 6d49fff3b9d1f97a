package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.stream.Stream;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.RestartStrategy;
import io.ergo.SupervisionInfo;
import io.ergo.actor.Actor;
import io.ergo.spring.Child;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoApplication;
import io.ergo.spring.ErgoSupervisor;
import io.ergo.spring.RestartBackOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Restarts that wait: declared, configured, and what cannot be. */
@ExtendWith(OutputCaptureExtension.class)
class BackOffTest {

    @ErgoActor
    static class Worker extends Actor {}

    @ErgoSupervisor(name = "sup", restart = RestartStrategy.PERMANENT,
            backOff = @RestartBackOff(min = "${pause:20ms}", max = "40ms", factor = 1, jitter = 0), children = {
                @Child(value = Worker.class, name = "a"),
                @Child(value = Worker.class, name = "b", backOff = @RestartBackOff(min = "30ms", jitter = 0)),
                @Child(value = Worker.class, name = "c", backOff = @RestartBackOff(min = "0s"))})
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
    void backOff_zeroOnAChild_restartsItAtOnceWhereOthersWait() {
        Contexts.run(Contexts.with(Parts.class),
                context -> assertThat(pause(context.getBean(Node.class), "c")).isZero());
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
        Contexts.run(Contexts.with(Parts.class).withPropertyValues("ergo.supervisors.sup.back-off.min=0s",
                "ergo.supervisors.sup.back-off.max=1m"),
                context -> assertThat(pause(context.getBean(Node.class), "a")).isZero());
    }

    @ErgoSupervisor(name = "sup", restart = RestartStrategy.PERMANENT, backOff = @RestartBackOff(min = "0s"),
            children = @Child(value = Worker.class, name = "a"))
    static class Eager {}

    @Import({Eager.class, Worker.class})
    static class EagerParts {}

    @Test
    void backOff_configuredOverNone_waits() {
        Contexts.run(Contexts.with(EagerParts.class).withPropertyValues("ergo.supervisors.sup.back-off.min=1ms",
                "ergo.supervisors.sup.back-off.jitter=0"),
                context -> assertThat(pause(context.getBean(Node.class), "a")).isEqualTo(Duration.ofMillis(1)));
    }

    @ParameterizedTest
    @CsvSource({"max, 5s", "factor, 3.0", "jitter, 0.5"})
    void backOff_configuredWithoutMin_isExplained(String key, String value, CapturedOutput output) {
        FailureAnalysisTest.fails(output, EagerParts.class,
                new String[] {"--ergo.supervisors.sup.back-off." + key + "=" + value},
                "ergo.supervisors.sup.back-off." + key, value, "Set ergo.supervisors.sup.back-off.min, such as 500ms");
    }

    @ErgoSupervisor(name = "sup", backOff = @RestartBackOff(max = "5s"), children = @Child(Worker.class))
    static class Half {}

    @Import({Half.class, Worker.class})
    static class HalfParts {}

    @ErgoSupervisor(name = "sup", children = @Child(value = Worker.class, backOff = @RestartBackOff(factor = 3)))
    static class HalfChild {}

    @Import({HalfChild.class, Worker.class})
    static class HalfChildParts {}

    @ErgoApplication(name = "app", members = @Child(value = Worker.class, backOff = @RestartBackOff(jitter = 1)))
    static class HalfMember {}

    @Import({HalfMember.class, Worker.class})
    static class HalfMemberParts {}

    static Stream<Arguments> declaredWithoutMin() {
        return Stream.of(arguments(HalfParts.class, "The backOff of " + Half.class.getName() + " sets max"),
                arguments(HalfChildParts.class,
                        "The backOff of child 'worker' of " + HalfChild.class.getName() + " sets factor"),
                arguments(HalfMemberParts.class,
                        "The backOff of member " + Worker.class.getName() + " of the application 'app' sets jitter"));
    }

    @ParameterizedTest
    @MethodSource("declaredWithoutMin")
    void backOff_declaredWithoutMin_isExplained(Class<?> parts, String says, CapturedOutput output) {
        FailureAnalysisTest.fails(output, parts, new String[0], says, "Set min, the first pause, such as 500ms");
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
