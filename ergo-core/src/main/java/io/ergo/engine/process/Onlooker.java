package io.ergo.engine.process;

import java.time.Duration;
import java.util.List;

import io.ergo.ProcessExecution;
import io.ergo.ProcessExecution.CallbackKind;
import io.ergo.ProcessExecution.Running;
import io.ergo.engine.mailbox.Envelope;
import org.jspecify.annotations.Nullable;

/** Sees what processes execute, from aside: the process does nothing for it. Any thread. */
final class Onlooker {

    private static final int TRIES = 5;
    private static final int COUNTED = 1_000;

    private final Kernel kernel;

    Onlooker(Kernel kernel) {
        this.kernel = kernel;
    }

    ProcessExecution look(LocalProcess process) {
        return new ProcessExecution(process.pid, process.displayName(), process.behavior.behaviorClass().getName(),
                process.processState(), process.mailbox.depth(COUNTED), running(process));
    }

    /** The stack is worth something only if the same thread was at the same thing before and after it was taken. */
    private @Nullable Running running(LocalProcess process) {
        for (int i = 0; i < TRIES; i++) {
            Thread thread = process.executor();
            Object what = process.executing();
            if (thread == null || what == null) {
                return null;
            }
            CallbackKind callback = callback(process, what);
            Object message = what instanceof Envelope envelope ? envelope.messageOpaque() : null;
            Duration duration = duration(process, callback);
            StackTraceElement[] stack = thread.getStackTrace();
            if (process.executor() == thread && what.equals(process.executing())) {
                return new Running(callback, message == null ? "" : message.getClass().getName(), duration,
                        thread.getName(), List.of(stack));
            }
        }
        return null; // it goes from message to message
    }

    private static CallbackKind callback(LocalProcess process, Object what) {
        if (!(what instanceof Envelope envelope)) {
            return process.isTerminated() ? CallbackKind.TERMINATE : CallbackKind.INIT;
        }
        return callback(envelope);
    }

    static CallbackKind callback(Envelope envelope) {
        return switch (envelope.kind()) {
            case MESSAGE -> CallbackKind.MESSAGE;
            case REQUEST -> CallbackKind.REQUEST;
            case EXIT -> CallbackKind.EXIT;
            case INSPECT -> CallbackKind.INSPECT;
            case RESPONSE -> CallbackKind.RESPONSE;
            case LOG -> CallbackKind.LOG;
        };
    }

    /** An init runs on the thread of its spawner, or aside, where the dispatcher does not see it. */
    private Duration duration(LocalProcess process, CallbackKind callback) {
        return callback == CallbackKind.INIT
                ? Duration.ofNanos(kernel.dispatcher.nanoTime() - process.bornNanos)
                : kernel.dispatcher.executingFor(process);
    }
}
