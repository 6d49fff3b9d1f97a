package io.ergo.conformance;

import java.time.Duration;
import java.util.Objects;

import io.ergo.Node;
import io.ergo.ProcessExecution;
import io.ergo.ProcessExecution.CallbackKind;
import io.ergo.ProcessExecution.Running;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.Reply;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.unknownPid;
import static org.assertj.core.api.Assertions.assertThat;

/** What a process executes at a moment: callback, message, since when, and the stack of its thread. */
class ExecutionTest {

    private static final Duration WHILE = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    /** A message that blocks its handler at the gate. */
    record Order(int number) {}

    private static Running running(World world, Probe probe) {
        ProcessExecution seen = world.node().execution(probe.pid()).orElseThrow();
        return Objects.requireNonNull(seen.running(), () -> "nothing is executed: " + seen);
    }

    /** Lets the callback run that long; on threads, where it is looked at now and then, until that is seen. */
    private static void runningFor(World world, Probe probe) {
        world.advance(WHILE);
        if (world.isThreaded()) {
            world.await("it is seen", () -> running(world, probe).duration().compareTo(WHILE) >= 0);
        }
    }

    private static void inside(Gate gate, World world) {
        world.await("the callback stands still", gate::isReached);
    }

    @BothDispatchers
    void execution_ofAMessage_namesItWithItsStack(World world) {
        Gate gate = world.gate();
        Probe probe = world.probe().onMessage((_, _) -> gate.pass()).spawn(SpawnOptions.named("orders"));
        world.node().send(probe.pid(), new Order(1)).orThrow();
        world.node().send(probe.pid(), new Order(2)).orThrow();
        inside(gate, world);

        ProcessExecution seen = world.node().execution(probe.pid()).orElseThrow();

        assertThat(seen.pid()).isEqualTo(probe.pid());
        assertThat(seen.name()).isEqualTo("orders");
        assertThat(seen.behavior()).isEqualTo(Recorder.class.getName());
        assertThat(seen.state()).isEqualTo(ProcessState.RUNNING);
        assertThat(seen.mailbox().main()).isEqualTo(1);
        Running running = Objects.requireNonNull(seen.running());
        assertThat(running.callback()).isEqualTo(CallbackKind.MESSAGE);
        assertThat(running.messageType()).isEqualTo(Order.class.getName());
        assertThat(running.what()).isEqualTo("message " + Order.class.getName());
        assertThat(running.thread()).isNotEmpty();
        assertThat(running.stack()).anyMatch(frame -> frame.getClassName().equals(Recorder.class.getName())
                && frame.getMethodName().equals("handleMessage"));
    }

    @BothDispatchers
    void execution_overTime_tellsForHowLong(World world) {
        Gate gate = world.gate();
        Probe probe = world.probe().onMessage((_, _) -> gate.pass()).spawn();
        world.node().send(probe.pid(), new Order(1)).orThrow();
        inside(gate, world);

        runningFor(world, probe);

        assertThat(running(world, probe).duration()).isGreaterThanOrEqualTo(WHILE);
    }

    @BothDispatchers
    void execution_ofTheNextMessage_beginsAnew(World world) {
        Gate first = world.gate();
        Gate second = world.gate();
        Probe probe = world.probe().onMessage((_, message) -> (message.equals("first") ? first : second).pass())
                .spawn();
        world.node().send(probe.pid(), "first").orThrow();
        world.node().send(probe.pid(), "second").orThrow();
        inside(first, world);
        runningFor(world, probe);
        Duration before = world.node().uptime();

        first.open();
        inside(second, world);

        assertThat(running(world, probe).duration()).isLessThanOrEqualTo(world.node().uptime().minus(before));
    }

