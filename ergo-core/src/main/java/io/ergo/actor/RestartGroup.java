package io.ergo.actor;

import java.util.List;

import io.ergo.Reason;
import io.ergo.SupervisorType;

/**
 * All for one and rest for one: the failure of a child concerns all others, or those after it. They are stopped in reverse order
 * with the reason of the failure, and when all are gone those that are enabled are started in order. A failure before the range
 * of a restart that is under way widens the range.
 */
final class RestartGroup extends NamedChildren {

    private Reason reason = Reason.NORMAL;

    RestartGroup(SupervisorSpec spec) {
        super(spec);
    }

    @Override
    Child concern(Child failed, Reason why) {
        reason = why;
        int first = spec.type() == SupervisorType.ALL_FOR_ONE ? 0 : children.indexOf(failed);
        for (Child child : children.subList(first, children.size())) {
            if (!child.isDisabled()) {
                queue.want(child, Child.Cause.RESTART);
            }
        }
        return failed;
    }

    @Override
    boolean isBusy() {
        return queue.isBusy();
    }

    @Override
    boolean stopsFirst() {
        List<Child> toStop = queue.toRestart(Child.State.UP);
        boolean stopping = !queue.toRestart(Child.State.STOPPING).isEmpty();
        if (!spec.keepOrder()) {
            toStop.forEach(child -> stop(child, reason));
        } else if (!stopping && !toStop.isEmpty()) {
            stop(toStop.getFirst(), reason);
        }
        boolean paused = !queue.toRestart(Child.State.PAUSED).isEmpty(); // those after it have to wait for it
        return stopping || paused || !toStop.isEmpty();
    }
}
