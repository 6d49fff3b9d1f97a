package io.ergo.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.ergo.Node;
import io.ergo.NodeAudit;

/** Stops a node and looks for what it leaves behind. */
final class Leaks {

    /** Threads end by themselves soon after the node stopped, unless a process keeps one. */
    private static final Duration END_OF_THREADS = Duration.ofSeconds(5);

    private Leaks() {}

    static void check(Node node, Pace pace) {
        boolean orderly = node.stop();
        if (node.audit().processes().isEmpty()) {
            pace.await(END_OF_THREADS, () -> node.audit().workers() == 0);
        }
        List<String> found = found(node.audit(), orderly);
        if (!found.isEmpty()) {
            String replay = pace.replay().isEmpty() ? "" : " (" + pace.replay() + ")";
            throw new AssertionError(
                    "node " + node.name() + " left something behind: " + String.join("; ", found) + replay);
        }
    }

    private static List<String> found(NodeAudit audit, boolean orderly) {
        List<String> found = new ArrayList<>();
        if (!orderly) {
            found.add("processes did not end when asked to and were killed, the log names them");
        }
        add(found, "processes", audit.processes());
        add(found, "names", audit.names());
        add(found, "aliases", audit.aliases());
        add(found, "relations", audit.relations());
        add(found, "delayed sends", audit.timers());
        add(found, "pending calls", audit.pendingCalls());
        add(found, "threads", audit.workers());
        return found;
    }

    private static void add(List<String> found, String what, Collection<String> left) {
        if (!left.isEmpty()) {
            found.add(what + " " + left);
        }
    }

    private static void add(List<String> found, String what, int left) {
        if (left > 0) {
            found.add(left + " " + what);
        }
    }
}
