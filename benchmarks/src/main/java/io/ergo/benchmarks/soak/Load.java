package io.ergo.benchmarks.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisorType;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;

/** A kind of traffic: a fixed amount of work whose processes have all ended, or been told to end, when it is over. */
enum Load {

    /** Messages to and fro between many pairs. */
    MESSAGES(1_000_000) {
        @Override
        void run(Node node, int amount) throws InterruptedException {
            CountDownLatch done = new CountDownLatch(PAIRS);
            List<Pid> all = new ArrayList<>();
            for (int i = 0; i < PAIRS; i++) {
                Pid pong = node.spawn(SoakActors.Pong::new);
                Pid ping = node.spawn(() -> new SoakActors.Ping(pong, amount / 2 / PAIRS, done));
                all.addAll(List.of(ping, pong));
                node.send(ping, "go");
            }
            await(done);
            end(node, all);
        }
    },
    /** Calls that are answered, and one in ten that is not. */
    CALLS(20_000) {
        @Override
        void run(Node node, int amount) throws InterruptedException {
            CountDownLatch done = new CountDownLatch(CALLERS);
            Pid pong = node.spawn(SoakActors.Pong::new);
            Pid mute = node.spawn(SoakActors.Mute::new);
            for (int i = 0; i < CALLERS; i++) {
                node.send(node.spawn(() -> new SoakActors.Caller(pong, mute, amount / CALLERS, done)), "go");
            }
            await(done);
            end(node, List.of(pong, mute));
        }
    },
    /** Processes that begin and end, one in four by an exception, one in four by a kill. */
    SPAWNS(100_000) {
        @Override
        void run(Node node, int amount) throws InterruptedException {
            CountDownLatch ended = new CountDownLatch(amount);
            for (int i = 0; i < amount; i++) {
                Pid mayfly = node.spawn(() -> new SoakActors.Mayfly(ended));
                switch (i % 4) {
                    case 0 -> node.kill(mayfly);
                    case 1 -> node.send(mayfly, new IllegalStateException("on purpose"));
                    default -> node.send(mayfly, "end");
                }
            }
            await(ended);
        }
    },
    /** Names and aliases taken and given back, by their owners and by the end of these. */
    NAMES(50_000) {
        @Override
        void run(Node node, int amount) throws InterruptedException {
            CountDownLatch ended = new CountDownLatch(CALLERS);
            for (int i = 0; i < CALLERS; i++) {
                String name = "soak.name" + i;
                node.send(node.spawn(() -> new SoakActors.Namer(name, amount / CALLERS, ended)), "go");
            }
            await(ended);
        }
    },
    /** Delayed sends: half of them are cancelled, some outlive their owner. */
    TIMERS(20_000) {
        @Override
        void run(Node node, int amount) throws InterruptedException {
            CountDownLatch ended = new CountDownLatch(CALLERS);
            for (int i = 0; i < CALLERS; i++) {
                node.send(node.spawn(() -> new SoakActors.Timer(amount / CALLERS, ended)), "go");
            }
            await(ended);
        }
    },
    /** Links and monitors, removed or ended by the end of their target. */
    RELATIONS(20_000) {
        @Override
        void run(Node node, int amount) throws InterruptedException {
            CountDownLatch ended = new CountDownLatch(CALLERS);
            for (int i = 0; i < CALLERS; i++) {
                node.send(node.spawn(() -> new SoakActors.Relater(amount / CALLERS, ended)), "go");
            }
            await(ended);
        }
    },
    /** Children that fail again and again, under a supervisor that allows it. */
    RESTARTS(5_000) {
        @Override
        void run(Node node, int amount) throws InterruptedException {
            CountDownLatch crashes = new CountDownLatch(amount);
            List<ChildSpec> children = IntStream.range(0, CHILDREN)
                    .mapToObj(i -> ChildSpec.of("soak.child" + i, () -> new SoakActors.Fragile(crashes))).toList();
            Pid supervisor = node.spawn(() -> Supervisor.of(SupervisorSpec.of(SupervisorType.ONE_FOR_ONE)
                    .withStrategy(RestartStrategy.PERMANENT).withIntensity(Integer.MAX_VALUE, Duration.ofSeconds(1))
                    .withChildren(children)));
            for (int i = 0; crashes.getCount() > 0; i++) {
                if (!node.send("soak.child" + i % CHILDREN, "break").isDelivered()) {
                    LockSupport.parkNanos(RESTART_NANOS);
                }
            }
            end(node, List.of(supervisor));
        }
    };

    private static final int PAIRS = 100;
    private static final int CALLERS = 20;
    private static final int CHILDREN = 20;
    private static final long LIMIT_SECONDS = 120;
    private static final long RESTART_NANOS = 20_000;

    private final int amount;

    Load(int amount) {
        this.amount = amount;
    }

    /**
     * Does its work and waits for the end of it.
     *
     * @param share of its amount
     */
    void run(Node node, double share) throws InterruptedException {
        run(node, (int) (amount * share));
    }

    abstract void run(Node node, int work) throws InterruptedException;

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "the load must be over within " + LIMIT_SECONDS + " s but " + latch.getCount() + " are left");
        }
    }

    private static void end(Node node, List<Pid> processes) {
        processes.forEach(pid -> node.sendExit(pid, Reason.SHUTDOWN));
    }
}
