package io.ergo.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ergo.Args;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/** The supervision of children that are listed once and run at most once, each under its name. */
abstract sealed class NamedChildren extends Supervision permits OneForOne, RestartGroup {

    final List<Child> children = new ArrayList<>();

    NamedChildren(SupervisorSpec spec) {
        super(spec);
        spec.children().forEach(this::enlist);
    }

    /** Returns whether no command can be carried out because of a restart that is under way. */
    abstract boolean isBusy();

    @Override
    final List<Child> shown() {
        return children;
    }

    @Override
    final void begin() {
        children.forEach(child -> queue.want(child, Child.Cause.FIRST));
    }

    @Override
    final void inspect(Map<String, String> shown) {
        if (this instanceof RestartGroup) {
            shown.put("keep_order", String.valueOf(spec.keepOrder()));
        }
        shown.put("auto_shutdown", String.valueOf(!spec.disableAutoShutdown()));
        shown.put("children_total", String.valueOf(children.size()));
        shown.put("children_running", String.valueOf(roster.running().size()));
        shown.put("children_disabled", String.valueOf(children.stream().filter(Child::isDisabled).count()));
    }

    @Override
    final boolean isSignificant(Child child) {
        return child.spec().significant();
    }

    /**
     * The last one takes the supervisor with it, unless one is about to be started. With a permanent strategy only a disabled child
     * comes here.
     */
    @Override
    final void endedForGood(Child child, Reason reason) {
        if (!spec.disableAutoShutdown() && roster.isEmpty() && queue.isEmpty()) {
            close(new Input.ExitRequested(reason, reason));
        }
    }

    @Override
    final void obey(Input.Command command) {
        if (isBusy()) {
            refuse(command.name(), Reason.SUPERVISOR_STRATEGY_ACTIVE);
            return;
        }
        Child child = find(command.name());
        switch (command) {
            case Input.AddChild add when child != null -> refuse(command.name(), Reason.SUPERVISOR_CHILD_DUPLICATE);
            case Input.AddChild add -> queue.want(enlist(add.spec()), Child.Cause.COMMAND);
            case Input.Command other when child == null -> refuse(command.name(), Reason.SUPERVISOR_CHILD_UNKNOWN);
            case Input.StartChild start -> start(child, start.args());
            case Input.EnableChild enable -> enable(child);
            case Input.DisableChild disable -> disable(child);
        }
    }

    private void start(Child child, Args args) {
        if (child.isDisabled()) {
            refuse(child.name(), Reason.SUPERVISOR_CHILD_DISABLED);
        } else if (child.is(Child.State.PAUSED)) {
            refuse(child.name(), Reason.SUPERVISOR_STRATEGY_ACTIVE);
        } else if (!child.is(Child.State.DOWN) || queue.wants(child)) {
            refuse(child.name(), Reason.SUPERVISOR_CHILD_RUNNING);
        } else {
            if (!args.isEmpty()) {
                child.args(args);
            }
            queue.want(child, Child.Cause.COMMAND);
        }
    }

    /** The name of a child that is still ending is not free: it is started as soon as it is gone. */
    private void enable(Child child) {
        if (child.isDisabled()) {
            child.disabled(false);
            queue.want(child, child.is(Child.State.DOWN) ? Child.Cause.COMMAND : Child.Cause.DEFERRED);
        }
    }

    private void disable(Child child) {
        if (!child.isDisabled()) {
            child.disabled(true);
            queue.forget(child);
            if (child.is(Child.State.PAUSED)) {
                child.move(Child.State.DOWN, null);
                endedForGood(child, Reason.SHUTDOWN);
            } else {
                stop(child, Reason.SHUTDOWN);
            }
        }
    }

    private Child enlist(ChildSpec childSpec) {
        Child child = new Child(childSpec, new Child.Position(children.size(), 0), childSpec.args(), 0);
        children.add(child);
        return child;
    }

    private @Nullable Child find(String name) {
        return children.stream().filter(child -> child.name().equals(name)).findFirst().orElse(null);
    }
}
