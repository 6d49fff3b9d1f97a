package io.ergo.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.ergo.Alias;
import io.ergo.Delivery;
import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.MessageExitPid;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Priority;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** A bounded mailbox whose senders wait for room. */
class AwaitRoomTest {

    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofHours(1);

    private static SpawnOptions one(Duration atMost) {
        return SpawnOptions.defaults().withMailbox(1, Overflow.await(atMost));
    }

    private static Gate fill(World world, Probe probe) {
        Gate gate = probe.block();
        world.node().send(probe.pid(), "fills").orThrow();
        return gate;
    }

    private static void awaitBlocked(World world, Probe sender) {
        world.await("the sender waits",
                () -> world.node().processState(sender.pid()).orElseThrow() == ProcessState.WAIT_RESPONSE);
    }

    @BothDispatchers
    void process_full_waitsUntilThereIsRoom(World world) {
        Probe full = world.spawn(one(LONG));
        Gate gate = fill(world, full);
        Probe sender = world.spawn();
        Pending<Delivery> send = sender.start(self -> self.send(full.pid(), "waited"));
        awaitBlocked(world, sender);
        assertThat(send.isDone()).isFalse();

        gate.open();

        outcome(Outcome.DELIVERED, send.get());
        assertThat(full.awaitMessages(2)).containsExactly("fills", "waited");
        assertThat(world.node().statistics().deadLetters().getOrDefault(Outcome.FULL, 0L)).isZero();
    }

    @BothDispatchers
    void process_waits_itsWorkerRunsOthers(World world) {
        Probe full = world.spawn(one(LONG));
        Gate gate = fill(world, full);
        List<Pending<Delivery>> sends = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sends.add(world.spawn().start(self -> self.send(full.pid(), "waited")));
        }

        assertThat(world.spawn().<String>in(_ -> "runs")).isEqualTo("runs");

