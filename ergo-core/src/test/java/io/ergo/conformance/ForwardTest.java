package io.ergo.conformance;

import java.time.Duration;
import java.util.Objects;

import io.ergo.Address;
import io.ergo.Args;
import io.ergo.Delivery;
import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Reply;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import org.jspecify.annotations.Nullable;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Entries of a mailbox that are handed to another process. */
class ForwardTest {

    private static final Duration LONG = Duration.ofHours(1);

    /** Hands everything to one receiver and keeps what came of the last one. */
    private static final class Relay implements ProcessBehavior {

        private final Pid to;
        private final Priority priority;
        private volatile @Nullable Delivery delivery;
        private volatile @Nullable ErgoException refusal;
        private volatile @Nullable BehaviorContext process;
        private volatile @Nullable Entry kept;
        private volatile @Nullable Address target;
        private volatile boolean throwsAfterwards;

        Relay(Pid to, Priority priority) {
            this.to = to;
            this.priority = priority;
        }

        @Override
        public void start(BehaviorContext context, Args args) {
            process = context;
        }

        @Override
        public void handle(Entry entry) {
            kept = entry;
            target = entry.target();
            if (entry.kind() == Entry.Kind.EXIT) {
                refusal = refused(Reason.INCORRECT,
                        () -> Objects.requireNonNull(process).forward(to, entry, priority));
                throw new Stop(Reason.SHUTDOWN);
            }
            delivery = Objects.requireNonNull(process).forward(to, entry, priority);
            if (throwsAfterwards) {
                throw new IllegalStateException("after forwarding");
            }
        }

        @Override
        public void end(Reason why) {}

        Delivery last(World world) {
            world.await("something was forwarded", () -> delivery != null);
            return Objects.requireNonNull(delivery);
        }
    }

    private static Pid spawn(World world, Relay relay) {
        return world.node().spawn(() -> relay, SpawnOptions.named("relay"));
    }

    @BothDispatchers
    void message_keepsSenderAndMessage(World world) {
        Probe worker = world.spawn();
        Pid relay = spawn(world, new Relay(worker.pid(), Priority.NORMAL));
        Probe sender = world.spawn();

        sender.in(self -> self.send(relay, "message").orThrow());

        assertThat(worker.awaitMessages(1)).containsExactly("message");
        assertThat(worker.received().getFirst().from()).isEqualTo(sender.pid());
    }

    @BothDispatchers
    void D25_target_ofARequestToo_isKept(World world) {
        Relay last = new Relay(world.spawn().pid(), Priority.NORMAL);
        Pid second = world.node().spawn(() -> last);
        Pid first = spawn(world, new Relay(second, Priority.NORMAL));

        world.node().send("relay", "by name").orThrow();
        world.await("it arrived", () -> last.target != null);
        assertThat(last.target).isEqualTo(ProcessId.local("relay"));
        assertThat(world.node().<String>call(first, Ask.echo("by pid"))).isEqualTo("by pid");
        assertThat(last.target).isEqualTo(first);
    }

    @BothDispatchers
    void priority_decidesTheQueue(World world) {
        Probe worker = world.spawn();
        Gate gate = worker.block();
        world.node().send(worker.pid(), "normal").orThrow();
        Relay relay = new Relay(worker.pid(), Priority.MAX);
        world.node().send(spawn(world, relay), "forwarded").orThrow();
        outcome(Outcome.DELIVERED, relay.last(world));

        gate.open();

        assertThat(worker.awaitMessages(2)).containsExactly("forwarded", "normal");
    }

    @BothDispatchers
    void request_isAnsweredStraightByTheNewHolder(World world) {
        Probe worker = world.spawn();
        Pid relay = spawn(world, new Relay(worker.pid(), Priority.NORMAL));
        Probe caller = world.spawn();
        Ask<String> whoAmI = (self, from, ref) -> Reply.of(self.pid() + " for " + from);

        assertThat(caller.<String>in(self -> self.call(relay, whoAmI)))
                .isEqualTo(worker.pid() + " for " + caller.pid());
        assertThat(world.node().<String>call(relay, whoAmI)).isEqualTo(worker.pid() + " for " + world.node().pid());
        assertThat(world.node().inspect(relay)).isEmpty();
    }

