package io.ergo.actuator;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.ergo.ApplicationInfo;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.NodeInfo;
import io.ergo.Pid;
import io.ergo.ProcessExecution;
import io.ergo.ProcessInfo;
import io.ergo.ProcessShortInfo;
import io.ergo.Reason;
import io.ergo.SupervisionInfo;

/**
 * Reads a node that may be stopped, or stop at any moment: then there is nothing to see, which is no error. Any thread.
 */
final class NodeView {

    private final Node node;

    NodeView(Node node) {
        this.node = node;
    }

    String name() {
        return node.name();
    }

    long creation() {
        return node.creation();
    }

    boolean isRunning() {
        return node.isAlive();
    }

    /** Returns {@code running}, {@code stopping} or {@code stopped}. */
    String state() {
        if (node.isAlive()) {
            return "running";
        }
        return node.uptime().isZero() ? "stopped" : "stopping";
    }

    Optional<NodeInfo> info() {
        return ifRunning(() -> Optional.of(node.info()), Optional.empty());
    }

    List<ApplicationInfo> applications() {
        return ifRunning(
                () -> node.applications().stream().map(node::applicationInfo).flatMap(Optional::stream).toList(),
                List.of());
    }

    Optional<ApplicationInfo> application(String name) {
        return ifRunning(() -> node.applicationInfo(name), Optional.empty());
    }

    List<ProcessShortInfo> processes(long fromId, int limit) {
        return ifRunning(() -> node.processes(fromId, limit), List.of());
    }

    Optional<ProcessInfo> process(Pid pid) {
        return ifRunning(() -> node.processInfo(pid), Optional.empty());
    }

    Optional<ProcessInfo> process(String nameOrPid) {
        return ifRunning(() -> node.find(nameOrPid).flatMap(node::processInfo), Optional.empty());
    }

    Optional<ProcessExecution> execution(String nameOrPid) {
        return ifRunning(() -> node.find(nameOrPid).flatMap(node::execution), Optional.empty());
    }

    Optional<SupervisionInfo> supervision(Pid pid) {
        return ifRunning(() -> node.supervision(pid), Optional.empty());
    }

    private static <T> T ifRunning(Supplier<T> question, T nothing) {
        try {
            return question.get();
        } catch (ErgoException e) {
            if (e.reason().equals(Reason.NODE_TERMINATED)) {
                return nothing;
            }
            throw e;
        }
    }
}
