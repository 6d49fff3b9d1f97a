package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.ergo.Delivery.Outcome;
import io.ergo.MessageExitPid;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Timing.Cancellable;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Delayed sends belong to the process that ordered them. */
class TimerTest {

    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration WHILE = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofHours(1);

    @BothDispatchers
    void sendAfter_due_arrivesFromItsOwner(World world) {
        Probe owner = world.spawn();
        Probe receiver = world.spawn(SpawnOptions.named("receiver"));

        List<Cancellable> timers = owner.in(self -> List.of(self.sendAfter(receiver.pid(), "by pid", Duration.ZERO),
                self.sendAfter("receiver", "by name", SHORT), self.sendAfter(self.pid(), "to itself", SHORT)));

        assertThat(receiver.awaitMessages(2)).containsExactly("by pid", "by name");
        assertThat(receiver.received().getFirst().from()).isEqualTo(owner.pid());
        assertThat(owner.awaitMessages(1)).containsExactly("to itself");
        world.await("no timer is left", () -> world.node().audit().timers() == 0);
        assertThat(timers).noneMatch(Cancellable::cancel);
    }

    @BothDispatchers
    void sendAfter_several_arriveInTheOrderOfTheirTimes(World world) {
        Probe owner = world.spawn();

        owner.in(self -> {
            for (int millis : new int[] {600, 200, 1000, 400, 800}) {
                self.sendAfter(self.pid(), millis, Duration.ofMillis(millis));
            }
            return self;
        });

        assertThat(owner.awaitMessages(5)).containsExactly(200, 400, 600, 800, 1000);
    }

    @BothDispatchers
    void X7_cancel_beforeItFires_preventsTheSendOnce(World world) {
        Probe owner = world.spawn();

        Cancellable timer = owner.in(self -> self.sendAfter(self.pid(), "never", LONG));

        assertThat(timer.cancel()).isTrue();
        assertThat(timer.cancel()).isFalse();
        assertThat(world.node().audit().timers()).isZero();
    }

    @BothDispatchers
    void X7_cancel_aroundTheTimeItFires_tellsTheTruth(World world) {
        Probe owner = world.spawn();
        for (int micros = 0; micros < 2_000; micros += 50) {
            Duration delay = Duration.ofNanos(micros * 1_000L);
            int before = owner.messages().size();

            boolean prevented = owner.in(self -> self.sendAfter(self.pid(), "perhaps", delay).cancel());

            owner.awaitMessages(prevented ? before : before + 1);
            world.await("the timer is gone", () -> world.node().audit().timers() == 0);
            world.settle();
            assertThat(owner.messages()).hasSize(prevented ? before : before + 1);
        }
    }

    @BothDispatchers
    void X7_ownerEnded_timers_areCancelled(World world) {
        Node node = world.node();
        Probe receiver = world.spawn();
        for (Ending ending : Ending.values()) {
            Probe owner = world.spawn();
            Cancellable timer = owner.in(self -> {
                self.sendAfter(receiver.pid(), "in time", SHORT);
                return self.sendAfter(receiver.pid(), "never", LONG);
            });

            ending.happenTo(owner, node);
            owner.awaitEnd();

            assertThat(node.audit().timers()).as("%s", ending).isZero();
            assertThat(timer.cancel()).isFalse();
        }
        world.settle();
        int before = receiver.messages().size();
        world.advance(SHORT.multipliedBy(2));
        assertThat(receiver.messages()).hasSize(before);
    }

    @BothDispatchers
    void sendAfter_priority_isTheOneOfTheTimeItFires(World world) {
        Probe owner = world.spawn();
        Probe receiver = world.spawn();
        Gate gate = receiver.block();
        owner.in(self -> {
            self.sendAfter(receiver.pid(), "named", WHILE, Priority.MAX);
            self.sendAfter(receiver.pid(), "by default", WHILE);
            self.sendPriority(Priority.HIGH);
            return self.send(receiver.pid(), "normal", Priority.NORMAL).orThrow();
        });

        world.await("all three wait",
                () -> world.node().processInfo(receiver.pid()).orElseThrow().mailbox().total() == 3);
        gate.open();

        assertThat(receiver.awaitMessages(3)).containsExactly("named", "by default", "normal");
    }

    @BothDispatchers
    void sendAfter_toNobody_isADeadLetter(World world) {
        Node node = world.node();
        long before = node.statistics().deadLetters().getOrDefault(Outcome.UNKNOWN, 0L);

        world.spawn().in(self -> self.sendAfter("nobody", "x", SHORT));

        world.await("the dead letter is counted",
                () -> node.statistics().deadLetters().getOrDefault(Outcome.UNKNOWN, 0L) == before + 1);
    }

    @BothDispatchers
    void sendAfter_nameTakenLater_arrives(World world) {
        world.spawn().in(self -> self.sendAfter("later", "x", WHILE));

        Probe receiver = world.spawn(SpawnOptions.named("later"));

        assertThat(receiver.awaitMessages(1)).containsExactly("x");
    }

