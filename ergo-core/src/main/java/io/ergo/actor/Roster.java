package io.ergo.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ergo.Pid;
import io.ergo.SupervisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a supervisor's children. Guarded by the {@link Supervision}: its process changes it, others read what is shown.
 *
 * <p>What is shown is derived from the children when somebody asks. A supervisor may have a hundred thousand of them, and a second record
 * for each, kept only to be looked at, would cost a tenth of the memory of a child.
 */
final class Roster {

    private final Map<Pid, Child> byPid = new HashMap<>();
    private long restarts;

    @Nullable Child find(Pid pid) {
        return byPid.get(pid);
    }

    boolean isEmpty() {
        return byPid.isEmpty();
    }

    /** Returns the children that have a process, in order. */
    List<Child> running() {
        return byPid.values().stream().sorted(Child.ORDER).toList();
    }

    void started(Child child, Pid pid) {
        byPid.put(pid, child);
        child.move(Child.State.UP, pid);
    }

    void ended(Child child, Pid pid) {
        byPid.remove(pid);
        child.move(Child.State.DOWN, null);
    }

    void countRestart() {
        restarts++;
    }

    SupervisionInfo info(SupervisorSpec spec, List<Child> shown, RestartLog log) {
        return new SupervisionInfo(spec.type(), spec.strategy(), spec.intensity(), spec.period(), restarts,
                shown.stream().map(Child::info).toList(), log.all());
    }
}
