package io.ergo.conformance;

import java.util.List;

import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisorType;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TEMPORARY;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.ALL_FOR_ONE;
import static io.ergo.SupervisorType.REST_FOR_ONE;
import static io.ergo.conformance.Expect.CUSTOM;
import static io.ergo.conformance.Trees.endsWith;
import static io.ergo.conformance.Trees.happens;
import static io.ergo.conformance.Trees.killsOnly;
import static io.ergo.conformance.Trees.management;
import static io.ergo.conformance.Trees.passesOn;
import static io.ergo.conformance.Trees.spawn;
import static org.assertj.core.api.Assertions.assertThat;

/** Supervisors that restart several children: all for one, rest for one. */
class GroupConformanceTest {

    @BothDispatchers
    void L11_1_afo_management_worksOnTheList(World world) {
        management(world, ALL_FOR_ONE);
    }

    @BothDispatchers
    void L11_1_rfo_management_worksOnTheList(World world) {
        management(world, REST_FOR_ONE);
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
}