    @BothDispatchers
    void sendAfter_many_allArriveOnce(World world) {
        Probe owner = world.spawn();
        List<Object> numbers = IntStream.range(0, 2_000).boxed().map(Object.class::cast).toList();

        owner.in(self -> {
            numbers.forEach(number -> self.sendAfter(self.pid(), number, Duration.ofMillis((Integer) number % 50)));
            return self;
        });

        assertThat(owner.awaitMessages(2_000)).containsExactlyInAnyOrderElementsOf(numbers);
        world.await("no timer is left", () -> world.node().audit().timers() == 0);
    }

    @BothDispatchers
    void nodeStopped_timers_areGone(World world) {
        Node node = world.node();
        world.spawn().in(self -> self.sendAfter(self.pid(), "never", LONG));
        assertThat(node.audit().timers()).isEqualTo(1);

        node.stop();

        assertThat(node.audit().timers()).isZero();
    }

    @BothDispatchers
    void X7_sendExitAfter_due_endsTheReceiver(World world) {
        Probe owner = world.spawn();
        Probe receiver = world.spawn();
        Probe trapping = world.spawn().trap(true);

        owner.in(self -> {
            self.sendExitAfter(trapping.pid(), Expect.CUSTOM, SHORT);
            return self.sendExitAfter(receiver.pid(), Expect.CUSTOM, SHORT);
        });

        Expect.wrapped(owner.pid(), Expect.CUSTOM, receiver.awaitEnd());
        assertThat(trapping.awaitMessages(1)).containsExactly(new MessageExitPid(owner.pid(), Expect.CUSTOM));
        assertThat(world.node().audit().timers()).isZero();
    }

    @BothDispatchers
    void sendExitAfter_toWhomItMayNotOrNothing_isRefusedAtOnce(World world) {
        Probe leader = world.spawn();
        Probe parent = world.spawn(SpawnOptions.defaults().withLeader(leader.pid()));
        Probe child = world.probe().spawnedBy(parent, SpawnOptions.defaults());
        Pid stranger = world.spawn().pid();

        child.in(self -> {
            refused(Reason.NOT_ALLOWED, () -> self.sendExitAfter(self.pid(), Reason.SHUTDOWN, SHORT));
            refused(Reason.NOT_ALLOWED, () -> self.sendExitAfter(parent.pid(), Reason.SHUTDOWN, SHORT));
            refused(Reason.NOT_ALLOWED, () -> self.sendExitAfter(leader.pid(), Reason.SHUTDOWN, SHORT));
            refused(Reason.INCORRECT, () -> self.sendExitAfter(stranger, Expect.nothing(), SHORT));
            refused(Reason.INCORRECT, () -> self.sendExitAfter(Expect.nothing(), Reason.SHUTDOWN, SHORT));
            refused(Reason.INCORRECT, () -> self.sendExitAfter(stranger, Reason.SHUTDOWN, SHORT.negated()));
            refused(Reason.INCORRECT, () -> self.sendExitAfter(stranger, Reason.SHUTDOWN, Expect.nothing()));
            return self;
        });
        refused(Reason.NOT_ALLOWED, () -> child.context().sendExitAfter(stranger, Reason.SHUTDOWN, SHORT));
        assertThat(world.node().audit().timers()).isZero();
    }

    @BothDispatchers
    void X7_sendExitAfter_cancelledOrItsOwnerEnded_isNotSent(World world) {
        Probe receiver = world.spawn();
        Probe owner = world.spawn();
        Probe ending = world.spawn();

        assertThat(owner.<Boolean>in(self -> self.sendExitAfter(receiver.pid(), Expect.CUSTOM, SHORT).cancel()))
                .isTrue();
        ending.in(self -> self.sendExitAfter(receiver.pid(), Expect.CUSTOM, SHORT));
        ending.end();
        world.advance(SHORT.multipliedBy(2));

        assertThat(receiver.isEnded()).isFalse();
        assertThat(world.node().audit().timers()).isZero();
    }

    @BothDispatchers
    void sendExitAfter_receiverGoneMeanwhile_isNoError(World world) {
        Probe receiver = world.spawn();
        Probe owner = world.spawn();
        owner.in(self -> self.sendExitAfter(receiver.pid(), Expect.CUSTOM, SHORT));

        receiver.end();

        world.await("the timer is over", () -> world.node().audit().timers() == 0);
        assertThat(owner.<String>in(_ -> "lives")).isEqualTo("lives");
    }

    @BothDispatchers
    void D8_sendAfter_toAName_withPriority_arrives(World world) {
        Probe receiver = world.spawn(SpawnOptions.named("receiver"));
        Gate gate = receiver.block();
        world.node().send(receiver.pid(), "normal").orThrow();

        world.spawn().in(self -> self.sendAfter("receiver", "urgent", Duration.ZERO, Priority.MAX));
        world.await("both wait", () -> world.node().processInfo(receiver.pid()).orElseThrow().mailbox().total() == 2);
        gate.open();

        assertThat(receiver.awaitMessages(2)).containsExactly("urgent", "normal");
    }

    @BothDispatchers
    void delays_thatNeverEnd_canBeCancelled(World world) {
        Duration forEver = Duration.ofSeconds(Long.MAX_VALUE);

        assertThat(world.spawn().<Boolean>in(self -> self.sendAfter(self.pid(), "x", forEver).cancel())).isTrue();
    }
}
