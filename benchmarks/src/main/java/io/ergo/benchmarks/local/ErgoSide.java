package io.ergo.benchmarks.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.engine.NodeBuilder;

/** A node with its defaults. */
final class ErgoSide implements Side {

    private static final long LOOK_NANOS = 100_000;

    private final Node node = NodeBuilder.named("bench@localhost").start();

    @Override
    public Round oneWay(int pairs, int each) {
        CountDownLatch done = new CountDownLatch(pairs);
        List<Pid> sources = new ArrayList<>(pairs);
        List<Pid> all = new ArrayList<>(2 * pairs);
        for (int i = 0; i < pairs; i++) {
            Pid sink = node.spawn(() -> new ErgoActors.Sink(each, done));
            Pid source = node.spawn(() -> new ErgoActors.Source(sink, each));
            sources.add(source);
            all.addAll(List.of(sink, source));
        }
        return new Round(() -> sources.forEach(this::go), done, () -> end(all));
    }

    @Override
    public Round pingPong(int pairs, int exchanges) {
        CountDownLatch done = new CountDownLatch(pairs);
        List<Pid> pings = new ArrayList<>(pairs);
        List<Pid> pongs = new ArrayList<>(pairs);
        for (int i = 0; i < pairs; i++) {
            pings.add(node.spawn(() -> new ErgoActors.Ping(exchanges, done)));
            pongs.add(node.spawn(ErgoActors.Pong::new));
        }
        List<Pid> all = new ArrayList<>(pings);
        all.addAll(pongs);
        return new Round(() -> {
            for (int i = 0; i < pairs; i++) {
                node.send(pings.get(i), pongs.get(i));
            }
        }, done, () -> end(all));
    }

    @Override
    public Round call(int calls) {
        CountDownLatch done = new CountDownLatch(1);
        Pid echo = node.spawn(ErgoActors.Pong::new);
        Pid caller = node.spawn(() -> new ErgoActors.Caller(echo, calls, done));
        return new Round(() -> go(caller), done, () -> end(List.of(echo, caller)));
    }

    @Override
    public Round spawn(int actors) {
        CountDownLatch ended = new CountDownLatch(actors);
        return new Round(() -> {
            for (int i = 0; i < actors; i++) {
                node.spawn(() -> new ErgoActors.Mayfly(ended));
            }
        }, ended, () -> {});
    }

    @Override
    public void close() {
        node.stop();
    }

    private void go(Pid process) {
        node.send(process, ONE);
    }

    private void end(List<Pid> processes) {
        processes.forEach(pid -> node.sendExit(pid, Reason.SHUTDOWN));
        while (!node.processes().isEmpty()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
