package io.ergo.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisionInfo.Child;
import io.ergo.SupervisorType;
import io.ergo.actor.SupervisorSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** A supervisor and a recording process for each of its children, as the worked scenarios draw them: a, b, c, all running. */
final class Family {

    final Overseer sup;
    private final Map<String, Probe> probes;

    private Family(Overseer sup, Map<String, Probe> probes) {
        this.sup = sup;
        this.probes = probes;
    }

    /** Spawns a supervisor of a, b and c. */
    static Family of(World world, SupervisorType type, RestartStrategy strategy) {
        return of(world, type, strategy, spec -> spec);
    }

    /** Spawns a supervisor of a, b and c without auto-shutdown unless the changes say otherwise. */
    static Family of(World world, SupervisorType type, RestartStrategy strategy,
            UnaryOperator<SupervisorSpec> changed) {
        return of(world, List.of("a", "b", "c"), SupervisorSpec.of(type).withStrategy(strategy), changed);
    }

    /** Spawns a supervisor of the children. */
    static Family of(World world, List<String> names, SupervisorSpec base, UnaryOperator<SupervisorSpec> changed) {
        Map<String, Probe> probes = new LinkedHashMap<>();
        SupervisorSpec spec = base.withDisableAutoShutdown(true);
        for (String name : names) {
            Probe probe = world.probe();
            probes.put(name, probe);
            spec = spec.withChild(Overseer.child(probe, name));
        }
        Family family = new Family(Overseer.spawnAsItIs(world, changed.apply(spec)), probes);
        if (base.type() != SupervisorType.SIMPLE_ONE_FOR_ONE) {
            family.sup.tells(names.stream().map(name -> "start " + name).toArray(String[]::new));
        }
        return family;
    }

    /** Returns a change that makes the child significant. */
    static UnaryOperator<SupervisorSpec> significant(String name) {
        return spec -> spec.withChildren(
                spec.children().stream().map(child -> child.withSignificant(child.name().equals(name))).toList());
    }

    /** Returns a supervisor of instances of one template. */
    static Family ofInstances(World world, RestartStrategy strategy, int instances) {
        SupervisorSpec spec = SupervisorSpec.of(SupervisorType.SIMPLE_ONE_FOR_ONE).withStrategy(strategy);
        Family family = of(world, List.of("w"), spec, it -> it);
        for (int i = 0; i < instances; i++) {
            int number = i;
            family.sup.manage(it -> it.start("w", number));
            family.sup.tells("start w");
        }
        return family;
    }

    /** Returns the recording of a child, or of all instances. */
    Probe probe(String name) {
        return Objects.requireNonNull(probes.get(name));
    }

    Pid pid(String name) {
        return sup.pidOf(name);
    }

    /** Returns the processes in the order of the list. */
    List<Pid> pids() {
        return sup.list().stream().flatMap(child -> child.pid().stream()).toList();
    }

    /** A child ends, and exactly this is told of it. */
    void ends(String name, Reason reason, String... told) {
        sup.end(pid(name), reason);
        sup.tells(told);
    }

    /** The supervisor ends with this reason, and nothing is left on the node. */
    void endsWith(World world, Reason reason) {
        assertThat(sup.awaitEnd()).isEqualTo(reason);
        world.await("all children are gone", () -> world.node().processes().isEmpty());
    }

    /** The latest process of the child was sent an exit signal of the supervisor's with this reason. */
    void wasAskedToEnd(String name, Reason reason) {
        Expect.wrapped(sup.context().pid(), reason, probe(name).awaitEnd());
    }

    /** The children as listed: {@code a}, {@code a-} if it does not run, {@code a!} if it is disabled. */
    List<String> list() {
        return sup.list().stream().map(Family::shown).toList();
    }

    private static String shown(Child child) {
        return child.spec() + (child.pid().isPresent() ? "" : "-") + (child.disabled() ? "!" : "");
    }
}
