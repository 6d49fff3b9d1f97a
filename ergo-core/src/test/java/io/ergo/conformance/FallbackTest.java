package io.ergo.conformance;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Delivery.Outcome;
import io.ergo.MessageFallback;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Priority;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** What a bounded mailbox cannot take goes to another process: one hop, messages only. */
class FallbackTest {

    private static SpawnOptions oneWithFallback(String name, String fallback) {
        return SpawnOptions.named(name).withMailbox(1, Overflow.fallback(fallback, "tag of " + name));
    }

    @BothDispatchers
    void X3_message_full_arrivesWrappedAtTheFallback(World world) {
        Node node = world.node();
        Probe fallback = world.spawn(SpawnOptions.named("fallback"));
        Probe full = world.spawn(oneWithFallback("full", "fallback"));
        Probe sender = world.spawn();
        Alias alias = full.in(self -> self.createAlias());
        fill(full, node);

        sender.in(self -> {
            outcome(Outcome.DELIVERED, self.send(full.pid(), "by pid"));
            outcome(Outcome.DELIVERED, self.send("full", "by name"));
            outcome(Outcome.DELIVERED, self.send(alias, "by alias"));
            return self;
        });

        assertThat(fallback.awaitMessages(3)).containsExactly(
                new MessageFallback(full.pid(), "tag of full", full.pid(), "by pid"),
                new MessageFallback(full.pid(), "tag of full", targetOf(fallback, 1), "by name"),
                new MessageFallback(full.pid(), "tag of full", alias, "by alias"));
        assertThat(((ProcessId) targetOf(fallback, 1)).name()).isEqualTo("full");
        assertThat(fallback.received().getFirst().from()).isEqualTo(sender.pid());
    }

    private static Address targetOf(Probe fallback, int index) {
        return ((MessageFallback) fallback.messages().get(index)).target();
    }

    @BothDispatchers
    void message_full_keepsItsPriority(World world) {
        Node node = world.node();
        Probe fallback = world.spawn(SpawnOptions.named("fallback"));
        Probe full = world.spawn(oneWithFallback("full", "fallback"));
        fill(full, node);
        node.send(full.pid(), "fills the system queue", Priority.HIGH).orThrow();
        Gate gate = fallback.block();

        node.send(full.pid(), "normal").orThrow();
        node.send(full.pid(), "high", Priority.HIGH).orThrow();
        gate.open();

        assertThat(fallback.awaitMessages(2)).extracting(message -> ((MessageFallback) message).message())
                .containsExactly("high", "normal");
    }

    @BothDispatchers
    void X3_request_full_isNeverDiverted(World world) {
        Node node = world.node();
        Probe fallback = world.spawn(SpawnOptions.named("fallback"));
        Probe full = world.spawn(oneWithFallback("full", "fallback"));
        fill(full, node);

        refused(Reason.PROCESS_MAILBOX_FULL, () -> node.call(full.pid(), Ask.echo("x")));

        world.await("nothing goes on", () -> node.processInfo(fallback.pid()).orElseThrow().mailbox().total() == 0);
        assertThat(fallback.messages()).isEmpty();
        assertThat(fallback.requests()).isEmpty();
    }

    @BothDispatchers
    void fallback_unknown_senderIsTold(World world) {
        Probe full = world.spawn(oneWithFallback("full", "nobody"));
        fill(full, world.node());

        outcome(Outcome.UNKNOWN, world.node().send(full.pid(), "x"));
    }

    @BothDispatchers
    void X3_fallback_itself_isFull(World world) {
        Probe full = world.spawn(oneWithFallback("full", "full"));
        fill(full, world.node());

        outcome(Outcome.FULL, world.node().send(full.pid(), "x"));
        outcome(Outcome.FULL, world.node().send("full", "x"));
    }

    @BothDispatchers
    void X3_fallback_inACircle_isOneHop(World world) {
        Node node = world.node();
        Probe first = world.spawn(oneWithFallback("first", "second"));
        Probe second = world.spawn(oneWithFallback("second", "first"));
        Gate gate = fill(first, node);
        second.block();

        outcome(Outcome.DELIVERED, node.send(first.pid(), "one hop"));
        outcome(Outcome.FULL, node.send(first.pid(), "no second hop"));
        outcome(Outcome.FULL, node.send(second.pid(), "no second hop"));

        gate.open();
        assertThat(first.awaitMessages(1)).containsExactly("fills");
    }

    @BothDispatchers
    void fallback_terminated_senderIsTold(World world) {
        Probe fallback = world.spawn(SpawnOptions.named("fallback"));
        Probe full = world.spawn(oneWithFallback("full", "fallback"));
        fill(full, world.node());
        fallback.block();
        world.node().kill(fallback.pid());

        outcome(Outcome.TERMINATED, world.node().send(full.pid(), "x"));
    }

    @BothDispatchers
    void exitSignal_full_isTakenByTheProcessItself(World world) {
        Probe fallback = world.spawn(SpawnOptions.named("fallback"));
        Probe full = world.spawn(oneWithFallback("full", "fallback"));
        Gate gate = fill(full, world.node());
        world.node().send(full.pid(), "fills the urgent queue", Priority.MAX).orThrow();

        world.node().sendExit(full.pid(), Expect.CUSTOM).orThrow();
        gate.open();

        Expect.wrapped(world.node().pid(), Expect.CUSTOM, full.awaitEnd());
        assertThat(fallback.messages()).isEmpty();
    }

    private static Gate fill(Probe probe, Node node) {
        Gate gate = probe.block();
        node.send(probe.pid(), "fills").orThrow();
        return gate;
    }
}
