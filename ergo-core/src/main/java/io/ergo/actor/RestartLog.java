package io.ergo.actor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SupervisionInfo.Decision;
import io.ergo.SupervisionInfo.Restart;
import org.jspecify.annotations.Nullable;

/** The latest failures and what was done about them. The supervisor's process writes, any thread reads. */
final class RestartLog {

    /** How many are kept. */
    static final int CAPACITY = 32;

    private static final class Line {

        private final Child child;
        private Restart restart;

        Line(Child child, Restart restart) {
            this.child = child;
            this.restart = restart;
        }
    }

    /** Guarded by this. */
    private final Deque<Line> lines = new ArrayDeque<>();

    /** The child, or what takes its place, is restarted or given up. */
    synchronized void add(Child child, Instant when, @Nullable Pid ended, Reason reason, Decision decision) {
        if (lines.size() == CAPACITY) {
            lines.removeFirst();
        }
        lines.addLast(new Line(child, new Restart(when, child.name(), ended, reason, decision, Duration.ZERO, null)));
    }

    /** The restart of the child waits. */
    synchronized void paused(Child child, Duration pause) {
        Line line = openLine(child);
        if (line != null) {
            Restart r = line.restart;
            line.restart = new Restart(r.when(), r.child(), r.ended(), r.reason(), r.decision(), pause, null);
        }
    }

    /** The child runs; that it was restarted is known if it was. */
    synchronized void started(Child child, Pid pid) {
        Line line = openLine(child);
        if (line != null) {
            Restart r = line.restart;
            line.restart = new Restart(r.when(), r.child(), r.ended(), r.reason(), r.decision(), r.pause(), pid);
        }
    }

    /** Returns the latest line of the child if nothing has become of it yet. */
    private @Nullable Line openLine(Child child) {
        for (Line line : (Iterable<Line>) lines::descendingIterator) {
            if (line.child == child) {
                return line.restart.started() == null ? line : null;
            }
        }
        return null;
    }

    /** Returns all, the oldest first. Any thread. */
    synchronized List<Restart> all() {
        return lines.stream().map(line -> line.restart).toList();
    }
}
