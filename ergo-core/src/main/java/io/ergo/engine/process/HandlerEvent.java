package io.ergo.engine.process;

import io.ergo.ProcessExecution.CallbackKind;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** The event {@code io.ergo.Handler} of the flight recorder: which process a thread ran, and with what. */
@Name("io.ergo.Handler")
@Label("Ergo Handler")
@Description("A callback of a process")
@Category("Ergo")
@StackTrace(false)
@Threshold("10 ms")
@SuppressWarnings("unused") // the recorder reads the fields
final class HandlerEvent extends Event {

    @Label("Node")
    private @Nullable String node;
    @Label("Pid")
    private @Nullable String pid;
    @Label("Name")
    @Description("Registered name, empty if none")
    private @Nullable String name;
    @Label("Behavior")
    private @Nullable String behavior;
    @Label("Callback")
    @Description("init, message, request, exit or terminate")
    private @Nullable String callback;
    @Label("Message Type")
    @Description("Class of what is handled, empty for init and terminate")
    private @Nullable String messageType;

    /** A callback. */
    @FunctionalInterface
    interface Body {

        void run() throws Exception;
    }

    /** Runs the body and writes the event if it took long enough. */
    static void around(LocalProcess process, CallbackKind callback, String messageType, Body body) throws Exception {
        HandlerEvent event = new HandlerEvent();
        event.begin();
        try {
            body.run();
        } finally {
            event.end();
            if (event.shouldCommit()) {
                event.write(process, callback, messageType);
            }
        }
    }

    private void write(LocalProcess process, CallbackKind kind, String type) {
        node = process.kernel.name;
        pid = process.pid.toString();
        name = process.displayName();
        behavior = process.behavior.behaviorClass().getName();
        callback = kind.word();
        messageType = type;
        commit();
    }
}
