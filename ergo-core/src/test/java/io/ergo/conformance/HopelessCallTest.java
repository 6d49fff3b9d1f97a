package io.ergo.conformance;

import java.time.Duration;
import java.util.List;

import io.ergo.Alias;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Calls that could never be answered are refused at once. */
class HopelessCallTest {

    private static final Duration LONG = Duration.ofHours(1);

    @BothDispatchers
    void callToItself_byAnyAddress_isNotAllowed(World world) {
        Probe probe = world.spawn(SpawnOptions.named("me"));
        String node = world.node().name();

        probe.in(self -> {
            Alias alias = self.createAlias();
            refused(Reason.NOT_ALLOWED, () -> self.call(self.pid(), Ask.echo("x"), LONG));
            refused(Reason.NOT_ALLOWED, () -> self.call("me", Ask.echo("x"), LONG));
            refused(Reason.NOT_ALLOWED, () -> self.call(ProcessId.local("me"), Ask.echo("x"), LONG));
            refused(Reason.NOT_ALLOWED, () -> self.call(new ProcessId("me", node), Ask.echo("x"), LONG));
            refused(Reason.NOT_ALLOWED, () -> self.call(alias, Ask.echo("x"), LONG));
            refused(Reason.NOT_ALLOWED, () -> self.call(self.pid(), "x", String.class));
            return self;
        });

        assertThat(probe.requests()).isEmpty();
    }

    @BothDispatchers
    void callToItself_fromInit_isNotAllowed(World world) {
        world.probe().inInit(self -> refused(Reason.NOT_ALLOWED, () -> self.call("me", Ask.echo("x"), LONG)))
                .spawn(SpawnOptions.named("me"));
    }

    @BothDispatchers
    void callToItself_throughTheNode_isNotAllowed(World world) {
        Probe probe = world.spawn();

        probe.in(self -> refused(Reason.NOT_ALLOWED, () -> self.node().call(self.pid(), Ask.echo("x"), LONG)));
    }

    @BothDispatchers
    void callToTheSpawner_fromInit_isNotAllowed(World world) {
        Probe parent = world.spawn(SpawnOptions.named("parent"));
        Alias alias = parent.in(self -> self.createAlias());
        Probe child = world.probe().inInit(self -> {
            refused(Reason.NOT_ALLOWED, () -> self.call(self.parent(), Ask.echo("x"), LONG));
            refused(Reason.NOT_ALLOWED, () -> self.call("parent", Ask.echo("x"), LONG));
            refused(Reason.NOT_ALLOWED, () -> self.call(alias, Ask.echo("x"), LONG));
            return self;
        });

        child.spawnedBy(parent, SpawnOptions.defaults());

        assertThat(child.<String>in(self -> self.call(self.parent(), Ask.echo("after init")))).isEqualTo("after init");
    }

    @BothDispatchers
    void callToTheSpawner_fromInitWithTimeout_isNotAllowed(World world) {
        Probe parent = world.spawn();
        Probe child = world.probe()
                .inInit(self -> refused(Reason.NOT_ALLOWED, () -> self.call(self.parent(), Ask.echo("x"), LONG)));

        child.spawnedBy(parent, SpawnOptions.defaults().withInitTimeout(LONG));

        assertThat(child.isStarted()).isTrue();
    }

    @BothDispatchers
    void callToTheSpawnersSpawner_fromNestedInit_isNotAllowed(World world) {
        Probe grandparent = world.spawn();
        Probe grandchild = world.probe()
                .inInit(self -> refused(Reason.NOT_ALLOWED, () -> self.call(grandparent.pid(), Ask.echo("x"), LONG)));
        Probe parent = world.probe().inInit(self -> self.spawn(grandchild.factory()));

        parent.spawnedBy(grandparent, SpawnOptions.defaults());

        assertThat(grandchild.isStarted()).isTrue();
    }

    @BothDispatchers
    void callToTheSpawner_throughTheNodeFromInit_isNotAllowed(World world) {
        for (SpawnOptions options : List.of(SpawnOptions.defaults(), SpawnOptions.defaults().withInitTimeout(LONG))) {
            Probe parent = world.spawn();
            Probe child = world.probe().inInit(
                    self -> refused(Reason.NOT_ALLOWED, () -> self.node().call(self.parent(), Ask.echo("x"), LONG)));

            child.spawnedBy(parent, options);

            assertThat(child.isStarted()).isTrue();
        }
    }

    @BothDispatchers
    void callToWhoeverSpawnsThroughTheNode_fromInit_isNotAllowed(World world) {
        Probe caller = world.spawn();
        Probe child = world.probe()
                .inInit(self -> refused(Reason.NOT_ALLOWED, () -> self.call(caller.pid(), Ask.echo("x"), LONG)));

        caller.in(self -> self.node().spawn(child.factory()));

        assertThat(child.isStarted()).isTrue();
    }
}
