package io.ergo.conformance;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import io.ergo.Delivery;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SpawnOptions;
import io.ergo.SupervisorType;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The switches for those who look for a fault: {@code ergo.norecover} and {@code ergo.trace}. */
class SwitchesTest {

    /** The first node of the world, started while the system property is true. */
    private static Node nodeWith(World world, String property, LogLevel level) {
        System.setProperty(property, "true");
        try {
            return world.start(World.NODE, builder -> builder.logLevel(level));
        } finally {
            System.clearProperty(property);
        }
    }

    @BothDispatchers
    void norecover_handlerThrows_isToldOnceAndTheNodeStops(World world) {
        Node node = nodeWith(world, "ergo.norecover", LogLevel.INFO);
        Probe child = world.probe();
        SupervisorSpec spec = SupervisorSpec.of(SupervisorType.ONE_FOR_ONE, ChildSpec.of("child", child.factory()))
                .withStrategy(RestartStrategy.PERMANENT);
        node.spawn(() -> Supervisor.of(spec));
        IllegalStateException fault = new IllegalStateException("on purpose");

        node.send(child.pid(), fault).orThrow();

        world.await("the node stops", () -> node.audit().isClean() && !node.isAlive());
        assertThat(world.uncaught()).containsExactly(fault);
        assertThat(child.ends()).as("not restarted").hasSize(1);
    }

    @BothDispatchers
    void norecover_initThrows_spawnFailsAndTheNodeStops(World world) {
        Node node = nodeWith(world, "ergo.norecover", LogLevel.INFO);
        IllegalStateException fault = new IllegalStateException("on purpose");
        Probe probe = world.probe().inInit(_ -> {
            throw fault;
        });

        ErgoException refusal = catchThrowableOfType(ErgoException.class, probe::spawn);

        assertThat(refusal.reason().is(Reason.PANIC) || refusal.reason().is(Reason.KILL))
                .as("failed, or killed by the stop that has begun: %s", refusal).isTrue();
        world.await("the node stops", () -> node.audit().isClean() && !node.isAlive());
        assertThat(world.uncaught()).containsExactly(fault);
    }

    @BothDispatchers
    void norecover_killedInAHandler_isNoFault(World world) {
        Node node = nodeWith(world, "ergo.norecover", LogLevel.INFO);
        Probe probe = world.probe().onMessage((self, _) -> {
            node.kill(self.pid());
            self.createAlias(); // refused
        });
        probe.spawn();

        node.send(probe.pid(), "die").orThrow();

        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(node.isAlive()).isTrue();
        assertThat(world.uncaught()).isEmpty();
    }

    @BothDispatchers
    void norecover_stopWithAReason_isNoFault(World world) {
        Node node = nodeWith(world, "ergo.norecover", LogLevel.INFO);
        Probe probe = world.spawn();

        node.send(probe.pid(), new io.ergo.Stop(Expect.CUSTOM)).orThrow();

        assertThat(probe.awaitEnd()).isEqualTo(Expect.CUSTOM);
        assertThat(node.isAlive()).isTrue();
        assertThat(world.uncaught()).isEmpty();
    }

    @BothDispatchers
    void trace_on_eachStepIsARecord(World world) {
        try (Logged log = Logged.byNodes().from(Level.TRACE)) {
            Node node = nodeWith(world, "ergo.trace", LogLevel.TRACE);
            walk(world);

            assertThat(log.records()).filteredOn(line -> line.startsWith("TRACE"))
                    .extracting(line -> line.split(" ")[1])
                    .contains("spawn", "init", "MESSAGE", "REQUEST", "EXIT", "response", "kill", "end", "name",
                            "MONITOR");
            assertThat(log.records())
                    .anyMatch(line -> line.startsWith("TRACE MESSAGE " + node.pid() + " → ")
                            && line.endsWith("MAIN queue: DELIVERED"));
        }
    }

    @BothDispatchers
    void trace_off_noRecordWhateverTheLevel(World world) {
        try (Logged log = Logged.byNodes().from(Level.TRACE)) {
            walk(world);

            assertThat(log.records()).noneMatch(line -> line.startsWith("TRACE"));
        }
    }

    @BothDispatchers
    void trace_onAtAnotherLevel_noRecord(World world) {
        try (Logged log = Logged.byNodes().from(Level.TRACE)) {
            nodeWith(world, "ergo.trace", LogLevel.DEBUG);
            walk(world);

            assertThat(log.records()).noneMatch(line -> line.startsWith("TRACE"));
        }
    }

    private static void walk(World world) {
        Node node = world.node();
        Probe named = world.spawn(SpawnOptions.named("named"));
        Probe watcher = world.spawn();
        watcher.in(self -> {
            self.monitor(named.pid());
            return self;
        });
        node.call("named", Ask.echo("x"));
        node.kill(named.pid());
        watcher.awaitMessages(1);
        watcher.end();
    }

    @BothDispatchers
    void trace_deliveryThatWaitedForRoom_isARecordOfItsOwn(World world) {
        try (Logged log = Logged.byNodes().from(Level.TRACE)) {
            Node node = nodeWith(world, "ergo.trace", LogLevel.TRACE);
            Probe full = world.spawn(SpawnOptions.defaults().withMailbox(1, Overflow.await(Duration.ofHours(1))));
            Gate gate = full.block();
            node.send(full.pid(), "fills").orThrow();
            Probe sender = world.spawn();
            Pending<Delivery> send = sender.start(self -> self.send(full.pid(), "waited"));
            world.await("the sender waits",
                    () -> node.processState(sender.pid()).orElseThrow() == ProcessState.WAIT_RESPONSE);

            gate.open();

            assertThat(send.get().isDelivered()).isTrue();
            String delivery = "TRACE MESSAGE " + sender.pid() + " → " + full.pid() + " in the MAIN queue: ";
            assertThat(log.records()).contains(delivery + "FULL", delivery + "DELIVERED");
        }
    }
}
