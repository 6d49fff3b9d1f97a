package io.ergo.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.ergo.Alias;
import io.ergo.Delivery;
import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.MailboxDepth;
import io.ergo.MessageDownPid;
import io.ergo.MessageExitPid;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** A bounded mailbox takes exactly as many messages as it says, in each queue, and every exit signal. */
class MailboxLimitTest {

    private static final SpawnOptions THREE = SpawnOptions.defaults().withMailbox(3, Overflow.reject());

    @BothDispatchers
    void X3_limit_ofEachQueue_isExact(World world) {
        Node node = world.node();
        Probe probe = world.spawn(THREE);
        Gate gate = probe.block();
        long before = node.statistics().deadLetters().getOrDefault(Outcome.FULL, 0L);

        for (Priority priority : Priority.values()) {
            for (int i = 0; i < 3; i++) {
                outcome(Outcome.DELIVERED, node.send(probe.pid(), priority + " " + i, priority));
            }
            outcome(Outcome.FULL, node.send(probe.pid(), priority + " too many", priority));
            outcome(Outcome.FULL, node.send(probe.pid(), priority + " too many", priority));
        }

        MailboxDepth depth = node.processInfo(probe.pid()).orElseThrow().mailbox();
        assertThat(depth).isEqualTo(new MailboxDepth(3, 3, 3, 0));
        assertThat(node.statistics().deadLetters().get(Outcome.FULL)).isEqualTo(before + 6);
        gate.open();
        assertThat(probe.awaitMessages(9)).containsExactly("MAX 0", "MAX 1", "MAX 2", "HIGH 0", "HIGH 1", "HIGH 2",
                "NORMAL 0",
                "NORMAL 1", "NORMAL 2");
        outcome(Outcome.DELIVERED, node.send(probe.pid(), "room again"));
        assertThat(probe.awaitMessages(10)).endsWith("room again");
    }

    @BothDispatchers
    void X3_limit_byNameAliasAndRequest_isTheSame(World world) {
        Node node = world.node();
        Probe probe = world.spawn(THREE.withName("full"));
        Alias alias = probe.in(self -> self.createAlias());
        fill(world, probe);

        outcome(Outcome.FULL, node.send("full", "x"));
        outcome(Outcome.FULL, node.send(alias, "x"));
        refused(Reason.PROCESS_MAILBOX_FULL, () -> node.call(probe.pid(), Ask.echo("x")));
        world.spawn().in(self -> {
            outcome(Outcome.FULL, self.send(probe.pid(), "x"));
            refused(Reason.PROCESS_MAILBOX_FULL, () -> self.call("full", Ask.echo("x")));
            return self;
        });
        assertThat(node.audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void limit_ofSendsToItself_counts(World world) {
        world.spawn(THREE).in(self -> {
            for (int i = 0; i < 3; i++) {
                outcome(Outcome.DELIVERED, self.send(self.pid(), i));
            }
            outcome(Outcome.FULL, self.send(self.pid(), "too many"));
            return self;
        });
    }

    @BothDispatchers
    void exitSignals_fullUrgentQueue_areTaken(World world) {
        Node node = world.node();
        Probe probe = world.spawn(THREE).trap(true);
        Probe stranger = world.spawn();
        Probe linked = world.spawn();
        probe.in(self -> {
            self.link(linked.pid());
            return self;
        });
        Gate gate = fill(world, probe);
        for (int i = 0; i < 3; i++) {
            node.send(probe.pid(), i, Priority.MAX).orThrow();
        }

        for (int i = 0; i < 5; i++) {
            stranger.in(self -> self.sendExit(probe.pid(), Expect.CUSTOM).orThrow());
        }
        node.kill(linked.pid());
        linked.awaitEnd();
        gate.open();

        assertThat(probe.awaitMessages(12)).filteredOn(MessageExitPid.class::isInstance).hasSize(6)
                .contains(new MessageExitPid(linked.pid(), Reason.KILL));
    }

    @BothDispatchers
    void downMessages_fullSystemQueue_areTaken(World world) {
        Probe probe = world.spawn(THREE);
        Probe watched = world.spawn();
        probe.in(self -> {
            self.monitor(watched.pid());
            return self;
        });
        Gate gate = fill(world, probe);
        for (int i = 0; i < 3; i++) {
            world.node().send(probe.pid(), i, Priority.HIGH).orThrow();
        }

        watched.end();
        gate.open();

        assertThat(probe.awaitMessages(7)).contains(new MessageDownPid(watched.pid(), Reason.SHUTDOWN));
    }

    @BothDispatchers(rounds = 3)
    void X3_limit_manySendersAtOnce_isExact(World world) {
        Probe probe = world.spawn(SpawnOptions.defaults().withMailbox(100, Overflow.reject()));
        Gate gate = probe.block();
        List<Pending<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            senders.add(world.spawn().start(self -> {
                int delivered = 0;
                for (int k = 0; k < 50; k++) {
                    delivered += self.send(probe.pid(), k).isDelivered() ? 1 : 0;
                }
                return delivered;
            }));
        }

        assertThat(senders.stream().mapToInt(Pending::get).sum()).isEqualTo(100);
        gate.open();
        assertThat(probe.awaitMessages(100)).hasSize(100);
    }

    @BothDispatchers
    void orThrow_full_carriesTheReason(World world) {
        Probe probe = world.spawn(THREE);
        fill(world, probe);

        Delivery delivery = world.node().send(probe.pid(), "x");

        ErgoException failure = refused(Reason.PROCESS_MAILBOX_FULL, delivery::orThrow);
        assertThat(failure).hasMessageContaining(probe.pid().toString());
    }

    @BothDispatchers
    void limit_atItsEnds_isExactForEachPolicy(World world) {
        Node node = world.node();
        for (Overflow policy : List.of(Overflow.reject(), Overflow.dropOldest(), Overflow.fallback("nobody", ""),
                Overflow.await(Duration.ofMillis(1)))) {
            assertThat(delivered(world, 0, policy)).as("no limit, %s", policy).isEqualTo(5);
            assertThat(delivered(world, Integer.MAX_VALUE, policy)).as("the greatest limit, %s", policy).isEqualTo(5);
            assertThat(delivered(world, 1, policy)).as("one, %s", policy).isEqualTo(1);
        }
        assertThat(node.audit().pendingCalls()).isZero();
    }

    /** How many of five messages are handled that come while nothing is handled. */
    private static int delivered(World world, int limit, Overflow policy) {
        Probe probe = world.spawn(SpawnOptions.defaults().withMailbox(limit, policy));
        Gate gate = probe.block();
        for (int i = 0; i < 5; i++) {
            world.node().send(probe.pid(), i);
        }
        gate.open();
        world.settle();
        return probe.messages().size();
    }

    private static Gate fill(World world, Probe probe) {
        Gate gate = probe.block();
        for (int i = 0; i < 3; i++) {
            world.node().send(probe.pid(), "fill " + i).orThrow();
        }
        return gate;
    }
}
