package io.ergo.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ergo.Alias;
import io.ergo.Compression;
import io.ergo.Node;
import io.ergo.Priority;
import io.ergo.ProcessSettings;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** What a process knows of itself: node, environment, name, identity, state, priority, aliases, children. */
class ProcessConformanceTest {

    @BothDispatchers
    void L01_1_node_ofProcess_isTheNode(World world) {
        Node node = world.node();

        assertThat(world.spawn().<Node>in(self -> self.node())).isSameAs(node);
    }

    @BothDispatchers
    void L01_2_env_ofProcess_isTheNodesWithTheOptionsLaidOver(World world) {
        Node node = world.start("demo@localhost", builder -> builder.env(Map.of("A", 1, "B", 2)));
        Probe probe = world.spawn(SpawnOptions.defaults().withEnv(Map.of("b", 3, "C", 4)));

        assertThat(probe.<Map<String, Object>>in(self -> self.env()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", 1, "B", 3, "C", 4));
        assertThat(probe.<Optional<Object>>in(self -> self.env("c"))).contains(4);

        probe.in(self -> {
            self.setEnv("a", 11);
            self.setEnv("c", null);
            return self;
        });
        assertThat(probe.<Map<String, Object>>in(self -> self.env()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", 11, "B", 3));
        assertThat(node.env()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 1, "B", 2));
    }

    @BothDispatchers
    void env_ofChild_isACopyOfTheSpawnersAtThatTime(World world) {
        Probe parent = world.spawn(SpawnOptions.defaults().withEnv(Map.of("A", 1)));
        parent.in(self -> {
            self.setEnv("b", 2);
            return self;
        });
        Probe child = world.probe().spawnedBy(parent, SpawnOptions.defaults().withEnv(Map.of("c", 3)));

        parent.in(self -> {
            self.setEnv("A", null);
            return self;
        });

        assertThat(child.context().env()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 1, "B", 2, "C", 3));
    }

    @BothDispatchers
    void L01_3_name_registeredAndUnregistered_isTheOneOfTheMoment(World world) {
        Node node = world.node();
        Probe probe = world.spawn(SpawnOptions.named("first"));

        probe.in(self -> {
            assertThat(self.name()).contains("first");
            refused(Reason.TAKEN, () -> self.registerName("second"));
            self.unregisterName();
            refused(Reason.NAME_UNKNOWN, self::unregisterName);
            assertThat(self.name()).isEmpty();
            self.registerName("second");
            assertThat(self.name()).contains("second");
            return self;
        });

        assertThat(node.processInfo(probe.pid()).orElseThrow().name()).isEqualTo("second");
        assertThat(node.pidOf("first")).isEmpty();
        assertThat(node.pidOf("second")).contains(probe.pid());
    }

    @BothDispatchers
    void L01_4_pid_ofProcess_isTheOneSpawnReturned(World world) {
        Probe probe = world.probe();

        assertThat(world.node().spawn(probe.factory())).isEqualTo(probe.pid());
        assertThat(probe.pid().id()).isEqualTo(1001);
        assertThat(probe.pid().node()).isEqualTo("demo@localhost");
        assertThat(probe.pid().creation()).isEqualTo(world.node().creation());
        assertThat(probe.pid()).hasToString(world.node().pid().toString().replace(".0.1>", ".0.1001>"));
    }

    @BothDispatchers
    void L01_5_parentAndLeader_ofProcessOfTheNode_areTheCore(World world) {
        Probe probe = world.spawn();

        assertThat(probe.context().parent()).isEqualTo(world.node().pid());
        assertThat(probe.context().leader()).isEqualTo(world.node().pid());
    }

    @BothDispatchers
    void L01_6_uptime_inTheFirstSecond_isZero(World world) {
        Node node = world.node();

        long uptime = world.spawn().context().uptimeSeconds();

        assertThat(uptime).isBetween(0L, node.uptime().toSeconds()); // zero unless the machine is very slow
    }

    @BothDispatchers
    void L01_7_state_insideACallback_isRunning(World world) {
        Probe probe = world.spawn();

        assertThat(probe.<ProcessState>in(self -> self.state())).isEqualTo(ProcessState.RUNNING);

        world.settle();
        assertThat(probe.context().state()).isEqualTo(ProcessState.SLEEP);
    }

    @BothDispatchers
    void L01_8_compression_changed_isReadable(World world) {
        Probe probe = world.spawn();

        probe.in(self -> {
            assertThat(self.compression()).isEqualTo(Compression.off());
            assertThat(self.compression().type()).isEqualTo(Compression.Type.GZIP);
            assertThat(self.compression().level()).isEqualTo(Compression.Level.DEFAULT);
            assertThat(self.compression().threshold()).isEqualTo(1024);
            self.compression(self.compression().withEnabled(true).withLevel(Compression.Level.BEST_SIZE));
            refused(Reason.INCORRECT, () -> self.compression(self.compression().withThreshold(1)));
            refused(Reason.INCORRECT, () -> self.compression(self.compression().withThreshold(1023)));
            refused(Reason.INCORRECT, () -> self.compression(self.compression().withLevel(Expect.nothing())));
            refused(Reason.INCORRECT, () -> self.compression(self.compression().withType(Expect.nothing())));
            refused(Reason.INCORRECT, () -> self.compression(Expect.nothing()));
            self.compression(self.compression().withThreshold(1124).withType(Compression.Type.ZLIB));
            return self;
        });

        Compression changed = new Compression(true, Compression.Type.ZLIB, Compression.Level.BEST_SIZE, 1124);
        assertThat(probe.context().compression()).isEqualTo(changed);
        assertThat(world.node().processInfo(probe.pid()).orElseThrow().settings().compression()).isEqualTo(changed);
        assertThat(world.spawn(SpawnOptions.defaults().withCompression(changed)).context().compression())
                .isEqualTo(changed);
    }

    @BothDispatchers
    void networkSettings_changed_areReadableAndNotInherited(World world) {
        Probe parent = world.spawn(SpawnOptions.defaults().withImportantDelivery(true));

        parent.in(self -> {
            assertThat(self.importantDelivery()).isTrue();
            assertThat(self.keepNetworkOrder()).isTrue();
            self.importantDelivery(false);
            self.keepNetworkOrder(false);
            self.sendPriority(Priority.MAX);
            self.compression(Compression.on());
            return self;
        });
        Probe child = world.probe().spawnedBy(parent, SpawnOptions.defaults());

        assertThat(world.node().processInfo(parent.pid()).orElseThrow().settings())
                .isEqualTo(new ProcessSettings(Priority.MAX, Compression.on(), false, false));
        assertThat(world.node().processInfo(child.pid()).orElseThrow().settings())
                .isEqualTo(ProcessSettings.defaults());
    }

    @BothDispatchers
    void L01_9_sendPriority_changed_isReadable(World world) {
        Probe probe = world.spawn();

        probe.in(self -> {
            assertThat(self.sendPriority()).isEqualTo(Priority.NORMAL);
            self.sendPriority(Priority.MAX);
            assertThat(self.sendPriority()).isEqualTo(Priority.MAX);
            refused(Reason.INCORRECT, () -> self.sendPriority(Expect.nothing()));
            return self;
        });

        assertThat(world.spawn(SpawnOptions.defaults().withPriority(Priority.HIGH)).context().sendPriority())
                .isEqualTo(Priority.HIGH);
    }

    @BothDispatchers
    void L01_10_aliases_createdAndDeleted_areListedInOrder(World world) {
        Probe probe = world.spawn();

        List<Alias> aliases = probe.in(self -> {
            assertThat(self.aliases()).isEmpty();
            Alias first = self.createAlias();
            Alias second = self.createAlias();
            Alias third = self.createAlias();
            assertThat(self.aliases()).containsExactly(first, second, third);
            self.deleteAlias(first);
            assertThat(self.aliases()).containsExactly(second, third);
            return List.of(first, second, third);
        });

        assertThat(aliases).doesNotHaveDuplicates();
        assertThat(world.node().processInfo(probe.pid()).orElseThrow().aliases()).isEqualTo(aliases.subList(1, 3));
        assertThat(world.node().info().registeredAliases()).isEqualTo(2);
    }

    @BothDispatchers
    void deleteAlias_unknownOrOfAnother_isRefused(World world) {
        Alias foreign = world.spawn().in(self -> self.createAlias());

        world.spawn().in(self -> {
            Alias own = self.createAlias();
            self.deleteAlias(own);
            refused(Reason.ALIAS_UNKNOWN, () -> self.deleteAlias(own));
            refused(Reason.ALIAS_OWNER, () -> self.deleteAlias(foreign));
            return self;
        });
    }

    @BothDispatchers
    void L01_12_spawn_byProcess_parentIsTheSpawner(World world) {
        Probe parent = world.spawn();
        Probe plain = world.probe().spawnedBy(parent, SpawnOptions.defaults());
        Probe named = world.probe().spawnedBy(parent, SpawnOptions.named("child"));

        assertThat(plain.context().parent()).isEqualTo(parent.pid());
        assertThat(named.context().parent()).isEqualTo(parent.pid());
        assertThat(named.context().leader()).isEqualTo(world.node().pid());
        assertThat(world.node().pidOf("child")).contains(named.pid());
    }
}
