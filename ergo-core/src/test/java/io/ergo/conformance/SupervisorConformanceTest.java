package io.ergo.conformance;

import java.util.List;

import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisionInfo.Child;
import io.ergo.SupervisorType;
import io.ergo.actor.SupervisorSpec;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TEMPORARY;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.ALL_FOR_ONE;
import static io.ergo.SupervisorType.ONE_FOR_ONE;
import static io.ergo.SupervisorType.REST_FOR_ONE;
import static io.ergo.conformance.Expect.CUSTOM;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Supervisors of named children: one for one, all for one, rest for one. */
class SupervisorConformanceTest {

    @BothDispatchers
    void L10_1_ofo_management_worksOnTheList(World world) {
        management(world, ONE_FOR_ONE);
    }

    @BothDispatchers
    void L11_1_afo_management_worksOnTheList(World world) {
        management(world, ALL_FOR_ONE);
    }

    @BothDispatchers
    void L11_1_rfo_management_worksOnTheList(World world) {
        management(world, REST_FOR_ONE);
    }

    private static void management(World world, SupervisorType type) {
        Overseer sup = spawn(world, type, TRANSIENT);
        List<Child> three = sup.list();
        assertThat(three).extracting(Child::spec).containsExactly("a", "b", "c");
        three.forEach(child -> assertThat(world.node().pidOf(child.spec())).isEqualTo(child.pid()));
        refused(Reason.SUPERVISOR_CHILD_RUNNING, () -> sup.manage(it -> it.start("a")));
        refused(Reason.SUPERVISOR_CHILD_UNKNOWN, () -> sup.manage(it -> it.start("x")));
        refused(Reason.SUPERVISOR_CHILD_UNKNOWN, () -> sup.manage(it -> it.disable("x")));
        assertThat(sup.list()).isEqualTo(three);

        sup.manage(it -> it.add(Overseer.child(world, "d")));
        assertThat(sup.list()).hasSize(4).startsWith(three.toArray(Child[]::new)).last().extracting(Child::spec)
                .isEqualTo("d");
        sup.tells("start d");

        sup.manage(it -> it.disable("b"));
        sup.tells("end b shutdown");
        Child disabled = sup.list().get(1);
        assertThat(disabled).isEqualTo(new Child("b", null, false, true, 0));
        refused(Reason.SUPERVISOR_CHILD_DISABLED, () -> sup.manage(it -> it.start("b")));
    }

    @BothDispatchers
    void L10_2_ofoTransient_onlyKillRestarts(World world) {
        Overseer sup = spawn(world, ONE_FOR_ONE, TRANSIENT);

        happens(sup, "a", Reason.NORMAL, "end a normal");
        happens(sup, "b", Reason.SHUTDOWN, "end b shutdown");
        happens(sup, "c", Reason.KILL, "end c kill", "start c");
        passesOn(sup);
    }

    @BothDispatchers
    void L10_2_ofoTemporary_nothingRestarts(World world) {
        Overseer sup = spawn(world, ONE_FOR_ONE, TEMPORARY);

        happens(sup, "a", Reason.NORMAL, "end a normal");
        happens(sup, "b", Reason.SHUTDOWN, "end b shutdown");
        happens(sup, "c", Reason.KILL, "end c kill");
        passesOn(sup);
    }

    @BothDispatchers
    void L10_2_ofoPermanent_everythingRestarts(World world) {
        Overseer sup = spawn(world, ONE_FOR_ONE, PERMANENT);

        happens(sup, "a", Reason.NORMAL, "end a normal", "start a");
        happens(sup, "a", Reason.SHUTDOWN, "end a shutdown", "start a");
        happens(sup, "a", Reason.KILL, "end a kill", "start a");
        passesOn(sup);
    }

    @BothDispatchers
    void L10_3_ofoTransientSignificant_normalEndsTheSupervisor(World world) {
        Overseer sup = spawn(world, ONE_FOR_ONE, TRANSIENT, "b");

        happens(sup, "b", CUSTOM, "end b disk full", "start b");
        endsWith(sup, "b", Reason.NORMAL);
    }

