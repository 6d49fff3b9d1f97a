package io.ergo.actor;

import io.ergo.MessageExit;
import io.ergo.MessageExitPid;
import io.ergo.Reason;
import io.ergo.Stop;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;

import org.jspecify.annotations.Nullable;

/**
 * Turns the entries of a supervisor's mailbox into inputs of its {@link Supervision}, and its callbacks' failures into an orderly
 * end. Runs on the thread of the supervisor's callbacks.
 */
final class Translation {

    /** A call of the user's code; returns what the supervisor has to end with, null if it goes on. */
    @FunctionalInterface
    private interface Callback {

        @Nullable Reason run() throws Exception;
    }

    private final Supervisor supervisor;
    private final BehaviorContext process;
    private final Supervision supervision;
    private final Execution execution;

    Translation(Supervisor supervisor, BehaviorContext process, Supervision supervision, Execution execution) {
        this.supervisor = supervisor;
        this.process = process;
        this.supervision = supervision;
        this.execution = execution;
    }

    void handle(Entry entry) {
        switch (entry.kind()) {
            case EXIT -> execution.run(exit((MessageExit) entry.message()));
            case REQUEST -> guarded(() -> Behaviors.answer(process, entry,
                    (from, ref, request) -> supervisor.handleCall(from, ref, request.message())));
            case INSPECT -> guarded(() -> {
                Behaviors.answerInspection(process, entry, supervisor::handleInspect);
                return null;
            });
            case RESPONSE -> guarded(() -> {
                Behaviors.response(entry, supervisor::handleResponse);
                return null;
            });
            case MESSAGE -> message(entry);
            case LOG -> throw new IllegalStateException("supervisor process can not be a logger");
        }
    }

    /** Children are known by pid, everybody else ends the supervisor. */
    private Input exit(MessageExit exit) {
        if (!(exit instanceof MessageExitPid(var pid, var reason))) {
            Reason reason = Reason.wrap(exit.source().toString(), exit.reason());
            return new Input.ExitRequested(reason, reason);
        }
        return supervision.supervises(pid) ? new Input.ChildEnded(pid, reason)
                : new Input.ExitRequested(reason, reason);
    }

    private void message(Entry entry) {
        switch (entry.message()) {
            case SelfMessage.ChildOverdue(var pid) -> execution.run(new Input.Overdue(pid));
            case SelfMessage.PauseOver(var child, var number) -> execution.run(new Input.PauseOver(child, number));
            case SelfMessage.ChildStarted(var name, var pid) -> guarded(() -> {
                supervisor.handleChildStart(name, pid);
                return null;
            });
            case SelfMessage.ChildEnded(var name, var pid, var reason) -> guarded(() -> {
                supervisor.handleChildTerminate(name, pid, reason);
                return null;
            });
            default -> guarded(() -> {
                supervisor.handleMessage(entry.from(), entry.message());
                return null;
            });
        }
    }

    private void guarded(Callback callback) {
        Input exit = failureOf(callback);
        if (exit != null) {
            execution.run(exit);
        }
    }

    /** An orderly end needs a working machine: errors of the virtual machine end the supervisor at once. */
    private @Nullable Input failureOf(Callback callback) {
        try {
            Reason end = callback.run();
            return end == null ? null : new Input.ExitRequested(end, end);
        } catch (Stop stop) {
            return new Input.ExitRequested(stop.reason(), stop.reason());
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (Throwable thrown) { // a callback may throw anything
            process.log().error("a callback of the supervisor failed, shutting down", thrown);
            return new Input.ExitRequested(Reason.panic(thrown), Reason.PANIC);
        }
    }
}
