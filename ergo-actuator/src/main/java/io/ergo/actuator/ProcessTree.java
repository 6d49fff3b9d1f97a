package io.ergo.actuator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ergo.Pid;
import io.ergo.ProcessInfo;
import io.ergo.ProcessShortInfo;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisionInfo.Child;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree below some processes, once. A supervisor names its children itself, with those that do not run; the children of all other
 * processes are found in one look over at most as many processes as the tree may show. Belongs to one thread.
 */
final class ProcessTree {

    /** Each level is two in the JSON, and writers of JSON limit those. */
    static final int MAX_LEVELS = 64;

    private final NodeView node;
    private final Map<Pid, ProcessShortInfo> seen = new HashMap<>();
    private final Map<Pid, List<ProcessShortInfo>> byParent = new HashMap<>();
    private final Set<Pid> shown = new HashSet<>();
    private final int levels;
    private int left;
    private boolean truncated;

    private ProcessTree(NodeView node, int maxProcesses, int levels) {
        this.node = node;
        this.left = maxProcesses;
        this.levels = levels;
    }

    /** Returns a tree of all levels, empty yet. */
    static ProcessTree full(NodeView node, int maxProcesses) {
        return new ProcessTree(node, maxProcesses, MAX_LEVELS);
    }

    /** Returns a tree of one level, empty yet. */
    static ProcessTree flat(NodeView node, int maxProcesses) {
        return new ProcessTree(node, maxProcesses, 1);
    }

    /** Returns a node for each root that still runs, with all below it. */
    List<TreeNode> below(List<Pid> roots) {
        roots.stream().min(Comparator.comparingLong(Pid::id)).ifPresent(this::look);
        List<TreeNode> nodes = new ArrayList<>();
        for (Pid root : roots) {
            find(root).ifPresent(process -> add(nodes, null, process, 1));
        }
        return nodes;
    }

    /** Returns the children that a supervisor names, without what is below them. */
    List<TreeNode> children(SupervisionInfo supervision) {
        List<TreeNode> nodes = new ArrayList<>();
        addNamed(nodes, supervision, 1);
        return nodes;
    }

    int processes() {
        return shown.size();
    }

    /** Returns whether there may be more than is shown; what lies below the one level of a flat tree does not count. */
    boolean truncated() {
        return truncated;
    }

    /** A process is younger than its ancestors and has a greater id, so the look begins at the oldest root. */
    private void look(Pid oldest) {
        List<ProcessShortInfo> page = node.processes(oldest.id(), left + 1);
        truncated = page.size() > left;
        for (ProcessShortInfo process : page.subList(0, Math.min(left, page.size()))) {
            seen.put(process.pid(), process);
            byParent.computeIfAbsent(process.parent(), parent -> new ArrayList<>()).add(process);
        }
    }

    private Optional<ProcessShortInfo> find(Pid pid) {
        ProcessShortInfo process = seen.get(pid);
        return process != null ? Optional.of(process) : node.process(pid).map(ProcessTree::shortened);
    }

    private void add(List<TreeNode> nodes, @Nullable Child child, ProcessShortInfo process, int level) {
        if (!shown.contains(process.pid()) && takeOne()) {
            shown.add(process.pid());
            nodes.add(withChildren(child, process, level));
        }
    }

    private TreeNode withChildren(@Nullable Child child, ProcessShortInfo process, int level) {
        SupervisionInfo supervision = node.supervision(process.pid()).orElse(null);
        List<TreeNode> children = new ArrayList<>();
        if (level < levels) {
            addChildren(children, process.pid(), supervision, level + 1);
        } else if (levels > 1) {
            truncated |= supervision != null || byParent.containsKey(process.pid());
        }
        return running(child, process, supervision, children);
    }

    private void addChildren(List<TreeNode> nodes, Pid parent, @Nullable SupervisionInfo supervision, int level) {
        if (supervision != null) {
            addNamed(nodes, supervision, level);
        }
        for (ProcessShortInfo process : byParent.getOrDefault(parent, List.of())) {
            add(nodes, null, process, level);
        }
    }

    private void addNamed(List<TreeNode> nodes, SupervisionInfo supervision, int level) {
        for (Child child : supervision.children()) {
            if (left == 0) {
                truncated = true;
                return;
            }
            Optional<ProcessShortInfo> process = child.pid().flatMap(this::find);
            if (process.isPresent()) {
                add(nodes, child, process.get(), level);
            } else {
                left--;
                nodes.add(notRunning(child));
            }
        }
    }

    private boolean takeOne() {
        if (left == 0) {
            truncated = true;
            return false;
        }
        left--;
        return true;
    }

    private static TreeNode running(@Nullable Child child, ProcessShortInfo process,
            @Nullable SupervisionInfo supervision,
            List<TreeNode> children) {
        return new TreeNode(child == null ? null : child.spec(), process.pid().toString(), Words.orNull(process.name()),
                process.behavior(), Words.of(process.state()), process.mailboxDepth(), process.messagesIn(),
                process.messagesOut(),
                process.uptime(), child == null ? null : child.significant(), child == null ? null : child.restarts(),
                supervision == null ? null : SupervisorDescriptor.of(supervision), children);
    }

    private static TreeNode notRunning(Child child) {
        return new TreeNode(child.spec(), null, null, null, child.disabled() ? "disabled" : "not running", null, null,
                null, null,
                child.significant(), child.restarts(), null, List.of());
    }

    static ProcessShortInfo shortened(ProcessInfo info) {
        return new ProcessShortInfo(info.pid(), info.name(), info.application(), info.behavior(), info.state(),
                info.parent(), info.leader(),
                info.mailbox().total(), info.messagesIn(), info.messagesOut(), info.runningTime(), info.uptime(),
                info.logLevel());
    }
}
