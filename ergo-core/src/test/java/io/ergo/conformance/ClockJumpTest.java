package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SpawnOptions;
import io.ergo.SupervisorType;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;
import org.jspecify.annotations.Nullable;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** The wall clock is set back and forth. */
class ClockJumpTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofHours(1);
    private static final List<Duration> JUMPS = List.of(Duration.ofDays(1), Duration.ofDays(-1),
            Duration.ofDays(10_000), Duration.ofDays(-30_000), Duration.ZERO);

    private @Nullable JumpingClock clock;

    private Node start(World world) {
        return world.startAround(dispatcher -> {
            JumpingClock jumping = new JumpingClock(dispatcher);
            clock = jumping;
            return jumping.dispatcher();
        });
    }

    private void set(Duration ahead) {
        Objects.requireNonNull(clock).set(ahead);
    }

    @BothDispatchers
    void D82_wallClockJumps_nothingButDisplayedTimesChanges(World world) {
        Node node = start(world);
        long creation = node.creation();
        Probe silent = world.spawn();
        for (Duration ahead : JUMPS) {
            Duration before = node.uptime();
            Probe probe = world.spawn();
            probe.in(self -> self.sendAfter(self.pid(), "due", SHORT));

            set(ahead);

            refused(Reason.TIMEOUT, () -> node.call(silent.pid(), Ask.open(), SHORT));
            assertThat(node.call(silent.pid(), Ask.echo("answered"), LONG)).isEqualTo("answered");
            assertThat(probe.awaitMessages(1)).containsExactly("due");
            assertThat(node.uptime().minus(before)).isBetween(SHORT, LONG);
            assertThat(node.processInfo(probe.pid()).orElseThrow().uptime()).isBetween(SHORT, LONG);
            assertThat(node.creation()).isEqualTo(creation);
            assertThat(probe.pid()).isEqualTo(new Pid(World.NODE, probe.pid().id(), creation));
            probe.end();
        }
    }

    @BothDispatchers
    void call_wallClockJumpsWhileItWaits_isAnsweredOrTimesOutAsBefore(World world) {
        Node node = start(world);
        Probe responder = world.spawn();
        for (Duration ahead : JUMPS) {
            Gate gate = responder.block();
            Pending<String> answered = world.spawn()
                    .start(self -> self.call(responder.pid(), Ask.echo("answer"), LONG));
            Pending<Reason> late = world.spawn().start(
                    self -> refused(Reason.TIMEOUT, () -> self.call(responder.pid(), Ask.open(), SHORT)).reason());

            set(ahead);

            assertThat(late.get()).isEqualTo(Reason.TIMEOUT);
            assertThat(answered.isDone()).isFalse();
            gate.open();
            assertThat(answered.get()).isEqualTo("answer");
        }
        assertThat(node.isAlive()).isTrue();
    }

    @BothDispatchers
    void initTimeout_wallClockJumps_isMeasuredAsBefore(World world) {
        Node node = start(world);
        for (Duration ahead : JUMPS) {
            Probe quick = world.probe().inInit(_ -> {
                set(ahead);
                return ahead;
            });
            quick.spawn(SpawnOptions.defaults().withInitTimeout(LONG));
            Gate gate = world.gate();
            Probe stuck = world.probe().inInit(_ -> {
                set(ahead.negated());
                gate.pass();
                return gate;
            });
            refused(Reason.TIMEOUT, () -> stuck.spawn(SpawnOptions.defaults().withInitTimeout(SHORT)));
            gate.open();
            stuck.awaitEnd();
        }
        assertThat(node.info().processesZombee()).isZero();
    }

    @BothDispatchers
    void restartWindow_wallClockJumps_isMeasuredAsBefore(World world) {
        Node node = start(world);
        Probe child = world.probe();
        SupervisorSpec spec = SupervisorSpec.of(SupervisorType.ONE_FOR_ONE, ChildSpec.of("child", child.factory()))
                .withStrategy(RestartStrategy.PERMANENT).withIntensity(2, LONG);
        Probe watcher = world.spawn();
        Pid supervisor = node.spawn(() -> Supervisor.of(spec));
        watcher.in(self -> {
            self.monitor(supervisor);
            return self;
        });

        for (int restarts = 1; restarts <= 3; restarts++) {
            Pid running = child.pid();
            set(Duration.ofDays(restarts % 2 == 0 ? -100L : 100L));
            node.kill(running);
            int ends = restarts;
            world.await("it is restarted, or the supervisor gives up",
                    () -> ends < 3 ? !child.pid().equals(running) : !watcher.messages().isEmpty());
        }

        assertThat(watcher.awaitMessages(1)).singleElement().asString().contains("restart intensity is exceeded");
    }
}