    @BothDispatchers
    void execution_waitingInACall_tellsStateAndRequestToo(World world) {
        Probe silent = world.spawn();
        Probe caller = world.spawn();
        caller.start(self -> self.call(silent.pid(), Ask.open(), LONG));
        world.await("it waits", () -> silent.requests().size() == 1);
        runningFor(world, caller);

        ProcessExecution seen = world.node().execution(caller.pid()).orElseThrow();

        assertThat(seen.state()).isEqualTo(ProcessState.WAIT_RESPONSE);
        Running running = Objects.requireNonNull(seen.running());
        assertThat(running.callback()).isEqualTo(CallbackKind.MESSAGE);
        assertThat(running.duration()).isGreaterThanOrEqualTo(WHILE);
        assertThat(running.stack()).anyMatch(frame -> frame.getMethodName().equals("call"));
        world.node().kill(caller.pid()); // which would wait on
    }

    @BothDispatchers
    void execution_ofARequest_saysSo(World world) {
        Gate gate = world.gate();
        Probe probe = world.spawn();
        Probe caller = world.spawn();
        Ask<String> question = (_, _, _) -> {
            gate.pass();
            return Reply.of("done");
        };
        caller.start(self -> self.call(probe.pid(), question));
        inside(gate, world);

        Running running = running(world, probe);

        assertThat(running.callback()).isEqualTo(CallbackKind.REQUEST);
        assertThat(running.messageType()).isEqualTo(question.getClass().getName());
    }

    @BothDispatchers
    void execution_ofATrappedExit_saysSo(World world) {
        Gate gate = world.gate();
        Probe probe = world.probe().onMessage((_, _) -> gate.pass()).spawn().trap(true);
        Probe other = world.spawn();
        other.in(self -> self.sendExit(probe.pid(), Reason.of("trapped")));
        inside(gate, world);

        Running running = running(world, probe);

        assertThat(running.callback()).isEqualTo(CallbackKind.EXIT);
        assertThat(running.messageType()).isEqualTo("io.ergo.MessageExitPid");
    }

    @BothDispatchers
    void execution_ofInitAndTerminate_saysSo(World world) {
        Gate start = world.gate();
        Gate end = world.gate();
        Probe parent = world.spawn();
        Probe probe = world.probe().inInit(_ -> {
            start.pass();
            return "";
        }).onTerminate((_, _) -> end.pass());
        parent.start(self -> self.spawn(probe.factory()));
        inside(start, world);
        assertThat(running(world, probe).callback()).isEqualTo(CallbackKind.INIT);
        assertThat(running(world, probe).messageType()).isEmpty();
        start.open();
        world.settle();

        world.node().kill(probe.pid());
        inside(end, world);

        assertThat(world.node().processInfo(probe.pid())).as("it is gone").isEmpty();
        assertThat(running(world, probe).callback()).isEqualTo(CallbackKind.TERMINATE);
        assertThat(running(world, probe).what()).isEqualTo("terminate");
    }

    @BothDispatchers
    void execution_ofAKilledHandler_isStillShown(World world) {
        Probe stuck = world.spawn();
        stuck.block();

        world.node().kill(stuck.pid());

        ProcessExecution seen = world.node().execution(stuck.pid()).orElseThrow();
        assertThat(seen.state()).isEqualTo(ProcessState.ZOMBEE);
        assertThat(Objects.requireNonNull(seen.running()).messageType()).isEqualTo(Pending.class.getName());
    }

    @BothDispatchers
    void execution_ofASleepingProcess_isNothing(World world) {
        Probe probe = world.spawn();
        probe.in(self -> self.pid());
        world.settle();

        ProcessExecution seen = world.node().execution(probe.pid()).orElseThrow();

        assertThat(seen.running()).isNull();
        assertThat(seen.state()).isEqualTo(ProcessState.SLEEP);
    }

    @BothDispatchers
    void execution_ofNobody_isEmpty(World world) {
        Node node = world.node();
        Probe ended = world.spawn();
        ended.end();

        world.await("it is gone", () -> node.execution(ended.pid()).isEmpty());

        assertThat(node.execution(unknownPid(node))).isEmpty();
    }

    @BothDispatchers
    void execution_ofOneself_showsTheCaller(World world) {
        Probe probe = world.spawn();

        ProcessExecution seen = probe.in(self -> self.node().execution(self.pid()).orElseThrow());

        assertThat(Objects.requireNonNull(seen.running()).stack())
                .anyMatch(frame -> frame.getClassName().equals(Recorder.class.getName()));
    }
}
