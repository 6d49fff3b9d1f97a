package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.SpawnOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** The context of a process in the hands of somebody who does not run it. */
class ForeignThreadTest {

    @BothDispatchers
    void operations_whileTheProcessSleeps_areNotAllowed(World world) {
        Probe probe = world.spawn(SpawnOptions.named("probe"));
        world.settle();

        allRefused(probe);

        assertThat(probe.messages()).isEmpty();
        assertThat(probe.context().name()).contains("probe");
    }

    @BothDispatchers
    void operations_whileTheProcessRuns_areNotAllowed(World world) {
        Probe probe = world.spawn(SpawnOptions.named("probe"));
        Gate gate = probe.block();

        allRefused(probe);

        gate.open();
        world.settle();
        assertThat(probe.messages()).isEmpty();
    }

    @BothDispatchers
    void operations_byAnotherProcess_areNotAllowed(World world) {
        Probe probe = world.spawn(SpawnOptions.named("probe"));
        Probe thief = world.spawn();

        thief.in(_ -> {
            allRefused(probe);
            return thief;
        });

        assertThat(probe.messages()).isEmpty();
    }

    private static void allRefused(Probe probe) {
        for (ThrowingCallable operation : operations(probe.context(), probe)) {
            refused(Reason.NOT_ALLOWED, operation);
        }
    }

    private static List<ThrowingCallable> operations(ProcessContext of, Probe probe) {
        return List.of(() -> of.send(of.pid(), "x"), () -> of.send("probe", "x"),
                () -> of.send(of.pid(), "x", Priority.MAX),
                () -> of.sendExit(new Pid("n", 1, 1), Reason.SHUTDOWN), () -> of.call("probe", Ask.echo("x")),
                () -> of.call(of.pid(), "x", String.class), () -> of.respond(of.pid(), new Ref("n", 1, 1, 0, 0), "x"),
                () -> of.respondError(of.pid(), new Ref("n", 1, 1, 0, 0), Reason.TIMEOUT),
                () -> of.spawn(probe.factory()),
                () -> of.link(of.parent()), () -> of.unlink(of.parent()), () -> of.monitor(of.pid()),
                () -> of.demonitor(of.pid()),
                () -> of.registerName("x"), of::unregisterName, of::createAlias,
                () -> of.sendAfter(of.pid(), "x", Duration.ZERO),
                () -> of.sendAfter("probe", "x", Duration.ZERO), () -> of.sendPriority(Priority.MAX));
    }

    @BothDispatchers
    void setEnv_isIgnored(World world) {
        Probe probe = world.spawn(SpawnOptions.defaults().withEnv(Map.of("A", 1)));
        world.settle();

        probe.context().setEnv("A", 2);
        probe.context().setEnv("B", 3);

        assertThat(probe.context().env()).containsExactly(Map.entry("A", 1));
    }

    @BothDispatchers
    void callOnAnInterruptedThread_isAnsweredAndTheInterruptStays(World world) {
        Probe probe = world.spawn();
        Thread.currentThread().interrupt();

        String answer = world.node().call(probe.pid(), Ask.echo("answer"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer).isEqualTo("answer");
    }

    @BothDispatchers
    void getters_work(World world) {
        Probe probe = world.spawn(SpawnOptions.named("probe").withEnv(Map.of("A", 1)));
        world.settle();
        ProcessContext of = probe.context();

        assertThat(of.pid()).isEqualTo(probe.pid());
        assertThat(of.name()).contains("probe");
        assertThat(of.node()).isSameAs(world.node());
        assertThat(of.parent()).isEqualTo(world.node().pid());
        assertThat(of.leader()).isEqualTo(world.node().pid());
        assertThat(of.application()).isEmpty();
        assertThat(of.env("a")).contains(1);
        assertThat(of.aliases()).isEmpty();
        assertThat(of.links()).isEmpty();
        assertThat(of.monitors()).isEmpty();
        assertThat(of.sendPriority()).isEqualTo(Priority.NORMAL);
        assertThat(of.log().getName()).isEqualTo(Recorder.class.getName());
    }
}
