package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.MessageDownPid;
import io.ergo.MessageExitPid;
import io.ergo.Node;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Kill in each state of a process. */
class KillTest {

    private static final Duration LONG = Duration.ofHours(1);

    @BothDispatchers
    void X4_kill_sleeping_endsWithoutHandlingAnything(World world) {
        Node node = world.node();
        Probe probe = world.spawn(SpawnOptions.named("probe"));
        Probe watcher = watcherOf(world, probe);
        world.settle();

        node.kill(probe.pid());

        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownPid(probe.pid(), Reason.KILL));
        assertThat(node.processInfo(probe.pid())).isEmpty();
        assertThat(node.pidOf("probe")).isEmpty();
        outcome(Outcome.UNKNOWN, node.send(probe.pid(), "x"));
    }

    @BothDispatchers
    void X4_kill_running_isAZombieUntilTheCallbackReturns(World world) {
        Node node = world.node();
        Probe probe = world.spawn(SpawnOptions.named("probe"));
        Probe watcher = watcherOf(world, probe);
        Gate gate = probe.block();
        node.send(probe.pid(), "never handled").orThrow();

        node.kill(probe.pid());

        assertThat(node.processState(probe.pid())).contains(ProcessState.ZOMBEE);
        assertThat(node.info().processesZombee()).isEqualTo(1);
        outcome(Outcome.TERMINATED, node.send(probe.pid(), "x"));
        refused(Reason.PROCESS_TERMINATED, () -> node.call(probe.pid(), Ask.echo("x"), LONG));
        assertThat(probe.isEnded()).isFalse();
        gate.open();
        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownPid(probe.pid(), Reason.KILL));
        assertThat(probe.messages()).isEmpty();
        assertThat(node.processInfo(probe.pid())).isEmpty();
    }

    @BothDispatchers
    void kill_running_operationsAreRefusedAndTheThreadIsInterrupted(World world) {
        Probe probe = world.spawn();
        Gate gate = world.gate();
        Pending<Boolean> rest = probe.start(self -> {
            gate.pass();
            refused(Reason.NOT_ALLOWED, () -> self.send(self.pid(), "x"));
            refused(Reason.NOT_ALLOWED, () -> self.spawn(probe.factory()));
            refused(Reason.NOT_ALLOWED, () -> self.call("nobody", Ask.echo("x")));
            refused(Reason.NOT_ALLOWED, self::createAlias);
            refused(Reason.NOT_ALLOWED, () -> self.registerName("x"));
            refused(Reason.NOT_ALLOWED, () -> self.monitor(self.parent()));
            refused(Reason.NOT_ALLOWED, () -> self.sendAfter(self.pid(), "x", LONG));
            assertThat(self.state()).isEqualTo(ProcessState.ZOMBEE);
            return Thread.currentThread().isInterrupted();
        });
        world.await("the handler stands still", gate::isReached);

        world.node().kill(probe.pid());
        gate.open();

        assertThat(rest.get()).isTrue();
        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(world.spawn().<Boolean>in(_ -> Thread.currentThread().isInterrupted())).isFalse();
    }

    @BothDispatchers
    void X4_kill_waitingInACall_callFailsAndItEnds(World world) {
        Node node = world.node();
        Probe silent = world.spawn();
        Probe probe = world.spawn();
        Pending<ErgoException> call = probe
                .start(self -> refused(Reason.PROCESS_TERMINATED, () -> self.call(silent.pid(), Ask.open(), LONG)));
        world.await("it waits", () -> node.processState(probe.pid()).orElseThrow() == ProcessState.WAIT_RESPONSE);

        node.kill(probe.pid());

        call.get();
        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(node.audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void X4_kill_inInit_isCleanedWhenInitReturns(World world) {
        Node node = world.node();
        Gate gate = world.gate();
        Probe parent = world.spawn();
        Probe child = world.probe().inInit(_ -> {
            gate.pass();
            return gate;
        });
        Pending<ErgoException> spawn = parent
                .start(self -> refused(Reason.KILL, () -> self.spawn(child.factory(), SpawnOptions.named("child"))));
        world.await("init stands still", gate::isReached);
        assertThat(node.processState(child.pid())).contains(ProcessState.INIT);

        node.kill(child.pid());
        assertThat(node.processState(child.pid())).contains(ProcessState.ZOMBEE);
        gate.open();

        spawn.get();
        world.await("the child is gone", () -> node.processInfo(child.pid()).isEmpty());
        assertThat(node.pidOf("child")).isEmpty();
        assertThat(node.processes()).containsExactly(parent.pid());
    }

    @BothDispatchers
    void X4_kill_inInitThatThenFails_isTheEndOfAKilledProcess(World world) {
        Gate gate = world.gate();
        Probe child = world.probe().inInit(self -> {
            gate.pass();
            return self.createAlias();
        });
        Probe parent = world.spawn();
        Pending<ErgoException> spawn = parent.start(self -> refused(Reason.KILL, () -> self.spawn(child.factory())));
        world.await("init stands still", gate::isReached);

        world.node().kill(child.pid());
        gate.open();

        spawn.get();
        assertThat(child.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void X4_kill_inACallOfInit_callFailsAndItEnds(World world) {
        Node node = world.node();
        Probe silent = world.spawn();
        Probe child = world.probe()
                .inInit(self -> refused(Reason.PROCESS_TERMINATED, () -> self.call(silent.pid(), Ask.open(), LONG)));
        Probe parent = world.spawn();
        Pending<ErgoException> spawn = parent.start(self -> refused(Reason.KILL, () -> self.spawn(child.factory())));
        world.await("it waits", () -> silent.requests().size() == 1);

        node.kill(child.pid());

        spawn.get();
        assertThat(child.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(node.audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void X4_kill_whileTheInitTimeoutRuns_spawnFailsWithKill(World world) {
        Node node = world.node();
        Gate gate = world.gate();
        AtomicBoolean interrupted = new AtomicBoolean();
        Probe child = world.probe().inInit(_ -> {
            gate.pass();
            interrupted.set(Thread.currentThread().isInterrupted());
            return gate;
        });
        Probe parent = world.spawn();
        Pending<ErgoException> spawn = parent.start(self -> refused(Reason.KILL,
                () -> self.spawn(child.factory(), SpawnOptions.named("child").withInitTimeout(LONG))));
        world.await("init stands still", gate::isReached);

        node.kill(child.pid());
        assertThat(node.processState(child.pid())).contains(ProcessState.ZOMBEE);
        gate.open();

        spawn.get();
        assertThat(child.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(node.pidOf("child")).isEmpty();
        assertThat(interrupted).as("init has a thread of its own").isTrue();
    }

    @BothDispatchers
    void initTimeout_expires_theThreadOfInitIsInterrupted(World world) {
        Gate gate = world.gate();
        AtomicBoolean interrupted = new AtomicBoolean();
        Probe child = world.probe().inInit(_ -> {
            gate.pass();
            interrupted.set(Thread.currentThread().isInterrupted());
            return gate;
        });

        refused(Reason.TIMEOUT, () -> child.spawn(SpawnOptions.defaults().withInitTimeout(Duration.ofMillis(200))));
        gate.open();

        assertThat(child.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(interrupted).isTrue();
    }

    @BothDispatchers
    void init_aside_readyProcessSleepsAndRuns(World world) {
        Probe child = world.spawn(SpawnOptions.defaults().withInitTimeout(LONG));

        assertThat(child.<ProcessState>in(self -> self.state())).isEqualTo(ProcessState.RUNNING);
        world.settle();
        assertThat(child.context().state()).isEqualTo(ProcessState.SLEEP);
    }

    @BothDispatchers
    void X4_kill_afterTheInitTimeout_changesNothing(World world) {
        Node node = world.node();
        Gate gate = world.gate();
        Probe child = world.probe().inInit(_ -> {
            gate.pass();
            return gate;
        });
        refused(Reason.TIMEOUT, () -> child.spawn(SpawnOptions.defaults().withInitTimeout(Duration.ofMillis(200))));

        node.kill(child.pid());
        gate.open();

        assertThat(child.awaitEnd()).isEqualTo(Reason.KILL);
        world.settle();
        assertThat(child.ends()).hasSize(1);
    }

    @BothDispatchers
    void kill_itself_endsWhenTheHandlerReturns(World world) {
        Probe probe = world.spawn();

        Pending<ProcessState> state = probe.start(self -> {
            self.node().kill(self.pid());
            refused(Reason.NOT_ALLOWED, () -> self.send(self.pid(), "x"));
            return self.state();
        });

        assertThat(state.get()).isEqualTo(ProcessState.ZOMBEE);
        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void X4_kill_twice_isNoError(World world) {
        Probe probe = world.spawn();
        Gate gate = probe.block();

        world.node().kill(probe.pid());
        world.node().kill(probe.pid());
        gate.open();

        probe.awaitEnd();
        world.settle();
        assertThat(probe.ends()).containsExactly(Reason.KILL);
    }

    @BothDispatchers
    void kill_terminated_isNoError(World world) {
        Probe probe = world.spawn();
        probe.end();

        world.node().kill(probe.pid());

        assertThat(probe.ends()).hasSize(1);
    }

    @BothDispatchers
    void X4_kill_inTheTerminateCallback_isNoError(World world) {
        Gate gate = world.gate();
        Probe probe = world.probe().onTerminate((_, _) -> gate.pass()).spawn();
        world.node().sendExit(probe.pid(), Expect.CUSTOM).orThrow();
        world.await("the terminate callback stands still", gate::isReached);
        assertThat(world.node().processInfo(probe.pid())).isEmpty();

        world.node().kill(probe.pid());
        gate.open();

        Expect.wrapped(world.node().pid(), Expect.CUSTOM, probe.awaitEnd());
        assertThat(probe.ends()).hasSize(1);
    }

    @BothDispatchers
    void kill_unknownOrCore_isRefused(World world) {
        refused(Reason.PROCESS_UNKNOWN, () -> world.node().kill(Expect.unknownPid(world.node())));
        refused(Reason.PROCESS_UNKNOWN, () -> world.node().kill(world.node().pid()));
        refused(Reason.INCORRECT, () -> world.node().kill(Expect.nothing()));
    }

    @BothDispatchers
    void kill_withOneHundredQueued_noneIsHandled(World world) {
        Probe probe = world.spawn();
        Gate gate = probe.block();
        for (int i = 0; i < 100; i++) {
            world.node().send(probe.pid(), i).orThrow();
        }
        world.node().sendExit(probe.pid(), Expect.CUSTOM).orThrow();

        world.node().kill(probe.pid());
        gate.open();

        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(probe.messages()).isEmpty();
    }

    @BothDispatchers
    void linkAndMonitor_toAZombie_areNotified(World world) {
        Probe zombie = world.spawn(SpawnOptions.named("zombie"));
        Gate gate = zombie.block();
        world.node().kill(zombie.pid());
        Probe watcher = world.spawn().trap(true);

        watcher.in(self -> {
            self.monitor(zombie.pid());
            self.link(zombie.pid());
            return self;
        });
        gate.open();

        assertThat(watcher.awaitMessages(2)).containsExactlyInAnyOrder(new MessageDownPid(zombie.pid(), Reason.KILL),
                new MessageExitPid(zombie.pid(), Reason.KILL));
    }

    @BothDispatchers(rounds = 3, seeds = 50)
    void kill_whileMessagesArrive_endsExactlyOnce(World world) {
        for (int i = 0; i < 20; i++) {
            Probe probe = world.spawn();
            Probe sender = world.spawn();
            Probe killer = world.spawn();
            sender.start(self -> {
                for (int k = 0; k < 20; k++) {
                    self.send(probe.pid(), k);
                }
                return self;
            });
            killer.start(self -> {
                self.node().kill(probe.pid());
                self.node().kill(probe.pid());
                return self;
            });

            assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        }
        world.settle();
    }

    private static Probe watcherOf(World world, Probe probe) {
        Probe watcher = world.spawn();
        watcher.in(self -> {
            self.monitor(probe.pid());
            return self;
        });
        return watcher;
    }

    @BothDispatchers
    void kill_waitingInACallThroughTheNode_callFailsAndItEnds(World world) {
        Node node = world.node();
        Probe silent = world.spawn();
        Probe probe = world.spawn();
        Pending<ErgoException> call = probe.start(
                self -> refused(Reason.PROCESS_TERMINATED, () -> self.node().call(silent.pid(), Ask.open(), LONG)));
        world.await("it waits", () -> node.processState(probe.pid()).orElseThrow() == ProcessState.WAIT_RESPONSE);
        assertThat(node.audit().pendingCalls()).isEqualTo(1);

        node.kill(probe.pid());

        call.get();
        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(node.audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void callThroughTheNode_ofAKilledProcess_failsAtOnce(World world) {
        Probe silent = world.spawn();
        Probe probe = world.spawn();
        Gate gate = world.gate();
        Pending<ErgoException> call = probe.start(self -> {
            gate.pass();
            return refused(Reason.PROCESS_TERMINATED, () -> self.node().call(silent.pid(), Ask.open(), LONG));
        });
        world.await("the handler stands still", gate::isReached);

        world.node().kill(probe.pid());
        gate.open();

        call.get();
        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void kill_inInitWaitingInACallThroughTheNode_callFails(World world) {
        Node node = world.node();
        Probe silent = world.spawn();
        Probe parent = world.spawn();
        Probe child = world.probe().inInit(
                self -> refused(Reason.PROCESS_TERMINATED, () -> self.node().call(silent.pid(), Ask.open(), LONG)));
        for (SpawnOptions options : List.of(SpawnOptions.defaults(), SpawnOptions.defaults().withInitTimeout(LONG))) {
            Pending<ErgoException> spawn = parent
                    .start(self -> refused(Reason.KILL, () -> self.spawn(child.factory(), options)));
            world.await("the call waits", () -> node.audit().pendingCalls() == 1);

            node.kill(child.pid());

            spawn.get();
            assertThat(node.audit().pendingCalls()).isZero();
        }
    }

    @BothDispatchers
    void kill_inInit_leavesTheInterruptOfTheSpawnersThread(World world) {
        Probe parent = world.spawn();
        Probe child = world.probe().inInit(self -> {
            self.node().kill(self.pid());
            return self;
        });

        Pending<Boolean> interrupted = parent.start(self -> {
            Thread.currentThread().interrupt();
            refused(Reason.KILL, () -> self.spawn(child.factory()));
            return Thread.interrupted();
        });

        assertThat(interrupted.get()).as("that came from elsewhere").isTrue();
        assertThat(child.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void kill_running_theTerminateCallbackIsNotInterrupted(World world) {
        AtomicBoolean interrupted = new AtomicBoolean();
        Probe probe = world.probe().onTerminate((_, _) -> interrupted.set(Thread.currentThread().isInterrupted()))
                .spawn();
        Gate gate = probe.block();

        world.node().kill(probe.pid());
        gate.open();

        assertThat(probe.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(interrupted).isFalse();
    }
}
