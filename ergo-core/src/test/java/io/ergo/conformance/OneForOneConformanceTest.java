package io.ergo.conformance;

import java.util.List;

import io.ergo.Reason;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TEMPORARY;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.SupervisorType.ONE_FOR_ONE;
import static io.ergo.conformance.Expect.CUSTOM;
import static io.ergo.conformance.Trees.endsWith;
import static io.ergo.conformance.Trees.happens;
import static io.ergo.conformance.Trees.management;
import static io.ergo.conformance.Trees.passesOn;
import static io.ergo.conformance.Trees.spawn;

/** Supervisors that restart the failed child alone. */
class OneForOneConformanceTest {

    @BothDispatchers
    void L10_1_ofo_management_worksOnTheList(World world) {
        management(world, ONE_FOR_ONE);
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
}
