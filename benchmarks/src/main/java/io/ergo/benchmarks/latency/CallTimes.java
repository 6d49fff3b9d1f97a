package io.ergo.benchmarks.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.actor.Actor;
import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.Latencies;

/** Calls of one process to another, one right after the other; then calls of a thread outside, one each millisecond. */
final class CallTimes implements Check {

    private static final int CALLS = 200_000;
    private static final int WARMUPS = 3;
    private static final int OUTSIDE_CALLS = 5_000;

    /** Calls again and again and hands over the times. */
    private static final class Caller extends Actor {

        private final Pid to;
        private final CompletableFuture<Latencies> measured;

        Caller(Pid to, CompletableFuture<Latencies> measured) {
            this.to = to;
            this.measured = measured;
        }

        @Override
        protected void handleMessage(Pid from, Object go) {
            long[] nanos = new long[CALLS];
            for (int i = 0; i < CALLS; i++) {
                nanos[i] = Pace.nanos(() -> self().call(to, Echo.ASK));
            }
            measured.complete(Latencies.ofNanos(nanos));
        }
    }

    @Override
    public List<Figure> measure(Node node) {
        Pid echo = node.spawn(Echo::new);
        for (int i = 0; i < WARMUPS; i++) {
            fromProcess(node, echo);
        }
        List<Figure> figures = new ArrayList<>(fromProcess(node, echo).figures("call"));
        figures.addAll(Pace.measured(OUTSIDE_CALLS, () -> Pace.nanos(() -> node.call(echo, Echo.ASK)))
                .figures("call-from-outside"));
        return figures;
    }

    private static Latencies fromProcess(Node node, Pid echo) {
        CompletableFuture<Latencies> measured = new CompletableFuture<>();
        System.gc();
        Pid caller = node.spawn(() -> new Caller(echo, measured));
        node.send(caller, "go");
        Latencies latencies = measured.join();
        node.kill(caller);
        return latencies;
    }
}
