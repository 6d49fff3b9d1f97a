package io.ergo.benchmarks.latency;

import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.actor.Actor;
import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.Heap;

/**
 * The heap that half a million anonymous processes without links use, the actor's own object included: before their first message and after.
 */
final class IdleProcess implements Check {

    private static final int PROCESSES = 500_000;

    /** Has no field of its own; the latch is for all. */
    private static final class Idle extends Actor {

        @Override
        protected void handleMessage(Pid from, Object message) {
            ((CountDownLatch) message).countDown();
        }
    }

    @Override
    public List<Figure> measure(Node node) throws InterruptedException {
        Pid first = node.spawn(Idle::new);
        long empty = Heap.usedBytes();
        long begin = System.nanoTime();
        for (int i = 0; i < PROCESSES; i++) {
            node.spawn(Idle::new);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long spawned = Heap.usedBytes();
        wake(node, first);
        long awake = Heap.usedBytes();
        return List.of(Figure.of("idle-process", (double) (spawned - empty) / PROCESSES, "bytes", PROCESSES, seconds),
                Figure.of("idle-process-after-a-message", (double) (awake - empty) / PROCESSES, "bytes", PROCESSES,
                        seconds));
    }

    private static void wake(Node node, Pid first) throws InterruptedException {
        CountDownLatch awake = new CountDownLatch(PROCESSES);
        node.processes().stream().filter(pid -> pid.id() > first.id()).forEach(pid -> node.send(pid, awake));
        long asleep = Pace.left(awake);
        if (asleep > 0) {
            throw new IllegalStateException("all processes must handle their message but " + asleep + " did not");
        }
    }
}
