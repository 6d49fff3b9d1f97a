package io.ergo.benchmarks.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.actor.Actor;
import io.ergo.benchmarks.figure.Figure;

/** Ten thousand processes call one that answers when it has the requests of all. The time is from the first message to the last answer. */
final class BlockedCalls implements Check {

    private static final int CALLERS = 10_000;
    private static final int WARMUPS = 2;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Calls once. */
    private static final class Caller extends Actor {

        private final Pid to;
        private final CountDownLatch answered;

        Caller(Pid to, CountDownLatch answered) {
            this.to = to;
            this.answered = answered;
        }

        @Override
        protected void handleMessage(Pid from, Object go) {
            self().call(to, Echo.ASK, TIMEOUT);
            answered.countDown();
        }
    }

    /** Keeps all requests until the last one is there. */
    private static final class Collector extends Actor {

        private final List<Pending> pending = new ArrayList<>(CALLERS);

        private record Pending(Pid from, Ref ref) {}

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            pending.add(new Pending(from, ref));
            if (pending.size() == CALLERS) {
                pending.forEach(each -> self().respond(each.from(), each.ref(), 1));
            }
            return Reply.later();
        }
    }

    @Override
    public List<Figure> measure(Node node) throws InterruptedException {
        List<Figure> figures = List.of();
        for (int round = 0; round <= WARMUPS; round++) {
            figures = round(node);
        }
        return figures;
    }

    private static List<Figure> round(Node node) throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(CALLERS);
        Pid collector = node.spawn(Collector::new);
        List<Pid> callers = new ArrayList<>(CALLERS);
        for (int i = 0; i < CALLERS; i++) {
            callers.add(node.spawn(() -> new Caller(collector, answered)));
        }
        System.gc();
        long begin = System.nanoTime();
        callers.forEach(caller -> node.send(caller, "go"));
        long unanswered = Pace.left(answered);
        double seconds = (System.nanoTime() - begin) / 1e9;
        callers.forEach(node::kill);
        node.kill(collector);
        return List.of(Figure.of("blocked-calls", seconds * 1e3, "ms", CALLERS, seconds),
                Figure.of("blocked-calls-unanswered", (double) unanswered, "calls", CALLERS, seconds));
    }
}
