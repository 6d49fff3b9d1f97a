package io.ergo.conformance;

import java.util.List;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SupervisorType;
import io.ergo.actor.SupervisorSpec;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TEMPORARY;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.ALL_FOR_ONE;
import static io.ergo.SupervisorType.REST_FOR_ONE;
import static io.ergo.conformance.Expect.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;

/** The worked scenarios of all for one and rest for one, and failures that meet a restart, on a node. */
class GroupScenariosTest {

    private static SupervisorSpec oneByOne(SupervisorSpec spec) {
        return spec.withKeepOrder(true);
    }

    @BothDispatchers
    void S11_afoPermanent_custom_asksAllOthersAtOnceAndStartsAllWhenTheyAreGone(World world) {
        Family family = Family.of(world, ALL_FOR_ONE, PERMANENT);
        Gate gate = family.probe("c").block(); // it is asked first, but a need not wait for it

        family.sup.end(family.pid("b"), CUSTOM);
        family.probe("a").awaitEnd();
        world.await("a is known to be gone", () -> !family.sup.runs("a"));
        assertThat(family.sup.runs("b")).isFalse();
        gate.open();

        List<String> told = family.sup.told(6);
        assertThat(told).startsWith("end b disk full").endsWith("end c disk full", "start a", "start b", "start c");
        family.wasAskedToEnd("a", CUSTOM);
        family.wasAskedToEnd("c", CUSTOM);
    }

    @BothDispatchers
    void S12_afoTransientKeepOrder_kill_stopsOneByOneInReverse(World world) {
        Family family = Family.of(world, ALL_FOR_ONE, TRANSIENT, GroupScenariosTest::oneByOne);

        family.ends("c", Reason.KILL, "end c kill", "end b kill", "end a kill", "start a", "start b", "start c");

        family.wasAskedToEnd("a", Reason.KILL);
        family.wasAskedToEnd("b", Reason.KILL);
    }

    @BothDispatchers
    void S13_afoPermanentKeepOrder_normal_stopsOneByOneInReverse(World world) {
        Family family = Family.of(world, ALL_FOR_ONE, PERMANENT, GroupScenariosTest::oneByOne);
        Gate gate = family.probe("c").block();

        family.sup.end(family.pid("a"), Reason.NORMAL);
        world.await("a is known to be gone", () -> !family.sup.runs("a"));
        assertThat(family.sup.runs("b")).as("b waits for c").isTrue();
        assertThat(family.probe("b").isEnded()).isFalse();
        gate.open();

        family.sup.tells("end a normal", "end c normal", "end b normal", "start a", "start b", "start c");
    }

    @BothDispatchers
    void S14_S15_afoTransient_shutdownStaysDown_untilTheNextFailureBringsItBack(World world) {
        Family family = Family.of(world, ALL_FOR_ONE, TRANSIENT);

        family.ends("a", Reason.SHUTDOWN, "end a shutdown");
        assertThat(family.list()).containsExactly("a-", "b", "c");

        family.ends("c", Reason.KILL, "end c kill", "end b kill", "start a", "start b", "start c");
        assertThat(family.list()).containsExactly("a", "b", "c");
    }

    @BothDispatchers
    void S15_afoTransient_failureAfterANormalEnd_bringsItBack(World world) {
        Family family = Family.of(world, ALL_FOR_ONE, TRANSIENT, GroupScenariosTest::oneByOne);
        family.ends("b", Reason.NORMAL, "end b normal");

        family.ends("a", CUSTOM, "end a disk full", "end c disk full", "start a", "start b", "start c");

        assertThat(family.list()).containsExactly("a", "b", "c");
    }

    @BothDispatchers
    void S16_rfoPermanent_custom_concernsThoseAfterIt(World world) {
        Family family = Family.of(world, REST_FOR_ONE, PERMANENT);
        Pid first = family.pid("a");

        family.ends("b", CUSTOM, "end b disk full", "end c disk full", "start b", "start c");

        assertThat(family.pid("a")).isEqualTo(first);
        family.wasAskedToEnd("c", CUSTOM);
    }

    @BothDispatchers
    void S17_rfoTransientKeepOrder_kill_stopsOneByOneInReverse(World world) {
        Family.of(world, REST_FOR_ONE, TRANSIENT, GroupScenariosTest::oneByOne).ends("a", Reason.KILL, "end a kill",
                "end c kill", "end b kill", "start a", "start b", "start c");
    }

    @BothDispatchers
    void S18_rfoPermanent_lastOneFails_nothingIsStopped(World world) {
        Family family = Family.of(world, REST_FOR_ONE, PERMANENT);
        List<Pid> before = family.pids();

        family.ends("c", CUSTOM, "end c disk full", "start c");

        assertThat(family.pids()).startsWith(before.get(0), before.get(1));
    }

    @BothDispatchers
    void S19_temporary_anyReason_touchesNoSibling(World world) {
        for (SupervisorType type : List.of(ALL_FOR_ONE, REST_FOR_ONE)) {
            Family family = Family.of(world, type, TEMPORARY);
            Pid last = family.pid("c");

            family.ends("a", CUSTOM, "end a disk full");
            family.ends("b", Reason.NORMAL, "end b normal");

            assertThat(family.list()).containsExactly("a-", "b-", "c");
            assertThat(family.pid("c")).isEqualTo(last);
            Trees.passesOn(family.sup);
        }
    }

    @BothDispatchers
    void X10_D30_rfo_earlierChildEndsDuringARestart_isRestartedToo(World world) {
        Family family = Family.of(world, REST_FOR_ONE, PERMANENT);
        Gate gate = family.probe("c").block();
        family.sup.end(family.pid("b"), CUSTOM);
        world.await("b is known to be gone", () -> !family.sup.runs("b"));

        family.sup.end(family.pid("a"), Reason.KILL);
        world.await("a is known to be gone", () -> !family.sup.runs("a"));
        gate.open();

        family.sup.tells("end b disk full", "end a kill", "end c disk full", "start a", "start b", "start c");
    }

    @BothDispatchers
    void X10_D31_afoKeepOrder_childNotYetAskedEnds_theRestartGoesOn(World world) {
        Family family = Family.of(world, ALL_FOR_ONE, PERMANENT, GroupScenariosTest::oneByOne);
        Gate gate = family.probe("c").block();
        family.sup.end(family.pid("a"), CUSTOM);
        world.await("a is known to be gone", () -> !family.sup.runs("a"));

        family.sup.end(family.pid("b"), Reason.KILL);
        world.await("b is known to be gone", () -> !family.sup.runs("b"));
        gate.open();

        family.sup.tells("end a disk full", "end b kill", "end c disk full", "start a", "start b", "start c");
    }

    @BothDispatchers
    void D32_lastChildDisabled_managementWorksAfterARestart(World world) {
        Family family = Family.of(world, ALL_FOR_ONE, PERMANENT, GroupScenariosTest::oneByOne);
        family.sup.manage(it -> it.disable("c"));
        family.sup.tells("end c shutdown");

        family.ends("a", CUSTOM, "end a disk full", "end b disk full", "start a", "start b");
        family.sup.manage(it -> it.enable("c"));

        family.sup.tells("start c");
    }
}
