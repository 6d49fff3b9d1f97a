package io.ergo.actor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SupervisionInfo;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of a supervisor: a state machine without effects, from an {@link Input} to a list of {@link Action}s.
 *
 * <p>Its state is the state of each {@link Child}, which of them are wanted ({@link StartQueue}), and whether the supervisor is
 * closing. An input changes these three; {@link #proceed} derives from them what is to be done next. So a second failure in the
 * middle of a restart is no special case: it makes more children wanted.
 *
 * <p>Whether a child is restarted is decided in {@link Verdict}, which other children its failure concerns in {@link #concern}
 * of the type, and whether that happens too often in {@link RestartWindow}.
 *
 * <p>The supervisor's process alone gives inputs. Guarded by itself all the same, for {@link #info} may be asked on any thread; neither
 * does anything while it holds the lock that could wait.
 */
abstract sealed class Supervision permits NamedChildren, SimpleOneForOne {

    private static final Reason SHUTTING_DOWN = Reason.of("shutting down");

    final SupervisorSpec spec;
    final Roster roster = new Roster();
    final StartQueue queue = new StartQueue();
    final RestartLog restartLog = new RestartLog();
    private final RestartWindow window;
    private final BackOff retries;
    private Input.@Nullable ExitRequested closing;
    private List<Action> actions = List.of();
    private long nowNanos;

    Supervision(SupervisorSpec spec) {
        this.spec = spec;
        this.window = new RestartWindow(spec.intensity(), spec.period());
        this.retries = BackOff.forRetries(spec.intensity(), spec.period());
    }

    /** Returns the machine for the type of the specification. */
    static Supervision of(SupervisorSpec spec) {
        return switch (spec.type()) {
            case ONE_FOR_ONE -> new OneForOne(spec);
            case ALL_FOR_ONE, REST_FOR_ONE -> new RestartGroup(spec);
            case SIMPLE_ONE_FOR_ONE -> new SimpleOneForOne(spec);
        };
    }

    /**
     * Takes one input. The result of a {@link Action.Start} has to come next: children are started one after another, and the
     * supervisor does nothing else meanwhile.
     *
     * @param now a monotonic time in nanoseconds
     * @return what has to be done, in this order
     */
    final synchronized List<Action> on(Input input, long now) {
        if (queue.isStarting() != (input instanceof Input.ChildStarted || input instanceof Input.StartFailed)) {
            throw new IllegalStateException(
                    input + " does not fit: a start was " + (queue.isStarting() ? "" : "not ") + "ordered");
        }
        nowNanos = now;
        actions = new ArrayList<>();
        switch (input) {
            case Input.Begin begin -> begin();
            case Input.ChildStarted started -> started(started.child(), started.pid());
            case Input.StartFailed failed -> startFailed(failed.child(), failed.reason());
            case Input.PauseOver pause -> pauseOver(pause.child(), pause.number());
            case Input.ChildEnded ended -> ended(ended.pid(), ended.reason());
            case Input.Overdue overdue -> overdue(overdue.pid());
            case Input.ExitRequested exit -> close(exit);
            case Input.Command command when closing != null -> refuse(command.name(), SHUTTING_DOWN);
            case Input.Command command -> obey(command);
        }
        proceed();
        return actions;
    }

    /** Returns whether the process is one of the children. */
    final boolean supervises(Pid pid) {
        return roster.find(pid) != null;
    }

    /** Returns what others may see. Any thread. */
    final synchronized SupervisionInfo info() {
        return roster.info(spec, shown(), restartLog);
    }

    /** Returns the children that others may see, in order. */
    abstract List<Child> shown();

    /** Returns what is shown on request, under the names the framework gives it. The supervisor's thread. */
    final Map<String, String> inspect() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("type", spec.type().toString());
        shown.put("strategy", spec.strategy().toString());
        shown.put("intensity", String.valueOf(spec.intensity()));
        shown.put("period", BigDecimal.valueOf(spec.period().toMillis(), 3).stripTrailingZeros().toPlainString());
        shown.put("restarts_count", String.valueOf(window.size()));
        inspect(shown);
        return shown;
    }

    /** Adds what only this type shows. */
    abstract void inspect(Map<String, String> shown);

    /** Wants the children that are started together with the supervisor. */
    abstract void begin();

    /** Wants all children that are restarted because this one failed; returns it, or what takes its place. */
    abstract Child concern(Child failed, Reason reason);

    /** Stops what has to end before anything is started; returns whether there is something to wait for. */
    abstract boolean stopsFirst();

    /** A child ended and will not be restarted. */
    abstract void endedForGood(Child child, Reason reason);

    /** Carries out a command or refuses it. */
    abstract void obey(Input.Command command);

    /** Returns whether the end of a child that is not restarted ends the supervisor. */
    abstract boolean isSignificant(Child child);

    final void stop(Child child, Reason reason) {
        Pid pid = child.pid();
        if (pid != null && child.is(Child.State.UP)) {
            child.move(Child.State.STOPPING, pid);
            actions.add(new Action.Stop(child, pid, reason));
        }
    }

    final void refuse(String child, Reason reason) {
        actions.add(new Action.Refuse(child, reason));
    }

    /** Asks all children to end, at once and in order; the supervisor ends after the last of them. The first call counts. */
    final void close(Input.ExitRequested exit) {
        if (closing == null) {
            closing = exit;
            roster.running().forEach(child -> stop(child, exit.told()));
        }
    }

    private void ended(Pid pid, Reason reason) {
        Child child = roster.find(pid);
        if (child == null) {
            throw new IllegalArgumentException(pid + " is no child");
        }
        boolean asked = child.is(Child.State.STOPPING);
        roster.ended(child, pid);
        BackOff backOff = backOff(child);
        if (backOff == null || child.ranNanos(nowNanos) >= backOff.max().toNanos()) {
            child.forgetAttempts();
        }
        tell(new Action.TellEnded(child.name(), pid, reason));
        if (closing != null) {
            return;
        }
        if (child.isDisabled()) {
            endedForGood(child, reason);
        } else if (!asked) {
            judge(child, pid, reason);
        }
    }

    private void judge(Child child, Pid pid, Reason reason) {
        Verdict verdict = Verdict.of(spec.strategy(), isSignificant(child), reason);
        if (verdict == Verdict.SHUT_DOWN) {
            close(new Input.ExitRequested(reason, reason));
        } else if (queue.wants(child)) {
            // a restart is under way and was about to stop it: it is started again with the others
        } else if (verdict == Verdict.STAY_DOWN) {
            endedForGood(child, reason);
        } else if (admit(child, pid, reason)) {
            Child next = concern(child, reason);
            count(next, pid, reason);
            if (backOff(child) != null) {
                pause(next);
            }
        }
    }

    private boolean admit(Child child, @Nullable Pid pid, Reason reason) {
        if (window.admits(nowNanos)) {
            return true;
        }
        actions.add(new Action.GiveUp(child, pid, reason));
        close(new Input.ExitRequested(Reason.SUPERVISOR_RESTARTS_EXCEEDED, Reason.SUPERVISOR_RESTARTS_EXCEEDED));
        return false;
    }

    private void count(Child next, @Nullable Pid pid, Reason reason) {
        roster.countRestart();
        actions.add(new Action.CountRestart(next, pid, reason));
    }

    private void started(Child child, Pid pid) {
        if (queue.finished() == Child.Cause.RESTART) {
            child.countRestart();
        }
        if (backOff(child) != null) {
            child.startedAt(nowNanos);
        }
        roster.started(child, pid);
        tell(new Action.TellStarted(child.name(), pid));
    }

    private void startFailed(Child child, Reason reason) {
        Child.Cause cause = queue.finished();
        switch (cause) {
            case FIRST -> {
                queue.clear();
                actions.add(new Action.Finish(reason));
            }
            case RESTART -> {
                if (admit(child, null, reason)) {
                    queue.want(child, Child.Cause.RESTART);
                    count(child, null, reason);
                    pause(child);
                }
            }
            case COMMAND -> refuse(child.name(), reason);
            case DEFERRED -> {
                // nobody waits for an answer; the failure was logged where the start was tried
            }
        }
    }

    /**
     * A restart that is wanted waits. Without a back-off only one that failed does: what made it fail may need a moment, for example a
     * name that still belongs to an orphan of the process that ended.
     */
    private void pause(Child child) {
        child.countAttempt();
        actions.add(new Action.Pause(child, child.pause(), retries(child)));
    }

    private BackOff retries(Child child) {
        return Objects.requireNonNullElse(backOff(child), retries);
    }

    private @Nullable BackOff backOff(Child child) {
        BackOff own = child.spec().backOff();
        BackOff backOff = own == null ? spec.backOff() : own;
        return backOff == null || backOff.isNone() ? null : backOff;
    }

    private void pauseOver(Child child, int number) {
        if (child.isInPause(number)) {
            child.move(Child.State.DOWN, null);
        }
    }

    private void overdue(Pid pid) {
        Child child = roster.find(pid);
        if (child != null && child.is(Child.State.STOPPING)) {
            actions.add(new Action.Kill(child, pid));
        }
    }

    private void tell(Action notice) {
        if (spec.handleChild()) {
            actions.add(notice);
        }
    }

    private void proceed() {
        if (closing != null) {
            if (roster.isEmpty()) {
                actions.add(new Action.Finish(closing.reason()));
            }
        } else if (!stopsFirst()) {
            Child next = queue.startNext();
            if (next != null) {
                actions.add(new Action.Start(next));
            }
        }
    }
}
