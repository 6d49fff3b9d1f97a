package io.ergo.conformance;

import java.util.List;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisionInfo.Child;
import io.ergo.SupervisorType;
import io.ergo.actor.SupervisorSpec;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Supervisors of instances of templates. */
class SimpleOneForOneConformanceTest {

    private static final List<Reason> REASONS = List.of(Reason.NORMAL, Reason.SHUTDOWN, Reason.KILL);

    @BothDispatchers
    void L09_1_sofo_management_isOfTemplates(World world) {
        Overseer sup = spawn(world, RestartStrategy.TRANSIENT);
        assertThat(sup.list()).isEmpty();

        sup.manage(it -> it.start("w"));
        List<Child> one = sup.list();
        assertThat(one).hasSize(1);
        refused(Reason.SUPERVISOR_CHILD_UNKNOWN, () -> sup.manage(it -> it.start("x")));
        assertThat(sup.list()).isEqualTo(one);

        sup.manage(it -> it.add(Overseer.child(world, "v")));
        assertThat(sup.list()).isEqualTo(one);
        refused(Reason.SUPERVISOR_CHILD_DUPLICATE, () -> sup.manage(it -> it.add(Overseer.child(world, "v"))));
        sup.manage(it -> it.start("v"));
        assertThat(sup.list()).hasSize(2).startsWith(one.getFirst());

        refused(Reason.SUPERVISOR_CHILD_UNKNOWN, () -> sup.manage(it -> it.disable("x")));
        sup.manage(it -> it.disable("w"));
        refused(Reason.SUPERVISOR_CHILD_DISABLED, () -> sup.manage(it -> it.start("w")));
        sup.tells("start w", "start v", "end w shutdown");
        assertThat(sup.list()).extracting(Child::spec).containsExactly("v");
    }

    @BothDispatchers
    void L09_2_sofoTransient_onlyAbnormalEndsAreReplaced(World world) {
        Overseer sup = spawn(world, RestartStrategy.TRANSIENT);
        List<Pid> instances = instances(sup);

        sup.end(instances.get(0), Reason.NORMAL);
        sup.tells("end w normal");
        sup.end(instances.get(1), Reason.SHUTDOWN);
        sup.tells("end w shutdown");
        sup.end(instances.get(2), Reason.KILL);
        sup.tells("end w kill", "start w");
        assertThat(sup.list()).hasSize(3).extracting(child -> child.pid().orElseThrow()).contains(instances.get(3),
                instances.get(4));
    }

    @BothDispatchers
    void L09_3_sofoTemporary_nothingIsReplaced(World world) {
        Overseer sup = spawn(world, RestartStrategy.TEMPORARY);
        List<Pid> instances = instances(sup);

        for (int i = 0; i < REASONS.size(); i++) {
            sup.end(instances.get(i), REASONS.get(i));
            sup.tells("end w " + REASONS.get(i));
        }
        assertThat(sup.list()).hasSize(2);
    }

    @BothDispatchers
    void L09_4_sofoPermanent_everythingIsReplaced(World world) {
        Overseer sup = spawn(world, RestartStrategy.PERMANENT);
        List<Pid> instances = instances(sup);

        for (int i = 0; i < REASONS.size(); i++) {
            sup.end(instances.get(i), REASONS.get(i));
            sup.tells("end w " + REASONS.get(i), "start w");
        }
        assertThat(sup.list()).hasSize(5);
    }

    @BothDispatchers
    void L09_5_sofo_exitOfItsParent_isItsReason(World world) {
        Overseer sup = spawn(world, RestartStrategy.TRANSIENT);
        instances(sup);

        sup.end(sup.context().pid(), Expect.CUSTOM);

        assertThat(sup.awaitEnd()).isEqualTo(Expect.CUSTOM);
        assertThat(world.node().processes()).isEmpty();
    }

    private static Overseer spawn(World world, RestartStrategy strategy) {
        return Overseer.spawn(world,
                SupervisorSpec.of(SupervisorType.SIMPLE_ONE_FOR_ONE, Overseer.child(world, "w"))
                        .withStrategy(strategy));
    }

    private static List<Pid> instances(Overseer sup) {
        for (int i = 0; i < 5; i++) {
            sup.manage(it -> it.start("w"));
        }
        sup.tells("start w", "start w", "start w", "start w", "start w");
        return sup.list().stream().map(child -> child.pid().orElseThrow()).toList();
    }
}
