package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.SupervisionInfo.Decision;
import io.ergo.SupervisionInfo.Restart;
import io.ergo.SupervisorType;
import io.ergo.actor.BackOff;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.ALL_FOR_ONE;
import static io.ergo.SupervisorType.ONE_FOR_ONE;
import static io.ergo.SupervisorType.REST_FOR_ONE;
import static io.ergo.conformance.Expect.CUSTOM;
import static io.ergo.conformance.Expect.refused;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** How supervisors of all types start, wait and end, on a node. */
class SupervisorLifeTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    @BothDispatchers
    void S20_anyType_exitOfANonChild_endsAllThenTheSupervisorWithExactlyThatReason(World world) {
        for (SupervisorType type : List.of(ONE_FOR_ONE, ALL_FOR_ONE, REST_FOR_ONE)) {
            Family family = Family.of(world, type, PERMANENT);

            family.sup.end(family.sup.context().pid(), CUSTOM);

            family.endsWith(world, CUSTOM);
            List.of("a", "b", "c").forEach(child -> family.wasAskedToEnd(child, CUSTOM));
        }
    }

    @BothDispatchers
    void S37_childFailsInInit_spawnFailsWithItsReasonAndTheOthersEnd(World world) {
        Probe a = world.probe();
        Probe b = world.probe().inInit(_ -> {
            throw new Stop(CUSTOM);
        });
        Probe c = world.probe();

        refused(CUSTOM, () -> Overseer.spawn(world, SupervisorSpec.of(ONE_FOR_ONE, Overseer.child(a, "a"),
                Overseer.child(b, "b"), Overseer.child(c, "c"))));

        Reason why = a.awaitEnd();
        assertThat(why.outside()).isEqualTo(CUSTOM);
        assertThat(c.isStarted()).isFalse();
    }

    @BothDispatchers
    void S38_ofo_handleMessageFails_endsAllThenTheSupervisor(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, PERMANENT);

        world.node().send(family.sup.context().pid(), CUSTOM).orThrow();

        family.endsWith(world, CUSTOM);
        List.of("a", "b", "c").forEach(child -> family.wasAskedToEnd(child, CUSTOM));
    }

    @BothDispatchers
    void S39_twoChildrenOfOneName_spawnFailsWithDuplicate(World world) {
        refused(Reason.SUPERVISOR_CHILD_DUPLICATE, () -> world.node().spawn(() -> new Supervisor() {
            @Override
            protected SupervisorSpec init(Args args) {
                return SupervisorSpec.of(ONE_FOR_ONE, Overseer.child(world, "a"), Overseer.child(world, "a"));
            }
        }));
        assertThat(world.node().processes()).isEmpty();
    }

    @BothDispatchers
    void S40_management_onAForeignThreadWhileItSleeps_isNotAllowed(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, TRANSIENT);
        family.ends("a", Reason.NORMAL, "end a normal");

        refused(Reason.NOT_ALLOWED, () -> family.sup.start("a"));
        refused(Reason.NOT_ALLOWED, () -> family.sup.add(Overseer.child(world, "d")));
        refused(Reason.NOT_ALLOWED, () -> family.sup.enable("a"));
        refused(Reason.NOT_ALLOWED, () -> family.sup.disable("b"));

        assertThat(family.list()).containsExactly("a-", "b", "c");
    }

    @BothDispatchers
    void D26_restartThatFails_isTriedAgainWithinTheIntensity(World world) {
        AtomicInteger failures = new AtomicInteger();
        Probe a = world.probe().inInit(_ -> {
            if (failures.getAndDecrement() > 0) {
                throw new Stop(CUSTOM);
            }
            return "";
        });
        Overseer sup = Overseer.spawn(world,
                SupervisorSpec.of(ONE_FOR_ONE, Overseer.child(a, "a")).withIntensity(5, LONG));
        sup.tells("start a");
        failures.set(2);

        sup.end(sup.pidOf("a"), Reason.KILL);

        sup.tells("end a kill", "start a");
        assertThat(sup.supervision().restartLog()).extracting(Restart::decision).containsExactly(Decision.RESTART,
                Decision.RETRY, Decision.RETRY);
        assertThat(sup.supervision().restartLog()).last().extracting(Restart::started).isEqualTo(sup.pidOf("a"));
    }

    @BothDispatchers
    void D28_childThatIsStuck_isKilledAfterItsTime(World world) {
        Probe a = world.probe();
        ChildSpec stubborn = Overseer.child(a, "a").withShutdown(Duration.ofMillis(30));
        Overseer sup = Overseer.spawn(world, SupervisorSpec.of(ONE_FOR_ONE, stubborn));
        sup.tells("start a");
        Gate gate = a.block();

        sup.end(sup.context().pid(), CUSTOM);
        world.await("it is killed",
                () -> world.node().processState(a.pid()).filter(ProcessState.ZOMBEE::equals).isPresent());
        gate.open();

        assertThat(sup.awaitEnd()).isEqualTo(CUSTOM);
        assertThat(a.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void backOff_failure_waitsAndTheLogSaysSo(World world) {
        BackOff pauses = new BackOff(Duration.ofMillis(40), Duration.ofMillis(40), 1, 0.5);
        Family family = Family.of(world, REST_FOR_ONE, TRANSIENT, spec -> spec.withBackOff(pauses));
        Pid before = family.pid("b");

        family.ends("b", CUSTOM, "end b disk full", "end c disk full", "start b", "start c");

        Restart restart = family.sup.supervision().restartLog().getLast();
        assertThat(restart.pause()).isBetween(Duration.ofMillis(20), Duration.ofMillis(40));
        assertThat(restart)
                .isEqualTo(new Restart(restart.when(), "b", before, CUSTOM, Decision.RESTART, restart.pause(),
                        family.pid("b")));
    }

    @BothDispatchers
    void backOff_shutdownDuringThePause_doesNotWait(World world) {
        Family family = Family.of(world, ONE_FOR_ONE, PERMANENT, spec -> spec.withBackOff(BackOff.between(LONG, LONG)));
        family.ends("a", CUSTOM, "end a disk full");

        family.sup.end(family.sup.context().pid(), CUSTOM);

        family.endsWith(world, CUSTOM);
    }

    @BothDispatchers
    void childThatDiesAtOnce_endsTheSupervisorWithinTheIntensity(World world) {
        Probe a = world.probe().inInit(self -> self.send(self.pid(), new IllegalStateException("on purpose")));
        Overseer sup = Overseer.spawn(world,
                SupervisorSpec.of(ONE_FOR_ONE, Overseer.child(a, "a")).withIntensity(50, LONG));

        assertThat(sup.awaitEnd()).isEqualTo(Reason.SUPERVISOR_RESTARTS_EXCEEDED);
        world.await("the last terminate callback", () -> a.ends().size() >= 51);
        assertThat(a.ends()).hasSize(51);
        assertThat(world.node().pidOf("a")).isEmpty();
    }

    @BothDispatchers
    void inspect_group_showsTheFrameworksKeys(World world) {
        Family family = Family.of(world, REST_FOR_ONE, PERMANENT,
                spec -> spec.withKeepOrder(true).withIntensity(3, LONG));
        family.ends("c", CUSTOM, "end c disk full", "start c");
        family.sup.manage(it -> it.disable("b"));
        family.sup.tells("end b shutdown");

        assertThat(world.node().inspect(family.sup.context().pid())).isEqualTo(Map.ofEntries(
                entry("type", "Rest For One"), entry("strategy", "Permanent"), entry("intensity", "3"),
                entry("period", "600"), entry("restarts_count", "1"), entry("keep_order", "true"),
                entry("auto_shutdown", "false"), entry("children_total", "3"), entry("children_running", "2"),
                entry("children_disabled", "1")));
    }

    @BothDispatchers
    void inspect_instances_showsTheFrameworksKeys(World world) {
        Family family = Family.ofInstances(world, TRANSIENT, 2);
        family.sup.manage(it -> it.start("w"));
        family.sup.tells("start w");

        assertThat(world.node().inspect(family.sup.context().pid())).isEqualTo(Map.ofEntries(
                entry("type", "Simple One For One"), entry("strategy", "Transient"), entry("intensity", "5"),
                entry("period", "5"), entry("restarts_count", "0"), entry("specs_total", "1"),
                entry("specs_disabled", "0"), entry("instances_total", "3"), entry("child:'w'", "3"),
                entry("child:'w':args", "2")));
    }

    @BothDispatchers
    void killedSupervisor_takesItsChildrenWithIt(World world) {
        Family family = Family.of(world, ALL_FOR_ONE, PERMANENT);

        world.node().kill(family.sup.context().pid());

        List.of("a", "b", "c").forEach(child -> family.wasAskedToEnd(child, Reason.KILL));
        world.await("all are gone", () -> world.node().processes().isEmpty());
    }

    @BothDispatchers
    void nestedSupervisorWhoseIntensityIsExceeded_isRestartedByItsOwn(World world) {
        Probe leaf = world.probe();
        SupervisorSpec inner = SupervisorSpec.of(ONE_FOR_ONE, Overseer.child(leaf, "leaf")).withIntensity(0, LONG);
        Overseer sup = Overseer.spawn(world, SupervisorSpec.of(ONE_FOR_ONE,
                ChildSpec.of("inner", () -> Supervisor.of(inner)).withOptions(SpawnOptions.defaults())));
        sup.tells("start inner");

        sup.end(world.node().pidOf("leaf").orElseThrow(), Reason.KILL);

        sup.tells("end inner restart intensity is exceeded", "start inner");
        assertThat(world.node().pidOf("leaf")).isPresent();
    }
}
