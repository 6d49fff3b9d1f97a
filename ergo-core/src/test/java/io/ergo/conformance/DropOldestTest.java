package io.ergo.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

/** A bounded mailbox whose oldest entry makes room for a new one. */
class DropOldestTest {

    private static final Duration LONG = Duration.ofHours(1);

    private static SpawnOptions keeping(int size) {
        return SpawnOptions.defaults().withMailbox(size, Overflow.dropOldest());
    }

    @BothDispatchers
    void full_oldestOfTheSameQueue_makesRoom(World world) {
        Node node = world.node();
        Probe probe = world.spawn(keeping(3));
        Gate gate = probe.block();

        for (Priority priority : Priority.values()) {
            for (int i = 0; i < 5; i++) {
                outcome(Outcome.DELIVERED, node.send(probe.pid(), priority + " " + i, priority));
            }
        }

        MailboxDepth depth = node.processInfo(probe.pid()).orElseThrow().mailbox();
        assertThat(depth).isEqualTo(new MailboxDepth(3, 3, 3, 0));
        assertThat(node.statistics().deadLetters().get(Outcome.FULL)).isEqualTo(6);
        gate.open();
        assertThat(probe.awaitMessages(9)).containsExactly("MAX 2", "MAX 3", "MAX 4", "HIGH 2", "HIGH 3", "HIGH 4",
                "NORMAL 2", "NORMAL 3", "NORMAL 4");
    }

    @BothDispatchers
    void sizeOne_theLatest_isKept(World world) {
        Probe probe = world.spawn(keeping(1));
        Gate gate = probe.block();

        for (int i = 0; i < 1_000; i++) {
            outcome(Outcome.DELIVERED, world.node().send(probe.pid(), i));
        }

        gate.open();
        assertThat(probe.awaitMessages(1)).containsExactly(999);
        world.settle();
        assertThat(probe.messages()).containsExactly(999);
    }

    @BothDispatchers
    void sizeZero_nothing_isDropped(World world) {
        Probe probe = world.spawn(keeping(0));
        Gate gate = probe.block();

        for (int i = 0; i < 1_000; i++) {
            outcome(Outcome.DELIVERED, world.node().send(probe.pid(), i));
        }

        gate.open();
        assertThat(probe.awaitMessages(1_000)).hasSize(1_000).startsWith(0);
    }

    @BothDispatchers
    void request_dropped_requesterIsTold(World world) {
        Probe probe = world.spawn(keeping(1));
        Gate gate = probe.block();
        Probe caller = world.spawn();
        Pending<ErgoException> call = caller.start(
                self -> refused(Reason.PROCESS_MAILBOX_FULL, () -> self.call(probe.pid(), Ask.echo("old"), LONG)));
        world.await("the request waits",
                () -> world.node().processInfo(probe.pid()).orElseThrow().mailbox().main() == 1);

        outcome(Outcome.DELIVERED, world.node().send(probe.pid(), "new"));

        call.get();
        gate.open();
        assertThat(probe.awaitMessages(1)).containsExactly("new");
        assertThat(probe.requests()).isEmpty();
    }

    @BothDispatchers
    void request_full_takesThePlaceOfAMessage(World world) {
        Probe probe = world.spawn(keeping(1));
        Gate gate = probe.block();
        outcome(Outcome.DELIVERED, world.node().send(probe.pid(), "old"));
        Pending<String> call = world.spawn().start(self -> self.call(probe.pid(), Ask.echo("answer"), LONG));
        world.await("the message is lost",
                () -> world.node().statistics().deadLetters().getOrDefault(Outcome.FULL, 0L) == 1);

        gate.open();

        assertThat(call.get()).isEqualTo("answer");
        assertThat(probe.messages()).isEmpty();
    }

    @BothDispatchers
    void exitSignalsAndNotices_areNeverDropped(World world) {
        Node node = world.node();
        Probe probe = world.spawn(keeping(1)).trap(true);
        Probe watched = world.spawn();
        probe.in(self -> {
            self.monitor(watched.pid());
            return self;
        });
        Probe stranger = world.spawn();
        Gate gate = probe.block();
        stranger.in(self -> self.sendExit(probe.pid(), Expect.CUSTOM).orThrow());
        watched.end();

        outcome(Outcome.FULL, node.send(probe.pid(), "urgent", Priority.MAX));
        outcome(Outcome.FULL, node.send(probe.pid(), "high", Priority.HIGH));
        stranger.in(self -> self.sendExit(probe.pid(), Reason.TAKEN).orThrow());
        gate.open();

        assertThat(probe.awaitMessages(3)).containsExactly(new MessageExitPid(stranger.pid(), Expect.CUSTOM),
                new MessageExitPid(stranger.pid(), Reason.TAKEN), new MessageDownPid(watched.pid(), Reason.SHUTDOWN));
    }

    @BothDispatchers
    void noticesBeyondTheBound_keepWhatIsThere(World world) {
        Node node = world.node();
        Probe probe = world.spawn(keeping(1)).trap(true);
        Probe stranger = world.spawn();
        Gate gate = probe.block();
        node.send(probe.pid(), "before", Priority.MAX).orThrow();
        stranger.in(self -> self.sendExit(probe.pid(), Expect.CUSTOM).orThrow());

        outcome(Outcome.FULL, node.send(probe.pid(), "after", Priority.MAX));
        gate.open();

        assertThat(probe.awaitMessages(2)).containsExactly("before", new MessageExitPid(stranger.pid(), Expect.CUSTOM));
    }

    @BothDispatchers(rounds = 3)
    void manySenders_atOnce_nothingIsLostButTheOldest(World world) {
        Probe probe = world.spawn(keeping(10));
        List<Pending<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int sender = i;
            senders.add(world.spawn().start(self -> {
                int delivered = 0;
                for (int k = 0; k < 500; k++) {
                    delivered += self.send(probe.pid(), sender * 1_000 + k).isDelivered() ? 1 : 0;
                }
                return delivered;
            }));
        }

        assertThat(senders.stream().mapToInt(Pending::get).sum()).isEqualTo(4_000);
        world.settle();
        long dropped = world.node().statistics().deadLetters().getOrDefault(Outcome.FULL, 0L);
        assertThat(probe.messages()).hasSize((int) (4_000 - dropped));
        for (int i = 0; i < 8; i++) {
            int sender = i;
            List<Integer> ofOne = probe.messages().stream().map(Integer.class::cast)
                    .filter(number -> number / 1_000 == sender).toList();
            assertThat(ofOne).isSorted().doesNotHaveDuplicates();
        }
    }
}
