package io.ergo.interop.peer;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.ergo.Delivery;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Timing.Cancellable;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;
import io.ergo.interop.value.ValueReader;
import org.jspecify.annotations.Nullable;

/** The state of the program, and the way of a command to where it runs. Any thread. */
final class Peer {

    private static final long ANSWER_MILLIS = 15_000;

    private final Output output;
    private final PeerSettings settings;
    private final Labels labels;
    private final ValueReader values;
    private final Commands commands = new Commands();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, Injected.Relay> deferred = new ConcurrentHashMap<>();
    private final Map<String, Cancellable> timers = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private volatile @Nullable Node node;

    Peer(Output output, PeerSettings settings) {
        this.output = output;
        this.settings = settings;
        this.labels = new Labels(output);
        this.values = new ValueReader(labels::parse);
    }

    Output output() {
        return output;
    }

    Labels labels() {
        return labels;
    }

    ValueReader values() {
        return values;
    }

    /** Returns the scripts of the processes by label. */
    Map<String, Script> scripts() {
        return scripts;
    }

    /** Returns the requests that were put off. */
    Map<String, Injected.Relay> deferred() {
        return deferred;
    }

    Map<String, Cancellable> timers() {
        return timers;
    }

    /** Returns what opens the callbacks that are held. */
    Map<String, CountDownLatch> held() {
        return held;
    }

    PeerSettings settings() {
        return settings;
    }

    boolean hasNode() {
        return node != null;
    }

    Node node() {
        Node current = node;
        if (current == null) {
            throw new PeerException("no node");
        }
        return current;
    }

    void node(Node started) {
        node = started;
    }

    /** Ends the node at once. */
    void stop() {
        Node current = node;
        if (current != null) {
            current.stopForce();
        }
    }

    /** Back to the beginning. */
    void reset() {
        stop();
        node = null;
        labels.forget();
        output.forget();
        scripts.clear();
        deferred.clear();
        timers.clear();
        held.clear();
    }

    /** Runs a command line and prints its answer; returns false if the program has to end. */
    boolean accept(Line line) {
        Members answer = Members.of("id", line.get("id"));
        if (line.text("cmd").equals("quit")) {
            stop();
            output.answer(new Result.Good(null).in(answer));
            return false;
        }
        if (line.isTrue("async")) {
            output.answer(new Result.Good("async").in(answer));
            Clockwork.beside("peer-async", () -> {
                Result result = execute(line);
                output.observe(result.in(done(line)));
            });
        } else {
            output.answer(execute(line).in(answer));
        }
        return true;
    }

    private static Members done(Line line) {
        String where = line.text("in");
        return Members.of("event", "done").with("process", where.isEmpty() ? "async" : "async:" + where)
                .with("op", line.get("tag")).with("cmd", line.text("cmd"));
    }

    /** Runs a command where it belongs: here or inside a process. */
    private Result execute(Line line) {
        try {
            String where = Labels.plain(line.text("in"));
            return where.isEmpty() ? run(Scope.atNode(this), line) : inject(where, line);
        } catch (RuntimeException failed) {
            return Result.of(failed);
        }
    }

    /** Runs a command in the place where the calling thread is. */
    Result run(Scope scope, Line line) {
        try {
            return new Result.Good(commands.run(scope, line));
        } catch (Exception failed) { // whatever a command throws is its result
            return Result.of(failed);
        }
    }

    private Result inject(String where, Line line) {
        Pid pid = process(where);
        CompletableFuture<Result> result = new CompletableFuture<>();
        Delivery delivery = node().send(pid, new Injected.Operation(line, result),
                Blueprint.priority(line.text("via")));
        if (!delivery.isDelivered()) {
            throw new PeerException("no way into " + where, delivery.outcome().reason());
        }
        try {
            return result.get(line.number("limit_ms", ANSWER_MILLIS), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new PeerException("no answer from " + where);
        } catch (InterruptedException | ExecutionException impossible) {
            throw new IllegalStateException(impossible); // nobody interrupts us, and the result is never an exception
        }
    }

    private Pid process(String where) {
        if (labels.parse(where) instanceof Ident.OfPid(var pid) && hasNode()) {
            return pid;
        }
        throw new PeerException(where + " is no process here");
    }
}
