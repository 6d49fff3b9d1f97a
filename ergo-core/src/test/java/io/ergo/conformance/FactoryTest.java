package io.ergo.conformance;

import java.util.function.Supplier;

import io.ergo.Behavior;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Spawns that fail before init: by the factory or by the name. */
class FactoryTest {

    @BothDispatchers
    void factory_null_isIncorrect(World world) {
        refused(Reason.INCORRECT, () -> world.node().spawn(Expect.nothing()));
        world.spawn().in(self -> refused(Reason.INCORRECT, () -> self.spawn(Expect.nothing())));
        assertThat(world.node().info().registeredNames()).isZero();
    }

    @BothDispatchers
    void factory_throwsOrYieldsNothing_isIncorrectAndNameIsFree(World world) {
        Node node = world.node();
        SpawnOptions named = SpawnOptions.named("name");

        refused(Reason.INCORRECT, () -> node.spawn(() -> Expect.nothing(), named));
        refused(Reason.INCORRECT, () -> node.spawn(() -> new Behavior() {}, named));
        ErgoException failure = refused(Reason.INCORRECT, () -> node.spawn(() -> {
            throw new IllegalStateException("on purpose");
        }, named));
        refused(Reason.INCORRECT, () -> node.spawn(() -> {
            throw new AssertionError("on purpose");
        }, named));

        assertThat(failure).hasMessageContaining("on purpose");
        assertThat(node.audit().isClean()).as("%s", node.audit()).isTrue();
        world.spawn(named);
    }

    @BothDispatchers
    void factory_yieldsTheSameInstanceTwice_isRefused(World world) {
        Probe probe = world.probe();
        Behavior shared = probe.factory().get();
        world.node().spawn(() -> shared);

        assertThat(catchThrowableOfType(ErgoException.class, () -> world.node().spawn(() -> shared)))
                .hasMessageContaining("already");

        assertThat(world.node().processes()).hasSize(1);
        assertThat(world.node().call(probe.pid(), Ask.echo("first lives"))).isEqualTo("first lives");
    }

    @BothDispatchers
    void name_taken_isRefusedBeforeInitRuns(World world) {
        world.spawn(SpawnOptions.named("name"));
        Probe second = world.probe();

        refused(Reason.TAKEN, () -> second.spawn(SpawnOptions.named("name")));

        assertThat(second.isStarted()).isFalse();
        assertThat(world.node().processes()).hasSize(1);
    }

    @BothDispatchers
    void name_taken_isRefusedBeforeTheFactoryIsAsked(World world) {
        world.spawn(SpawnOptions.named("name"));

        refused(Reason.TAKEN, () -> world.node().spawn(() -> {
            throw new AssertionError("asked");
        }, SpawnOptions.named("name")));
    }

    @BothDispatchers
    void steps_everythingWrongAtOnce_theFirstStepRefuses(World world) {
        Node node = world.node();
        SpawnOptions named = SpawnOptions.named("name");
        world.spawn(named);
        Supplier<Behavior> broken = () -> {
            throw new IllegalStateException("on purpose");
        };

        refused(Reason.TAKEN, () -> node.spawn(broken, named));
        refused(Reason.INCORRECT, () -> node.spawn(broken));
        refused(Reason.INCORRECT, () -> node.spawn(Expect.nothing(), named));
        node.stop();
        refused(Reason.NODE_TERMINATED, () -> node.spawn(broken, named));
        refused(Reason.NODE_TERMINATED, () -> node.spawn(Expect.nothing(), named));
    }

    @BothDispatchers
    void self_inConstructor_isNotAllowed(World world) {
        ErgoException refusal = refused(Reason.INCORRECT, () -> world.node().spawn(() -> {
            Recorder tooEarly = new Recorder(world.probe());
            tooEarly.context();
            return tooEarly;
        }));

        assertThat(refusal).hasMessageContaining("init");
    }
}
