package io.ergo.conformance;

import java.util.List;

import io.ergo.MessageDownPid;
import io.ergo.MessageExitPid;
import io.ergo.Node;
import io.ergo.Priority;
import io.ergo.Reason;

import static org.assertj.core.api.Assertions.assertThat;

/** In which order a mailbox is drained: urgent, system, main, decided anew for each entry. */
class DrainOrderTest {

    @BothDispatchers
    void X2_mixedMailbox_allKindsOfEntries_areTakenByQueueAndThenByArrival(World world) {
        Node node = world.node();
        Probe target = world.spawn();
        Probe stranger = world.spawn();
        Probe receiver = world.spawn().trap(true);
        receiver.in(self -> {
            self.monitor(target.pid());
            self.link(target.pid());
            return self;
        });
        Gate gate = receiver.block();

        node.send(receiver.pid(), "normal 1").orThrow();
        node.send(receiver.pid(), "high 1", Priority.HIGH).orThrow();
        node.send(receiver.pid(), "max 1", Priority.MAX).orThrow();
        target.end();
        world.await("both notices wait", () -> node.processInfo(receiver.pid()).orElseThrow().mailbox().total() == 5);
        stranger.in(self -> self.sendExit(receiver.pid(), Expect.CUSTOM).orThrow());
        node.send(receiver.pid(), "max 2", Priority.MAX).orThrow();
        node.send(receiver.pid(), "high 2", Priority.HIGH).orThrow();
        node.send(receiver.pid(), "normal 2").orThrow();
        gate.open();

        assertThat(receiver.awaitMessages(9)).containsExactly("max 1",
                new MessageExitPid(target.pid(), Reason.SHUTDOWN),
                new MessageExitPid(stranger.pid(), Expect.CUSTOM), "max 2", "high 1",
                new MessageDownPid(target.pid(), Reason.SHUTDOWN), "high 2", "normal 1", "normal 2");
    }

    @BothDispatchers
    void X2_mixedMailbox_somethingOvertakesBetweenTwoEntries_isTakenNext(World world) {
        Node node = world.node();
        Gate first = world.gate();
        Gate second = world.gate();
        Probe receiver = world.probe().onMessage((_, message) -> {
            if (message.equals("normal 1")) {
                first.pass();
            } else if (message.equals("high")) {
                second.pass();
            }
        }).spawn();
        for (String message : List.of("normal 1", "normal 2", "normal 3")) {
            node.send(receiver.pid(), message).orThrow();
        }
        world.await("the first is handled", first::isReached);

        node.send(receiver.pid(), "high", Priority.HIGH).orThrow();
        first.open();
        world.await("the high one is handled", second::isReached);
        node.send(receiver.pid(), "max", Priority.MAX).orThrow();
        node.send(receiver.pid(), "high too", Priority.HIGH).orThrow();
        second.open();

        assertThat(receiver.awaitMessages(6)).containsExactly("normal 1", "high", "max", "high too", "normal 2",
                "normal 3");
    }

    @BothDispatchers
    void X2_mixedMailbox_floodOfUrgentOnes_startsTheOthersWhenItEnds(World world) {
        Node node = world.node();
        Probe receiver = world.probe().onMessage((self, message) -> {
            if (message instanceof Integer left && left > 0) {
                self.send(self.pid(), left - 1, Priority.MAX).orThrow();
            }
        }).spawn();
        Gate gate = receiver.block();
        node.send(receiver.pid(), "normal").orThrow();
        node.send(receiver.pid(), "high", Priority.HIGH).orThrow();
        node.send(receiver.pid(), 1_000, Priority.MAX).orThrow();
        gate.open();

        List<Object> messages = receiver.awaitMessages(1_003);

        assertThat(messages.subList(0, 1_001)).allMatch(Integer.class::isInstance);
        assertThat(messages.subList(1_001, 1_003)).containsExactly("high", "normal");
    }

    @BothDispatchers
    void X2_exitSignal_behindUrgentOnes_endsAfterThoseAndBeforeAllElse(World world) {
        Node node = world.node();
        Probe receiver = world.spawn();
        Gate gate = receiver.block();
        node.send(receiver.pid(), "normal").orThrow();
        node.send(receiver.pid(), "high", Priority.HIGH).orThrow();
        node.send(receiver.pid(), "max", Priority.MAX).orThrow();
        node.sendExit(receiver.pid(), Expect.CUSTOM).orThrow();
        node.send(receiver.pid(), "max, too late", Priority.MAX).orThrow();
        gate.open();

        Expect.wrapped(node.pid(), Expect.CUSTOM, receiver.awaitEnd());
        assertThat(receiver.messages()).containsExactly("max");
    }
}
