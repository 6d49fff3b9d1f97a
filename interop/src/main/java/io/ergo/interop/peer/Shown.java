package io.ergo.interop.peer;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.MessageDown;
import io.ergo.MessageExit;
import io.ergo.MessageFallback;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.Value;
import io.ergo.interop.value.ValueWriter;
import org.jspecify.annotations.Nullable;

/** How the messages of the runtime are printed. */
final class Shown {

    private Shown() {}

    /** Returns the observation of a message; the name of the process is not in it. */
    static Members message(Pid from, Object message) {
        return switch (message) {
            case MessageExit exit -> source("exit", exit.source(), exit.reason());
            case MessageDown down -> source("down", down.source(), down.reason());
            case MessageFallback fallback -> Members.of("event", "fallback").with("from", new Ident.OfPid(from).raw())
                    .with("pid", new Ident.OfPid(fallback.pid()).raw()).with("tag", fallback.tag())
                    .with("value", value(fallback.message()));
            default -> Members.of("event", "message").with("from", new Ident.OfPid(from).raw())
                    .with("value", value(message));
        };
    }

    private static Members source(String event, Address source, Reason reason) {
        Members shown = Members.of("event", event);
        switch (source) {
            case Pid pid -> shown.with("kind", "pid").with("id", new Ident.OfPid(pid).raw());
            case Alias alias -> shown.with("kind", "alias").with("id", new Ident.OfAlias(alias).raw());
            case ProcessId name ->
                    shown.with("kind", "name").with("name", name.name()).with("node", name.node());
        }
        return shown.withReason("reason", reason);
    }

    /** Returns the value that rules are compared with, null if there is none. */
    static @Nullable Value valueIn(Object message) {
        return switch (message) {
            case MessageExit exit -> null;
            case MessageDown down -> null;
            case MessageFallback fallback -> valueOf(fallback.message());
            default -> valueOf(message);
        };
    }

    /** Returns a message as a value: the peer's processes send nothing else. */
    static Value valueOf(@Nullable Object message) {
        return switch (message) {
            case null -> Value.Nil.NIL;
            case Value value -> value;
            case Reason reason -> new Value.Failure(reason);
            default -> throw new IllegalArgumentException(
                    "a " + message.getClass().getName() + " is no value of the protocol");
        };
    }

    static @Nullable Object value(@Nullable Object message) {
        return ValueWriter.show(valueOf(message));
    }
}
