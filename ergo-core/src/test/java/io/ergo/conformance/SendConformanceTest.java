package io.ergo.conformance;

import java.util.List;
import java.util.stream.IntStream;

import io.ergo.Alias;
import io.ergo.Delivery.Outcome;
import io.ergo.Node;
import io.ergo.Priority;

import static io.ergo.conformance.Expect.outcome;
import static org.assertj.core.api.Assertions.assertThat;

/** Sending by pid, name and alias, and the order of arrival. */
class SendConformanceTest {

    @BothDispatchers
    void L03_1_send_byPid_arrivesUnchanged(World world) {
        Probe sender = world.spawn();
        Probe receiver = world.spawn();

        sender.in(self -> self.send(receiver.pid(), 3.14159f).orThrow());

        assertThat(receiver.awaitMessages(1)).containsExactly(3.14159f);
        assertThat(receiver.received().getFirst().from()).isEqualTo(sender.pid());
    }

    @BothDispatchers
    void L03_2_send_byFreshName_arrives(World world) {
        Probe sender = world.spawn();
        Probe receiver = world.spawn();
        receiver.in(self -> {
            self.registerName("receiver");
            return self;
        });

        sender.in(self -> self.send("receiver", 123).orThrow());

        assertThat(receiver.awaitMessages(1)).containsExactly(123);
    }

    @BothDispatchers
    void L03_3_send_byAlias_arrives(World world) {
        Probe sender = world.spawn();
        Probe receiver = world.spawn();
        Alias alias = receiver.in(self -> self.createAlias());

        sender.in(self -> self.send(alias, "text").orThrow());

        assertThat(receiver.awaitMessages(1)).containsExactly("text");
    }

    @BothDispatchers
    void L03_4_send_toUnknownName_saysSo(World world) {
        world.spawn().in(self -> {
            outcome(Outcome.UNKNOWN, self.send("nobody", 1));
            return self;
        });
    }

    @BothDispatchers
    void send_toItself_arrivesAlsoFromInit(World world) {
        Probe probe = world.probe().inInit(self -> self.send(self.pid(), "from init").orThrow()).spawn();

        probe.in(self -> self.send(self.pid(), "from a handler").orThrow());

        assertThat(probe.awaitMessages(2)).containsExactly("from init", "from a handler");
        assertThat(probe.received().getFirst().from()).isEqualTo(probe.pid());
    }

    @BothDispatchers
    void send_many_arriveInOrder(World world) {
        Probe sender = world.spawn();
        Probe receiver = world.spawn();
        List<Object> numbers = IntStream.range(0, 1_000).boxed().map(Object.class::cast).toList();

        sender.in(self -> {
            numbers.forEach(number -> self.send(receiver.pid(), number).orThrow());
            return self;
        });

        assertThat(receiver.awaitMessages(1_000)).isEqualTo(numbers);
    }

    @BothDispatchers
    void priorities_mixed_areTakenUrgentFirstAnewForEachMessage(World world) {
        Node node = world.node();
        Probe receiver = world.probe().onMessage((self, message) -> {
            if (message.equals("high 1")) {
                self.send(self.pid(), "max, sent by the handler of high 1", Priority.MAX).orThrow();
            }
        }).spawn();
        Gate gate = receiver.block();

        node.send(receiver.pid(), "normal 1").orThrow();
        node.send(receiver.pid(), "high 1", Priority.HIGH).orThrow();
        node.send(receiver.pid(), "max 1", Priority.MAX).orThrow();
        node.send(receiver.pid(), "normal 2").orThrow();
        node.send(receiver.pid(), "high 2", Priority.HIGH).orThrow();
        node.send(receiver.pid(), "max 2", Priority.MAX).orThrow();
        gate.open();

        assertThat(receiver.awaitMessages(7)).containsExactly("max 1", "max 2", "high 1",
                "max, sent by the handler of high 1", "high 2", "normal 1", "normal 2");
    }

    @BothDispatchers
    void sendPriority_ofProcess_countsForSendsThatNameNone(World world) {
        Probe sender = world.spawn();
        Probe receiver = world.spawn();
        Gate gate = receiver.block();

        sender.in(self -> {
            self.send(receiver.pid(), "normal").orThrow();
            self.sendPriority(Priority.HIGH);
            self.send(receiver.pid(), "high").orThrow();
            self.send(receiver.pid(), "normal again", Priority.NORMAL).orThrow();
            return self;
        });
        gate.open();

        assertThat(receiver.awaitMessages(3)).containsExactly("high", "normal", "normal again");
    }
}