    @BothDispatchers
    void L10_4_ofoTemporarySignificant_anyEndEndsTheSupervisor(World world) {
        endsWith(spawn(world, ONE_FOR_ONE, TEMPORARY, "b"), "b", CUSTOM);
    }

    @BothDispatchers
    void L10_5_ofoPermanentSignificant_alwaysRestarts(World world) {
        Overseer sup = spawn(world, ONE_FOR_ONE, PERMANENT, "b");

        for (Reason reason : List.of(Reason.NORMAL, Reason.SHUTDOWN, CUSTOM)) {
            happens(sup, "b", reason, "end b " + reason, "start b");
        }
    }

    @BothDispatchers
    void L11_2_afoTransient_killRestartsAll(World world) {
        Overseer sup = spawn(world, ALL_FOR_ONE, TRANSIENT);

        happens(sup, "a", Reason.NORMAL, "end a normal");
        happens(sup, "b", Reason.SHUTDOWN, "end b shutdown");
        happens(sup, "c", Reason.KILL, "end c kill", "start a", "start b", "start c");
    }

    @BothDispatchers
    void L11_2_afoTemporary_onlyTheHitChildEnds(World world) {
        Overseer sup = spawn(world, ALL_FOR_ONE, TEMPORARY);

        happens(sup, "a", Reason.NORMAL, "end a normal");
        happens(sup, "b", Reason.SHUTDOWN, "end b shutdown");
        happens(sup, "c", Reason.KILL, "end c kill");
    }

    @BothDispatchers
    void L11_2_afoPermanent_anyEndRestartsAll(World world) {
        Overseer sup = spawn(world, ALL_FOR_ONE, PERMANENT);

        happens(sup, "a", Reason.NORMAL, "end a normal", "end c normal", "end b normal", "start a", "start b",
                "start c");
        happens(sup, "b", Reason.SHUTDOWN, "end b shutdown", "end c shutdown", "end a shutdown", "start a", "start b",
                "start c");
        happens(sup, "c", Reason.KILL, "end c kill", "end b kill", "end a kill", "start a", "start b", "start c");
    }

    @BothDispatchers
    void L11_3_afo_killByIndex_stopsInReverseAndStartsInOrder(World world) {
        for (RestartStrategy strategy : List.of(TRANSIENT, PERMANENT)) {
            Overseer sup = spawn(world, ALL_FOR_ONE, strategy);

            happens(sup, "a", Reason.KILL, "end a kill", "end c kill", "end b kill", "start a", "start b", "start c");
            happens(sup, "b", Reason.KILL, "end b kill", "end c kill", "end a kill", "start a", "start b", "start c");
            happens(sup, "c", Reason.KILL, "end c kill", "end b kill", "end a kill", "start a", "start b", "start c");
            passesOn(sup);
        }
        killsOnly(spawn(world, ALL_FOR_ONE, TEMPORARY));
    }

    @BothDispatchers
    void L11_4_rfoTransient_killRestartsFromTheHitChildOn(World world) {
        Overseer sup = spawn(world, REST_FOR_ONE, TRANSIENT);

        happens(sup, "a", Reason.NORMAL, "end a normal");
        happens(sup, "b", Reason.SHUTDOWN, "end b shutdown");
        happens(sup, "c", Reason.KILL, "end c kill", "start c");
    }

    @BothDispatchers
    void L11_4_rfoTemporary_onlyTheHitChildEnds(World world) {
        Overseer sup = spawn(world, REST_FOR_ONE, TEMPORARY);

        happens(sup, "a", Reason.NORMAL, "end a normal");
        happens(sup, "b", Reason.SHUTDOWN, "end b shutdown");
        happens(sup, "c", Reason.KILL, "end c kill");
    }

    @BothDispatchers
    void L11_4_rfoPermanent_anyEndRestartsFromTheHitChildOn(World world) {
        Overseer sup = spawn(world, REST_FOR_ONE, PERMANENT);

        happens(sup, "a", Reason.NORMAL, "end a normal", "end c normal", "end b normal", "start a", "start b",
                "start c");
        happens(sup, "b", Reason.SHUTDOWN, "end b shutdown", "end c shutdown", "start b", "start c");
        happens(sup, "c", Reason.KILL, "end c kill", "start c");
    }

