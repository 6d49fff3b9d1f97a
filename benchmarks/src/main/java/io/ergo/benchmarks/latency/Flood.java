package io.ergo.benchmarks.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.actor.Actor;
import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.Latencies;

/**
 * One process keeps up to a hundred thousand messages in the main queue of another one. Meanwhile a third process is called from outside,
 * and the flooded one is sent messages of high priority, each once in a millisecond.
 */
final class Flood implements Check {

    private static final int BACKLOG = 100_000;
    private static final int BURST = 1_000;
    private static final int PROBES = 5_000;
    private static final Duration WARMUP = Duration.ofSeconds(3);

    /** Takes numbers and computes a little for each; notes how late the times come. */
    private static final class Victim extends Actor {

        private final AtomicLong taken;
        private final long[] lateNanos = new long[PROBES];
        private final CountDownLatch left = new CountDownLatch(PROBES);
        private int probes;

        Victim(AtomicLong taken) {
            this.taken = taken;
        }

        private record Probe(long sentNanos) {}

        @Override
        protected void handleMessage(Pid from, Object message) {
            if (message instanceof Probe probe) {
                lateNanos[probes++] = System.nanoTime() - probe.sentNanos();
                left.countDown();
            } else {
                taken.setOpaque(taken.getPlain() + (Busy.compute(1) == 0 ? 0 : 1));
            }
        }
    }

    /** Sends bursts as long as the backlog allows, and goes on for ever. */
    private static final class Flooder extends Actor {

        private final Pid victim;
        private final AtomicLong taken;
        private long sent;

        Flooder(Pid victim, AtomicLong taken) {
            this.victim = victim;
            this.taken = taken;
        }

        @Override
        protected void handleMessage(Pid from, Object go) {
            if (sent - taken.getOpaque() < BACKLOG) {
                for (int i = 0; i < BURST; i++) {
                    self().send(victim, 1);
                }
                sent += BURST;
            }
            self().send(self().pid(), go);
        }
    }

    @Override
    public List<Figure> measure(Node node) throws InterruptedException {
        AtomicLong taken = new AtomicLong();
        Victim flooded = new Victim(taken);
        Pid victim = node.spawn(() -> flooded);
        Pid echo = node.spawn(Echo::new);
        node.send(node.spawn(() -> new Flooder(victim, taken)), "go");
        Pace.pause(WARMUP);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(
                Pace.measured(PROBES, () -> Pace.nanos(() -> node.call(echo, Echo.ASK))).figures("answer-under-flood"));
        Pace.measured(PROBES,
                () -> Pace.nanos(() -> node.send(victim, new Victim.Probe(System.nanoTime()), Priority.HIGH)));
        long lost = Pace.left(flooded.left);
        figures.addAll(Latencies.ofNanos(flooded.lateNanos).figures("high-priority-under-flood"));
        figures.add(Figure.of("high-priority-under-flood-lost", (double) lost, "messages", PROBES, 0));
        return figures;
    }
}
