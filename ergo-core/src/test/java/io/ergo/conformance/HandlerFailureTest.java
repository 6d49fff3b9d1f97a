package io.ergo.conformance;

import java.io.IOException;
import java.util.List;

import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.MessageDownPid;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Reply;
import io.ergo.Stop;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Handlers that throw: the process ends, the node lives, and what waits for it is told. */
class HandlerFailureTest {

    /** An exception that fails while it is printed. */
    private static final class Unprintable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }

    @BothDispatchers
    void handleMessage_throwsException_processEndsWithPanic(World world) {
        endsWithPanic(world, new IllegalStateException("on purpose"));
    }

    @BothDispatchers
    void handleMessage_throwsCheckedException_processEndsWithPanic(World world) {
        endsWithPanic(world, new IOException("on purpose"));
    }

    @BothDispatchers
    void handleMessage_throwsInterruptedException_processEndsWithPanic(World world) {
        endsWithPanic(world, new InterruptedException("on purpose"));
    }

    @BothDispatchers
    void handleMessage_throwsErgoException_processEndsWithPanic(World world) {
        endsWithPanic(world, ErgoException.of(Reason.TIMEOUT, "a call"));
    }

    @BothDispatchers
    void handleMessage_throwsError_processEndsWithPanic(World world) {
        endsWithPanic(world, new AssertionError("on purpose"));
        endsWithPanic(world, new NoClassDefFoundError("on purpose"));
        assertThat(world.uncaught()).isEmpty();
    }

    @BothDispatchers
    void handleMessage_throwsUnprintable_processEndsWithPanic(World world) {
        endsWithPanic(world, new Unprintable());
    }

    @BothDispatchers
    void handleMessage_throwsOutOfMemoryError_isReportedToo(World world) {
        OutOfMemoryError error = new OutOfMemoryError("on purpose");

        endsWithPanic(world, error);

        assertThat(world.uncaught()).containsExactly(error);
    }

    @BothDispatchers
    void handleMessage_overflowsItsStack_processEndsWithPanic(World world) {
        Probe probe = world.probe().onMessage((_, message) -> descend(message, 0)).spawn();
        Probe watcher = watcherOf(world, probe);

        world.node().send(probe.pid(), "go down").orThrow();

        assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownPid(probe.pid(), Reason.PANIC));
        assertThat(probe.awaitEnd().exception()).get().isInstanceOf(StackOverflowError.class);
        assertThat(world.uncaught()).hasExactlyElementsOfTypes(StackOverflowError.class);
        assertThat(world.node().call(world.spawn().pid(), Ask.echo("the node lives"))).isEqualTo("the node lives");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int descend(Object message, int depth) {
        return descend(message, depth + 1) + message.hashCode() + depth;
    }

    @BothDispatchers
    void handleMessage_throwsStop_processEndsWithItsReason(World world) {
        Probe probe = world.spawn();
        Probe watcher = watcherOf(world, probe);

        world.node().send(probe.pid(), new Stop(Expect.CUSTOM)).orThrow();

        assertThat(probe.awaitEnd()).isEqualTo(Expect.CUSTOM);
        assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownPid(probe.pid(), Expect.CUSTOM));
    }

    @BothDispatchers
    void handleMessage_throwsStopWithWrapper_watchersAreToldTheCause(World world) {
        Probe probe = world.spawn();
        Probe watcher = watcherOf(world, probe);
        Reason wrapper = Reason.wrap("while writing", Expect.CUSTOM);

        world.node().send(probe.pid(), new Stop(wrapper)).orThrow();

        assertThat(probe.awaitEnd()).isEqualTo(wrapper);
        assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownPid(probe.pid(), Expect.CUSTOM));
    }

    @BothDispatchers
    void handleCall_throws_requesterIsToldAtOnce(World world) {
        for (Throwable failure : List.of(new IllegalStateException("on purpose"), new AssertionError("on purpose"),
                new Stop(Expect.CUSTOM), new Unprintable())) {
            Probe probe = world.spawn();
            Ask<String> request = (_, _, _) -> {
                throw Probe.<RuntimeException>sneaky(failure);
            };

            refused(Reason.PROCESS_TERMINATED, () -> world.node().call(probe.pid(), request));
            probe.awaitEnd();
        }
    }

    @BothDispatchers
    void handleCall_returnsNull_processEndsWithPanicAndRequesterIsTold(World world) {
        Probe probe = world.spawn();
        Ask<String> request = (_, _, _) -> Expect.nothing();

        refused(Reason.PROCESS_TERMINATED, () -> world.node().call(probe.pid(), request));

        assertThat(probe.awaitEnd().outside()).isEqualTo(Reason.PANIC);
    }

    @BothDispatchers
    void handleCall_answersAndThrows_answerCounts(World world) {
        Probe probe = world.spawn();
        Ask<String> request = (self, from, ref) -> {
            self.respond(from, ref, "answer").orThrow();
            throw new IllegalStateException("on purpose");
        };

        assertThat(world.node().call(probe.pid(), request)).isEqualTo("answer");
        assertThat(probe.awaitEnd().outside()).isEqualTo(Reason.PANIC);
    }

    @BothDispatchers
    void handleCall_stopsAbnormallyWithoutAnswer_requesterIsTold(World world) {
        Probe probe = world.spawn();

        refused(Reason.PROCESS_TERMINATED,
                () -> world.node().call(probe.pid(), (Ask<String>) (_, _, _) -> Reply.stop(Expect.CUSTOM)));

        assertThat(probe.awaitEnd()).isEqualTo(Expect.CUSTOM);
    }

    @BothDispatchers
    void handleCall_stopsAbnormallyWithAnswer_requesterGetsIt(World world) {
        Probe probe = world.spawn();

        assertThat(world.node().call(probe.pid(), (Ask<String>) (_, _, _) -> Reply.stop(Expect.CUSTOM, "bye")))
                .isEqualTo("bye");
        assertThat(probe.awaitEnd()).isEqualTo(Expect.CUSTOM);
    }

    @BothDispatchers
    void handler_leavesInterruptFlag_otherProcessesDoNotSeeIt(World world) {
        Probe first = world.spawn();
        Probe second = world.spawn();

        for (int i = 0; i < 50; i++) {
            first.start(_ -> {
                Thread.currentThread().interrupt();
                return true;
            });
            assertThat(second.<Boolean>in(_ -> Thread.currentThread().isInterrupted())).isFalse();
        }
    }

    @BothDispatchers
    void statistics_ofEnds_areCountedByKind(World world) {
        Node node = world.node();
        for (Ending ending : Ending.values()) {
            Probe probe = world.spawn();
            ending.happenTo(probe, node);
            probe.awaitEnd();
        }
        Probe normal = world.spawn();
        node.send(normal.pid(), new Stop(Reason.NORMAL)).orThrow();
        normal.awaitEnd();

        assertThat(node.statistics().terminated()).containsEntry("kill", 1L).containsEntry("panic", 1L)
                .containsEntry("shutdown", 1L).containsEntry("normal", 1L).containsEntry("other", 1L);
        assertThat(node.statistics().spawned()).isEqualTo(5);
        assertThat(node.send(normal.pid(), "x").outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private static void endsWithPanic(World world, Throwable failure) {
        Probe probe = world.spawn();
        Pid pid = probe.pid();
        Probe watcher = watcherOf(world, probe);

        world.node().send(pid, failure).orThrow();

        assertThat(probe.awaitEnd().exception()).containsSame(failure);
        assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownPid(pid, Reason.PANIC));
    }

    private static Probe watcherOf(World world, Probe probe) {
        Probe watcher = world.spawn();
        watcher.in(self -> {
            self.monitor(probe.pid());
            return self;
        });
        return watcher;
    }
}