    @BothDispatchers
    void request_newHolderEnds_requesterIsTold(World world) {
        Probe worker = world.spawn();
        Gate gate = worker.block();
        Relay behavior = new Relay(worker.pid(), Priority.NORMAL);
        Pid relay = spawn(world, behavior);
        Pending<ErgoException> call = world.spawn()
                .start(self -> refused(Reason.PROCESS_TERMINATED, () -> self.call(relay, Ask.echo("x"), LONG)));
        outcome(Outcome.DELIVERED, behavior.last(world));

        world.node().kill(worker.pid());
        gate.open();

        call.get();
    }

    @BothDispatchers
    void request_forwarderFailsAfterwards_isAnsweredAllTheSame(World world) {
        Probe worker = world.spawn();
        Gate gate = worker.block();
        Relay behavior = new Relay(worker.pid(), Priority.NORMAL);
        behavior.throwsAfterwards = true;
        Pid relay = spawn(world, behavior);
        Pending<String> call = world.spawn().start(self -> self.call(relay, Ask.echo("answer"), LONG));
        world.await("the forwarder is gone", () -> world.node().processInfo(relay).isEmpty());

        gate.open();

        assertThat(call.get()).isEqualTo("answer");
    }

    @BothDispatchers
    void receiver_unknownTerminatedOrFull_isTold(World world) {
        Probe full = world.spawn(SpawnOptions.defaults().withMailbox(1, Overflow.await(LONG)));
        full.block();
        world.node().send(full.pid(), "fills").orThrow();
        Probe zombie = world.spawn();
        zombie.block();
        world.node().kill(zombie.pid());

        outcome(Outcome.FULL, forwarded(world, full.pid()));
        outcome(Outcome.TERMINATED, forwarded(world, zombie.pid()));
        outcome(Outcome.UNKNOWN, forwarded(world, Expect.unknownPid(world.node())));
        outcome(Outcome.NO_ROUTE, forwarded(world, new Pid("other@localhost", 1001, 1)));
    }

    private static Delivery forwarded(World world, Pid to) {
        Relay behavior = new Relay(to, Priority.NORMAL);
        Pid relay = world.node().spawn(() -> behavior);
        world.node().send(relay, "message").orThrow();
        return behavior.last(world);
    }

    @BothDispatchers
    void undelivered_isStillTheForwarders(World world) {
        Relay behavior = new Relay(Expect.unknownPid(world.node()), Priority.NORMAL);
        Pid relay = spawn(world, behavior);

        refused(Reason.TIMEOUT, () -> world.node().call(relay, "x", String.class, Duration.ofMillis(30)));

        outcome(Outcome.UNKNOWN, behavior.last(world));
    }

    @BothDispatchers
    void exitSignal_isNotForwarded(World world) {
        Relay behavior = new Relay(world.spawn().pid(), Priority.NORMAL);
        Pid relay = spawn(world, behavior);

        world.node().sendExit(relay, Reason.SHUTDOWN).orThrow();

        world.await("it was refused", () -> behavior.refusal != null);
        assertThat(behavior.refusal).hasMessageContaining("EXIT");
    }

    @BothDispatchers
    void outsideOfItsHandler_isNotAllowed(World world) {
        Probe worker = world.spawn();
        Relay behavior = new Relay(worker.pid(), Priority.NORMAL);
        world.node().send(spawn(world, behavior), "message").orThrow();
        behavior.last(world);
        world.settle();

        refused(Reason.NOT_ALLOWED, () -> Objects.requireNonNull(behavior.process).forward(worker.pid(),
                Objects.requireNonNull(behavior.kept), Priority.NORMAL));
        assertThat(worker.awaitMessages(1)).hasSize(1);
    }
}
