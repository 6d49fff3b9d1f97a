package io.ergo.conformance;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SpawnOptions;
import io.ergo.SupervisorType;
import io.ergo.actor.Actor;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** What a process shows of itself, asked by another process and by the node. */
class InspectTest {

    /** Shows what is asked for; {@code null} shows nothing, {@code throw} throws. */
    private static final class Shows extends Actor {

        @Override
        protected void handleMessage(Pid from, Object message) {
            if (message instanceof Pending<?> pending) {
                pending.run(self());
            }
        }

        @Override
        protected Map<String, String> handleInspect(Pid from, List<String> items) {
            if (items.contains("throw")) {
                throw new IllegalStateException("cannot be shown");
            }
            if (items.contains("null")) {
                return Expect.nothing();
            }
            Map<String, String> shown = new HashMap<>(Map.of("from", from.toString()));
            items.forEach(item -> shown.put(item, "value of " + item));
            return shown;
        }
    }

    private static Pid shows(World world, SpawnOptions options) {
        return world.node().spawn(Shows::new, options);
    }

    @BothDispatchers
    void inspect_byProcessAndNode_showsWhatIsAskedFor(World world) {
        Node node = world.node();
        Pid pid = shows(world, SpawnOptions.defaults());
        Probe probe = world.spawn();

        assertThat(node.inspect(pid)).containsExactly(Map.entry("from", node.pid().toString()));
        assertThat(node.inspect(pid, "a", "b")).containsEntry("a", "value of a").containsEntry("b", "value of b");
        Map<String, String> shown = probe.in(self -> self.inspect(pid, "a"));
        assertThat(shown).containsEntry("from", probe.pid().toString());
        assertThat(node.inspect(pid, "null")).isEmpty();
        assertThat(node.inspect(probe.pid())).as("nothing is overridden").isEmpty();
    }

    @BothDispatchers
    void inspect_supervisor_showsTheFrameworksKeys(World world) {
        SupervisorSpec spec = SupervisorSpec.of(SupervisorType.ONE_FOR_ONE, ChildSpec.of("child", Shows::new))
                .withStrategy(RestartStrategy.PERMANENT);
        Pid supervisor = world.node().spawn(() -> Supervisor.of(spec));

        assertThat(world.node().inspect(supervisor)).containsEntry("type", "One For One").containsEntry("strategy",
                "Permanent");
    }

    @BothDispatchers
    void inspect_overtakesWhatWaits(World world) {
        Probe probe = world.spawn();
        Pid pid = shows(world, SpawnOptions.defaults());
        Gate gate = world.gate();
        world.node().send(pid, new Pending<ProcessContext>(world, self -> {
            gate.pass();
            return self;
        })).orThrow();
        world.await("the handler stands still", gate::isReached);
        Pending<String> waits = new Pending<>(world, _ -> "handled");
        world.node().send(pid, waits, Priority.HIGH).orThrow();
        Pending<Boolean> inspection = probe.start(self -> {
            self.inspect(pid);
            return true;
        });
        world.await("the question waits", () -> world.node().processInfo(pid).orElseThrow().mailbox().urgent() == 1);

        gate.open();

        assertThat(inspection.get()).isTrue();
        waits.get();
    }

    @BothDispatchers
    void inspect_oneself_isNotAllowed(World world) {
        Probe probe = world.spawn();

        probe.in(self -> {
            refused(Reason.NOT_ALLOWED, () -> self.inspect(self.pid()));
            refused(Reason.NOT_ALLOWED, () -> self.node().inspect(self.pid()));
            return self;
        });
        refused(Reason.NOT_ALLOWED, () -> probe.context().inspect(world.node().pid()));
    }

    @BothDispatchers
    void inspect_ofAnotherNode_isNotAllowed(World world) {
        refused(Reason.NOT_ALLOWED, () -> world.node().inspect(new Pid("other@localhost", 1001, 1)));
    }

    @BothDispatchers
    void inspect_whoIsNotThere_saysSo(World world) {
        Node node = world.node();
        Probe zombie = world.spawn();
        zombie.block();
        node.kill(zombie.pid());

        refused(Reason.PROCESS_UNKNOWN, () -> node.inspect(Expect.unknownPid(node)));
        refused(Reason.PROCESS_TERMINATED, () -> node.inspect(zombie.pid()));
        refused(Reason.PROCESS_INCARNATION, () -> node.inspect(new Pid(node.name(), 1001, 7)));
        refused(Reason.INCORRECT, () -> node.inspect(Expect.nothing()));
        refused(Reason.INCORRECT, () -> node.inspect(node.pid(), (String) Expect.nothing()));
    }

    @BothDispatchers
    void inspect_fullUrgentQueue_isRefusedAndNeverDiverted(World world) {
        Node node = world.node();
        Probe fallback = world.spawn(SpawnOptions.named("fallback"));
        Probe full = world.spawn(SpawnOptions.defaults().withMailbox(1, Overflow.fallback("fallback", "")));
        full.block();
        node.send(full.pid(), "fills", Priority.MAX).orThrow();

        refused(Reason.PROCESS_MAILBOX_FULL, () -> node.inspect(full.pid()));
        assertThat(fallback.messages()).isEmpty();
    }

    @BothDispatchers
    void inspect_handlerThrows_endsTheProcessAndTellsAtOnce(World world) {
        Pid pid = shows(world, SpawnOptions.defaults());

        refused(Reason.PROCESS_TERMINATED, () -> world.node().inspect(pid, "throw"));

        world.await("the process is gone", () -> world.node().processInfo(pid).isEmpty());
    }

    @BothDispatchers
    void inspect_notAnswered_timesOutAfterFiveSeconds(World world) {
        Probe busy = world.spawn();
        Gate gate = busy.block();
        if (world.isThreaded()) {
            gate.open();
            assertThat(world.node().inspect(busy.pid())).isEmpty();
            return; // five seconds of real time are too long for a test
        }
        Duration before = world.node().uptime();

        ErgoException failure = refused(Reason.TIMEOUT, () -> world.node().inspect(busy.pid()));

        assertThat(failure).hasMessageContaining(busy.pid().toString());
        assertThat(world.node().uptime().minus(before)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }
}
