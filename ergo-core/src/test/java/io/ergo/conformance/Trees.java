package io.ergo.conformance;

import java.util.List;

import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisionInfo.Child;
import io.ergo.SupervisorType;
import io.ergo.actor.SupervisorSpec;

import static io.ergo.RestartStrategy.TRANSIENT;
import static io.ergo.conformance.Expect.CUSTOM;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Supervisors of three recording children, and what all of them have in common. */
final class Trees {

    private Trees() {}

    /** Spawns a supervisor of a, b and c that stops one after the other. */
    static Overseer spawn(World world, SupervisorType type, RestartStrategy strategy) {
        return spawn(world, type, strategy, "nobody");
    }

    /** The same with a significant child. */
    static Overseer spawn(World world, SupervisorType type, RestartStrategy strategy, String significant) {
        SupervisorSpec spec = SupervisorSpec.of(type).withStrategy(strategy).withKeepOrder(true);
        for (String name : List.of("a", "b", "c")) {
            spec = spec.withChild(Overseer.child(world, name).withSignificant(name.equals(significant)));
        }
        Overseer sup = Overseer.spawn(world, spec);
        sup.tells("start a", "start b", "start c");
        return sup;
    }

    /** Start, add and disable, with the list of children after each. */
    static void management(World world, SupervisorType type) {
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

    /** A child ends, and exactly this is told of it. */
    static void happens(Overseer sup, String child, Reason reason, String... told) {
        sup.end(sup.pidOf(child), reason);
        sup.tells(told);
    }

    /** Each child is killed, and none of them takes another with it. */
    static void killsOnly(Overseer sup) {
        for (String child : List.of("a", "b", "c")) {
            happens(sup, child, Reason.KILL, "end " + child + " kill");
        }
    }

    /** The supervisor ends with the reason of an exit signal. */
    static void passesOn(Overseer sup) {
        sup.end(sup.context().pid(), CUSTOM);
        assertThat(sup.awaitEnd()).isEqualTo(CUSTOM);
    }

    /** The end of a child ends the supervisor with that reason. */
    static void endsWith(Overseer sup, String child, Reason reason) {
        sup.end(sup.pidOf(child), reason);
        assertThat(sup.awaitEnd()).isEqualTo(reason);
    }
}
