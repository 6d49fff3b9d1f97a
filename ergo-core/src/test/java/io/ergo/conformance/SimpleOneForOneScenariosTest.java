package io.ergo.conformance;

import java.util.List;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.SupervisionInfo.Child;
import io.ergo.SupervisorType;
import io.ergo.actor.SupervisorSpec;

import static io.ergo.RestartStrategy.PERMANENT;
import static io.ergo.RestartStrategy.TEMPORARY;
import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.conformance.Expect.CUSTOM;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** The worked scenarios of simple one for one, on a node. */
class SimpleOneForOneScenariosTest {

    @BothDispatchers
    void S30_sofoTransient_kill_replacesTheInstanceWithItsOwnArguments(World world) {
        Family family = Family.ofInstances(world, TRANSIENT, 5);
        List<Pid> before = family.pids();

        family.sup.end(before.get(2), Reason.KILL);

        family.sup.tells("end w kill", "start w");
        assertThat(family.pids()).hasSize(5).contains(before.get(0), before.get(1), before.get(3), before.get(4))
                .doesNotContain(before.get(2));
        assertThat(family.probe("w").arguments()).last().isEqualTo(Args.of(2));
    }

    @BothDispatchers
    void S31_sofoTransient_normalEnds_removeTheInstanceAndTheSupervisorLives(World world) {
        Family family = Family.ofInstances(world, TRANSIENT, 2);

        family.ends("w", Reason.NORMAL, "end w normal");
        family.ends("w", Reason.SHUTDOWN, "end w shutdown");

        assertThat(family.sup.list()).isEmpty();
        assertThat(family.sup.isEnded()).isFalse();
    }

    @BothDispatchers
    void S32_sofoTemporary_anything_removesTheInstance(World world) {
        Family family = Family.ofInstances(world, TEMPORARY, 3);

        for (Reason reason : List.of(CUSTOM, Reason.KILL, Reason.NORMAL)) {
            family.ends("w", reason, "end w " + reason);
        }
        assertThat(family.sup.list()).isEmpty();
    }

    @BothDispatchers
    void S33_sofoPermanent_normal_startsANewInstance(World world) {
        Family.ofInstances(world, PERMANENT, 1).ends("w", Reason.NORMAL, "end w normal", "start w");
    }

    @BothDispatchers
    void S34_sofo_addChild_addsATemplateOnly(World world) {
        Family family = Family.ofInstances(world, TRANSIENT, 1);
        List<Child> before = family.sup.list();

        family.sup.manage(it -> it.add(Overseer.child(world, "v")));
        assertThat(family.sup.list()).isEqualTo(before);

        family.sup.manage(it -> it.start("v"));
        family.sup.tells("start v");
        assertThat(family.list()).containsExactly("w", "v");
    }

    @BothDispatchers
    void S35_sofoPermanent_disableChild_stopsAllInstancesForGood(World world) {
        Family family = Family.ofInstances(world, PERMANENT, 3);

        family.sup.manage(it -> it.disable("w"));

        family.sup.tells("end w shutdown", "end w shutdown", "end w shutdown");
        refused(Reason.SUPERVISOR_CHILD_DISABLED, () -> family.sup.manage(it -> it.start("w")));
        assertThat(family.sup.list()).isEmpty();
    }

    @BothDispatchers
    void S36_sofo_exitCustom_endsAllInstancesThenTheSupervisor(World world) {
        Family family = Family.ofInstances(world, TRANSIENT, 3);

        family.sup.end(family.sup.context().pid(), CUSTOM);

        family.endsWith(world, CUSTOM);
        world.await("the last terminate callback", () -> family.probe("w").ends().size() >= 3);
        assertThat(family.probe("w").ends()).extracting(Reason::outside).containsExactly(CUSTOM, CUSTOM, CUSTOM);
    }

    @BothDispatchers
    void D33_sofo_disableThenExit_endsTheSupervisor(World world) {
        Family family = Family.ofInstances(world, TRANSIENT, 3);

        family.sup.manage(it -> it.disable("w"));
        family.sup.tells("end w shutdown", "end w shutdown", "end w shutdown");
        family.sup.end(family.sup.context().pid(), CUSTOM);

        family.endsWith(world, CUSTOM);
    }

    @BothDispatchers
    void D74_sofoUnderTheNameOfItsTemplate_errorOfItsCallback_isNoEndOfAChild(World world) {
        Overseer sup = Overseer.spawnAsItIs(world,
                SupervisorSpec.of(SupervisorType.SIMPLE_ONE_FOR_ONE, Overseer.child(world, "w"))
                        .withStrategy(PERMANENT),
                SpawnOptions.named("w"));
        sup.manage(it -> it.start("w"));
        sup.tells("start w");

        world.node().send("w", CUSTOM).orThrow();

        assertThat(sup.awaitEnd()).isEqualTo(CUSTOM);
        world.await("the instance is gone", () -> world.node().processes().isEmpty());
    }
}