    @BothDispatchers
    void L11_5_rfo_killByIndex_concernsThoseBehind(World world) {
        for (RestartStrategy strategy : List.of(TRANSIENT, PERMANENT)) {
            Overseer sup = spawn(world, REST_FOR_ONE, strategy);

            happens(sup, "a", Reason.KILL, "end a kill", "end c kill", "end b kill", "start a", "start b", "start c");
            happens(sup, "b", Reason.KILL, "end b kill", "end c kill", "start b", "start c");
            happens(sup, "c", Reason.KILL, "end c kill", "start c");
            passesOn(sup);
        }
        killsOnly(spawn(world, REST_FOR_ONE, TEMPORARY));
    }

    @BothDispatchers
    void L11_6_exitOfTheSupervisor_isItsReason(World world) {
        for (SupervisorType type : List.of(ALL_FOR_ONE, REST_FOR_ONE)) {
            passesOn(spawn(world, type, TRANSIENT));
            assertThat(world.node().processes()).isEmpty();
        }
    }

    @BothDispatchers
    void L11_7_transientSignificant_customRestartsAndNormalEnds(World world) {
        Overseer afo = spawn(world, ALL_FOR_ONE, TRANSIENT, "b");
        happens(afo, "b", CUSTOM, "end b disk full", "end c disk full", "end a disk full", "start a", "start b",
                "start c");
        endsWith(afo, "b", Reason.NORMAL);

        Overseer rfo = spawn(world, REST_FOR_ONE, TRANSIENT, "b");
        happens(rfo, "b", CUSTOM, "end b disk full", "end c disk full", "start b", "start c");
        endsWith(rfo, "b", Reason.NORMAL);
    }

    @BothDispatchers
    void L11_8_temporarySignificant_anyEndEndsTheSupervisor(World world) {
        endsWith(spawn(world, ALL_FOR_ONE, TEMPORARY, "b"), "b", CUSTOM);
        endsWith(spawn(world, REST_FOR_ONE, TEMPORARY, "b"), "b", CUSTOM);
    }

    @BothDispatchers
    void L11_9_permanentSignificant_alwaysRestarts(World world) {
        Overseer afo = spawn(world, ALL_FOR_ONE, PERMANENT, "b");
        for (Reason reason : List.of(Reason.NORMAL, Reason.SHUTDOWN, CUSTOM)) {
            happens(afo, "b", reason, "end b " + reason, "end c " + reason, "end a " + reason, "start a", "start b",
                    "start c");
        }
        passesOn(afo);
        Overseer rfo = spawn(world, REST_FOR_ONE, PERMANENT, "b");
        for (Reason reason : List.of(Reason.NORMAL, Reason.SHUTDOWN, CUSTOM)) {
            happens(rfo, "b", reason, "end b " + reason, "end c " + reason, "start b", "start c");
        }
    }

    private static Overseer spawn(World world, SupervisorType type, RestartStrategy strategy) {
        return spawn(world, type, strategy, "nobody");
    }

    private static Overseer spawn(World world, SupervisorType type, RestartStrategy strategy, String significant) {
        SupervisorSpec spec = SupervisorSpec.of(type).withStrategy(strategy).withKeepOrder(true);
        for (String name : List.of("a", "b", "c")) {
            spec = spec.withChild(Overseer.child(world, name).withSignificant(name.equals(significant)));
        }
        Overseer sup = Overseer.spawn(world, spec);
        sup.tells("start a", "start b", "start c");
        return sup;
    }

    private static void happens(Overseer sup, String child, Reason reason, String... told) {
        sup.end(sup.pidOf(child), reason);
        sup.tells(told);
    }

    private static void killsOnly(Overseer sup) {
        for (String child : List.of("a", "b", "c")) {
            happens(sup, child, Reason.KILL, "end " + child + " kill");
        }
    }

    private static void passesOn(Overseer sup) {
        sup.end(sup.context().pid(), CUSTOM);
        assertThat(sup.awaitEnd()).isEqualTo(CUSTOM);
    }

    private static void endsWith(Overseer sup, String child, Reason reason) {
        sup.end(sup.pidOf(child), reason);
        assertThat(sup.awaitEnd()).isEqualTo(reason);
    }
}
