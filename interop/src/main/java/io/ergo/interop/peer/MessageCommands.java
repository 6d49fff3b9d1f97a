package io.ergo.interop.peer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.ergo.Address;
import io.ergo.Calling;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessContext;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.PeerException;
import io.ergo.interop.value.Reasons;
import io.ergo.interop.value.Value;
import org.jspecify.annotations.Nullable;

/** Commands that send and call. On one node all sends and calls are confirmed: {@code important} changes nothing. */
final class MessageCommands {

    private static final long SYNC_MILLIS = 5_000;

    private MessageCommands() {}

    static void addTo(Commands table) {
        table.add("send", Place.NODE, MessageCommands::send);
        table.add("call", Place.NODE, MessageCommands::call);
        table.add("respond", Place.PROCESS, MessageCommands::respond);
        table.add("send.exit", Place.NODE, MessageCommands::sendExit);
        table.add("inspect", Place.PROCESS, MessageCommands::inspect);
        table.add("sync", Place.NODE, MessageCommands::sync);
        table.add("kill", Place.NODE, (scope, line) -> {
            scope.node().kill(Destination.pid(scope.peer().labels(), line.get("to")));
            return null;
        });
    }

    private static @Nullable Object send(Scope scope, Line line) {
        Address to = Destination.address(scope.peer().labels(), line.get("to"));
        Value value = scope.peer().values().read(line.get("value"));
        if (line.has("priority")) {
            scope.sending().send(to, value, Blueprint.priority(line.text("priority"))).orThrow();
        } else {
            scope.sending().send(to, value).orThrow();
        }
        return null;
    }

    private static @Nullable Object call(Scope scope, Line line) {
        Address to = Destination.address(scope.peer().labels(), line.get("to"));
        Value value = scope.peer().values().read(line.get("value"));
        long seconds = line.number("timeout");
        Duration timeout = seconds == 0 ? Calling.DEFAULT_TIMEOUT : Duration.ofSeconds(seconds);
        if (!line.has("priority")) {
            return Shown.value(scope.calling().call(to, value, Object.class, timeout));
        }
        if (!scope.isInProcess()) {
            throw AbsentCommands.absent("call with a priority at the node");
        }
        return withPriority(scope.process(), Blueprint.priority(line.text("priority")),
                () -> Shown.value(scope.calling().call(to, value, Object.class, timeout)));
    }

    @FunctionalInterface
    private interface Step {

        @Nullable Object run();
    }

    private static @Nullable Object withPriority(ProcessContext process, Priority priority, Step step) {
        Priority before = process.sendPriority();
        process.sendPriority(priority);
        try {
            return step.run();
        } finally {
            process.sendPriority(before);
        }
    }

    private static @Nullable Object respond(Scope scope, Line line) {
        Injected.Relay request = scope.peer().deferred().get(line.text("defer"));
        if (request == null) {
            throw new PeerException("no such request");
        }
        if (line.has("error")) {
            scope.calling().respondError(request.from(), request.ref(), Reasons.required(line.get("error"))).orThrow();
        } else {
            Value value = scope.peer().values().read(line.get("value"));
            scope.calling().respond(request.from(), request.ref(), value).orThrow();
        }
        return null;
    }

    private static @Nullable Object sendExit(Scope scope, Line line) {
        Pid to = Destination.pid(scope.peer().labels(), line.get("to"));
        scope.sending().sendExit(to, Reasons.required(line.get("reason"))).orThrow();
        return null;
    }

    private static Object inspect(Scope scope, Line line) {
        Pid to = Destination.pid(scope.peer().labels(), line.get("to"));
        return scope.process().inspect(to, line.texts("items").toArray(String[]::new));
    }

    private static @Nullable Object sync(Scope scope, Line line) {
        Pid to = Destination.pid(scope.peer().labels(), line.get("to"));
        CountDownLatch done = new CountDownLatch(1);
        scope.node().send(to, new Injected.Sync(done)).orThrow();
        if (!Clockwork.await(done, line.number("limit_ms", SYNC_MILLIS))) {
            throw new PeerException("not handled in time");
        }
        return null;
    }
}