        gate.open();
        sends.forEach(send -> outcome(Outcome.DELIVERED, send.get()));
        assertThat(full.awaitMessages(51)).hasSize(51);
    }

    @BothDispatchers
    void process_noRoomInTime_isToldFull(World world) {
        Probe full = world.spawn(one(SHORT));
        fill(world, full);
        Probe sender = world.spawn();

        sender.in(self -> {
            outcome(Outcome.FULL, self.send(full.pid(), "x"));
            assertThat(self.state()).isEqualTo(ProcessState.RUNNING);
            return self;
        });

        assertThat(world.node().statistics().deadLetters()).containsEntry(Outcome.FULL, 1L);
    }

    @BothDispatchers
    void foreignThread_noRoomInTime_isToldFull(World world) {
        Probe full = world.spawn(one(SHORT));
        fill(world, full);

        outcome(Outcome.FULL, world.node().send(full.pid(), "x"));
        refused(Reason.PROCESS_MAILBOX_FULL, () -> world.node().call(full.pid(), Ask.echo("x"), LONG));
    }

    @BothDispatchers
    void foreignThread_full_waitsUntilThereIsRoom(World world) {
        Probe full = world.spawn(SpawnOptions.named("full").withMailbox(1, Overflow.await(LONG)));
        Gate gate = fill(world, full);
        Probe opener = world.probe().onMessage((_, _) -> gate.open()).spawn();
        opener.in(self -> self.sendAfter(self.pid(), "open", SHORT));

        outcome(Outcome.DELIVERED, world.node().send("full", "waited"));

        assertThat(full.awaitMessages(2)).containsExactly("fills", "waited");
    }

    @BothDispatchers
    void call_full_waitsForRoomAndIsAnswered(World world) {
        Probe full = world.spawn(one(LONG));
        Gate gate = fill(world, full);
        Probe caller = world.spawn();
        Pending<String> call = caller.start(self -> self.call(full.pid(), Ask.echo("answer"), LONG));
        awaitBlocked(world, caller);

        gate.open();

        assertThat(call.get()).isEqualTo("answer");
    }

    @BothDispatchers
    void call_answeredBeforeTheCallerGoesOn_isAnswered(World world) {
        world.startAround(dispatcher -> new TardyTasks(dispatcher).dispatcher());
        Probe full = world.spawn(one(LONG));
        Gate gate = fill(world, full);
        Probe caller = world.spawn();
        Pending<String> call = caller.start(self -> self.call(full.pid(), Ask.echo("answer"), LONG));
        awaitBlocked(world, caller);

        gate.open();

        assertThat(call.get()).isEqualTo("answer");
    }

    @BothDispatchers
    void call_noRoomWithinItsTimeout_isToldFull(World world) {
        Probe full = world.spawn(one(LONG));
        fill(world, full);

        world.spawn().in(
                self -> refused(Reason.PROCESS_MAILBOX_FULL, () -> self.call(full.pid(), Ask.echo("x"), SHORT)));
        assertThat(world.node().audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void eachQueue_hasItsOwnRoom(World world) {
        Probe full = world.spawn(one(LONG));
        Gate gate = fill(world, full);
        List<Pending<Delivery>> sends = new ArrayList<>();
        for (Priority priority : List.of(Priority.HIGH, Priority.MAX)) {
            world.node().send(full.pid(), "fills " + priority, priority).orThrow();
            Probe sender = world.spawn();
            sends.add(sender.start(self -> self.send(full.pid(), "waited " + priority, priority)));
            awaitBlocked(world, sender);
        }

        gate.open();

        sends.forEach(send -> outcome(Outcome.DELIVERED, send.get()));
        world.settle();
        assertThat(full.messages()).contains("waited HIGH", "waited MAX");
    }

    @BothDispatchers
    void itself_byAnyAddress_isToldFullAtOnce(World world) {
        world.spawn(one(LONG).withName("me")).in(self -> {
            Alias alias = self.createAlias();
            self.send(self.pid(), "fills").orThrow();
            outcome(Outcome.FULL, self.send(self.pid(), "x"));
            outcome(Outcome.FULL, self.send("me", "x"));
            outcome(Outcome.FULL, self.send(alias, "x"));
            outcome(Outcome.FULL, self.node().send(self.pid(), "x"));
            return self;
        });
    }

    @BothDispatchers
    void spawnerThatWaitsForInit_isToldFullAtOnce(World world) {
        Probe parent = world.spawn(one(LONG));
        Probe child = world.probe().inInit(self -> {
            self.send(self.parent(), "fills").orThrow();
            outcome(Outcome.FULL, self.send(self.parent(), "x"));
            return self;
        });

        child.spawnedBy(parent, SpawnOptions.defaults());

        assertThat(parent.awaitMessages(1)).containsExactly("fills");
    }

    @BothDispatchers(rounds = 5, seeds = 20)
    void two_thatBlockEachOther_oneIsToldFull(World world) {
        Probe first = world.spawn(one(LONG));
        Probe second = world.spawn(one(LONG));
        Gate one = fill(world, first);
        Gate other = fill(world, second);
        Pending<Delivery> a = queued(world, first, self -> self.send(second.pid(), "x"));
        Pending<Delivery> b = queued(world, second, self -> self.send(first.pid(), "x"));

        one.open();
        other.open();

        List<Outcome> outcomes = List.of(a.get().outcome(), b.get().outcome());
        assertThat(outcomes).allMatch(outcome -> outcome == Outcome.DELIVERED || outcome == Outcome.FULL);
        world.settle();
    }

    /** Has the body run behind what fills the mailbox; a message of high priority fills the main queue again before. */
    private static Pending<Delivery> queued(World world, Probe probe, Body<Delivery> body) {
        Pending<Delivery> pending = new Pending<>(world, body);
        world.node().send(probe.pid(), pending, Priority.HIGH).orThrow();
        return pending;
    }

    @BothDispatchers
    void circleOfThree_closedByTheLast_isToldFullAtOnce(World world) {
        List<Probe> probes = IntStream.range(0, 3).mapToObj(_ -> world.spawn(one(LONG))).toList();
        List<Gate> gates = probes.stream().map(probe -> fill(world, probe)).toList();
        List<Pending<Delivery>> sends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Probe next = probes.get((i + 1) % 3);
            sends.add(queued(world, probes.get(i), self -> self.send(next.pid(), "x")));
        }

        for (int i = 0; i < 2; i++) {
            gates.get(i).open();
            awaitBlocked(world, probes.get(i));
        }
        gates.get(2).open();

        outcome(Outcome.FULL, sends.get(2).get());
        outcome(Outcome.DELIVERED, sends.get(1).get());
        outcome(Outcome.DELIVERED, sends.get(0).get());
    }

    @BothDispatchers
    void sender_killed_endsAtOnce(World world) {
        Probe full = world.spawn(one(LONG));
        fill(world, full);
        Probe sender = world.spawn();
        Pending<Delivery> send = sender.start(self -> self.send(full.pid(), "x"));
        awaitBlocked(world, sender);

        world.node().kill(sender.pid());

        outcome(Outcome.TERMINATED, send.get());
        assertThat(sender.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void callerWaitingForRoom_killed_endsAtOnce(World world) {
        Probe full = world.spawn(one(LONG));
        fill(world, full);
        Probe caller = world.spawn();
        Pending<ErgoException> call = caller
                .start(self -> refused(Reason.PROCESS_TERMINATED, () -> self.call(full.pid(), Ask.echo("x"), LONG)));
        awaitBlocked(world, caller);

        world.node().kill(caller.pid());

        call.get();
        assertThat(caller.awaitEnd()).isEqualTo(Reason.KILL);
        assertThat(world.node().audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void senderThroughTheNode_killed_endsAtOnce(World world) {
        Probe full = world.spawn(one(LONG));
        fill(world, full);
        Probe sender = world.spawn();
        Pending<Delivery> send = sender.start(self -> self.node().send(full.pid(), "x"));
        awaitBlocked(world, sender);

        world.node().kill(sender.pid());

        outcome(Outcome.TERMINATED, send.get());
        assertThat(sender.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void receiver_killedWhileItsHandlerRuns_sendersAreToldAtOnce(World world) {
        Probe full = world.spawn(one(LONG));
        fill(world, full);
        List<Pending<Delivery>> sends = IntStream.range(0, 5)
                .mapToObj(_ -> world.spawn()).map(sender -> blocked(world, sender, full)).toList();

        world.node().kill(full.pid());

        sends.forEach(send -> outcome(Outcome.TERMINATED, send.get()));
        assertThat(full.isEnded()).isFalse();
    }

    @BothDispatchers
    void receiver_endsByItself_sendersAreToldAtOnce(World world) {
        Probe full = world.spawn(one(LONG));
        Gate gate = full.block();
        world.node().send(full.pid(), new IllegalStateException("ends the receiver")).orThrow();
        List<Pending<Delivery>> sends = IntStream.range(0, 5)
                .mapToObj(_ -> world.spawn()).map(sender -> blocked(world, sender, full)).toList();

        gate.open();

        sends.forEach(send -> assertThat(send.get().outcome()).isIn(Outcome.TERMINATED, Outcome.DELIVERED));
        full.awaitEnd();
    }

    private static Pending<Delivery> blocked(World world, Probe sender, Probe full) {
        Pending<Delivery> send = sender.start(self -> self.send(full.pid(), "x"));
        awaitBlocked(world, sender);
        return send;
    }

    @BothDispatchers
    void whoCannotWait_isToldFullAtOnce(World world) {
        Node node = world.node();
        Probe full = world.spawn(one(LONG));
        fill(world, full);

        CompletableFuture<String> request = node.request(full.pid(), Ask.echo("x"), LONG);
        world.spawn().in(self -> self.sendAfter(full.pid(), "x", Duration.ZERO));

        world.await("the request fails", request::isDone);
        assertThat(request).isCompletedExceptionally();
        world.await("the delayed send is lost",
                () -> node.statistics().deadLetters().getOrDefault(Outcome.FULL, 0L) == 2);
    }

    @BothDispatchers
    void exitSignals_full_areTaken(World world) {
        Probe full = world.spawn(one(LONG)).trap(true);
        Gate gate = fill(world, full);
        world.node().send(full.pid(), "fills", Priority.MAX).orThrow();

        Probe stranger = world.spawn();
        stranger.in(self -> self.sendExit(full.pid(), Expect.CUSTOM).orThrow());
        gate.open();

        assertThat(full.awaitMessages(3)).contains(new MessageExitPid(stranger.pid(), Expect.CUSTOM));
    }

    @BothDispatchers
    void senderInItsTerminateCallback_waits(World world) {
        Probe full = world.spawn(one(LONG));
        Gate gate = fill(world, full);
        Probe sender = world.probe().onTerminate((self, _) -> self.send(full.pid(), "last words").orThrow()).spawn();
        world.node().sendExit(sender.pid(), Reason.SHUTDOWN).orThrow();
        world.await("it leaves", () -> world.node().processInfo(sender.pid()).isEmpty());

        gate.open();

        assertThat(full.awaitMessages(2)).containsExactly("fills", "last words");
        sender.awaitEnd();
    }

    @BothDispatchers
    void nodeStops_senderWaits_isReleased(World world) {
        Probe full = world.spawn(one(LONG));
        Gate gate = fill(world, full);
        Probe sender = world.spawn();
        Pending<Delivery> send = blocked(world, sender, full);

        gate.open();
        world.node().stop();

        assertThat(send.get().outcome()).isIn(Outcome.DELIVERED, Outcome.TERMINATED);
        assertThat(sender.isEnded()).isTrue();
    }

    @BothDispatchers(rounds = 3, seeds = 10)
    void manySenders_smallMailbox_everythingArrivesInOrder(World world) {
        Probe full = world.spawn(SpawnOptions.defaults().withMailbox(2, Overflow.await(LONG)));
        List<Pending<Boolean>> senders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int sender = i;
            senders.add(world.spawn().start(self -> {
                for (int k = 0; k < 100; k++) {
                    self.send(full.pid(), sender * 1_000 + k).orThrow();
                }
                return true;
            }));
        }

        senders.forEach(sender -> assertThat(sender.get()).isTrue());
        assertThat(full.awaitMessages(800)).hasSize(800);
        for (int i = 0; i < 8; i++) {
            int sender = i;
            assertThat(full.messages().stream().map(Integer.class::cast).filter(n -> n / 1_000 == sender)).isSorted()
                    .hasSize(100);
        }
    }
}
