package io.ergo.actor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.SupervisionInfo.Decision;
import io.ergo.SupervisorType;
import io.ergo.Timing.Cancellable;
import io.ergo.spi.BehaviorContext;
import org.jspecify.annotations.Nullable;

/** Carries out what a {@link Supervision} decides. Runs on the thread of the supervisor's callbacks. */
final class Execution {

    private final BehaviorContext process;
    private final SupervisorSpec spec;
    private final Supervision supervision;
    private final Map<Pid, Cancellable> deadlines = new HashMap<>();
    private @Nullable Pid lastStarted;

    Execution(BehaviorContext process, SupervisorSpec spec, Supervision supervision) {
        this.process = process;
        this.spec = spec;
        this.supervision = supervision;
    }

    /**
     * Lets the supervision decide and does what it says, until there is nothing more to do.
     *
     * @throws Stop if the supervisor has to end
     * @throws ErgoException if the input is a command and is refused
     */
    void run(Input input) {
        ArrayDeque<Action> todo = new ArrayDeque<>(decide(input));
        for (Action action = todo.poll(); action != null; action = todo.poll()) {
            switch (action) {
                case Action.Start start -> todo.addAll(decide(start(start.child())));
                case Action.Pause pause -> pause(pause);
                case Action.Stop stop -> stop(stop);
                case Action.Kill kill -> kill(kill);
                case Action.CountRestart(Child child, Pid ended, Reason why) -> restarted(child, ended, why);
                case Action.GiveUp giveUp -> giveUp(giveUp);
                case Action.TellStarted(String name, Pid pid) -> tell(new SelfMessage.ChildStarted(name, pid));
                case Action.TellEnded(String name, Pid pid, Reason reason) ->
                        tell(new SelfMessage.ChildEnded(name, pid, reason));
                case Action.Refuse refuse -> throw refused(refuse);
                case Action.Finish finish -> throw new Stop(finish.reason());
            }
        }
    }

    /**
     * Carries out a command that starts a child.
     *
     * @return its process
     */
    Pid start(Input.Command command) {
        lastStarted = null;
        run(command);
        Pid pid = lastStarted;
        if (pid == null) {
            throw new IllegalStateException(command + " was neither carried out nor refused");
        }
        return pid;
    }

    /** Returns what the supervision shows of itself. */
    Map<String, String> inspect() {
        return supervision.inspect();
    }

    private List<Action> decide(Input input) {
        if (input instanceof Input.ChildEnded ended) {
            Cancellable deadline = deadlines.remove(ended.pid());
            if (deadline != null) {
                deadline.cancel();
            }
        }
        return supervision.on(input, process.nanoTime());
    }

    private Input start(Child child) {
        ChildSpec of = child.spec();
        SpawnOptions options = of.options().withName(isNamed() ? of.name() : null).withLinks(true, true);
        try {
            Pid pid = process.spawnChild(of.factory(), options, child.args());
            lastStarted = pid;
            supervision.restartLog.started(child, pid);
            return new Input.ChildStarted(child, pid);
        } catch (ErgoException failed) {
            process.log().warn("child '{}' was not started: {}", of.name(), failed.getMessage());
            return new Input.StartFailed(child, failed.reason());
        }
    }

    private boolean isNamed() {
        return spec.type() != SupervisorType.SIMPLE_ONE_FOR_ONE;
    }

    private void stop(Action.Stop stop) {
        Pid pid = stop.pid();
        process.exitChild(pid, stop.reason()); // one that is gone already has told us so
        Duration limit = limit(stop.child(), pid);
        if (limit != null) {
            SelfMessage overdue = new SelfMessage.ChildOverdue(pid);
            deadlines.put(pid, process.remind(overdue, limit));
        }
    }

    /** A supervisor needs the time its own children need, and kills those that need too long. */
    private @Nullable Duration limit(Child child, Pid pid) {
        Duration own = child.spec().shutdownTimeout();
        if (own != null) {
            return own;
        }
        return process.node().supervision(pid).isPresent() ? null : ChildSpec.DEFAULT_SHUTDOWN_TIMEOUT;
    }

    private void kill(Action.Kill kill) {
        process.log().warn("child '{}' {} did not end in time, killing it", kill.child(), kill.pid());
        process.killChild(kill.pid());
    }

    private void restarted(Child child, @Nullable Pid ended, Reason why) {
        Decision decision = ended == null ? Decision.RETRY : Decision.RESTART;
        supervision.restartLog.add(child, process.wallTime(), ended, why, decision);
        process.restarted(child.name(), why);
    }

    private void pause(Action.Pause pause) {
        Child child = pause.child();
        Duration length = pause.backOff().pause(child.attempts(), process.random());
        supervision.restartLog.paused(child, length);
        process.remind(new SelfMessage.PauseOver(child, pause.number()), length);
    }

    private void giveUp(Action.GiveUp giveUp) {
        supervision.restartLog.add(giveUp.child(), process.wallTime(), giveUp.ended(), giveUp.why(), Decision.GIVE_UP);
        process.log().error("more than {} restarts within {}, shutting down; the last one to be restarted was '{}': {}",
                spec.intensity(), spec.period(), giveUp.child(), giveUp.why());
    }

    private void tell(SelfMessage notice) {
        if (!process.send(process.pid(), notice, Priority.NORMAL).isDelivered()) {
            process.log().warn("the mailbox is full, nobody will be told of {}", notice);
        }
    }

    private ErgoException refused(Action.Refuse refuse) {
        return ErgoException.of(refuse.reason(), "child '" + refuse.child() + "' of " + process.pid());
    }
}
