package io.ergo.interop.peer;

import java.time.Duration;

import io.ergo.Address;
import io.ergo.Pid;
import io.ergo.Timing.Cancellable;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.PeerException;
import io.ergo.interop.value.Reasons;
import io.ergo.interop.value.Value;
import org.jspecify.annotations.Nullable;

/** Commands that send later. */
final class TimerCommands {

    private TimerCommands() {}

    static void addTo(Commands table) {
        table.add("send.after", Place.PROCESS, TimerCommands::sendAfter);
        table.add("send.exit.after", Place.PROCESS, TimerCommands::sendExitAfter);
        table.add("cancel", Place.NODE, TimerCommands::cancel);
    }

    private static @Nullable Object sendAfter(Scope scope, Line line) {
        Address to = Destination.address(scope.peer().labels(), line.get("to"));
        Value value = scope.peer().values().read(line.get("value"));
        Duration delay = delay(line);
        Cancellable timer = line.has("priority")
                ? scope.process().sendAfter(to, value, delay, Blueprint.priority(line.text("priority")))
                : scope.process().sendAfter(to, value, delay);
        scope.peer().timers().put(line.text("label"), timer);
        return null;
    }

    private static @Nullable Object sendExitAfter(Scope scope, Line line) {
        Pid to = Destination.pid(scope.peer().labels(), line.get("to"));
        Cancellable timer = scope.process().sendExitAfter(to, Reasons.required(line.get("reason")), delay(line));
        scope.peer().timers().put(line.text("label"), timer);
        return null;
    }

    private static Duration delay(Line line) {
        return Duration.ofMillis(line.number("ms"));
    }

    private static Object cancel(Scope scope, Line line) {
        Cancellable timer = scope.peer().timers().get(line.text("label"));
        if (timer == null) {
            throw new PeerException("no such timer");
        }
        return timer.cancel();
    }
}
