package io.ergo.interop.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;
import io.ergo.interop.value.Reasons;
import org.jspecify.annotations.Nullable;

/** Commands that steer a callback or the script of a process. */
final class ProcessControl {

    private static final long HOLD_MILLIS = 15_000;

    private ProcessControl() {}

    static void addTo(Commands table) {
        table.add("sleep", Place.ANYWHERE, (scope, line) -> {
            Clockwork.sleep(line.number("ms"));
            return null;
        });
        table.add("batch", Place.NODE, ProcessControl::batch);
        table.add("rules", Place.NODE, ProcessControl::rules);
        table.add("hold", Place.PROCESS, ProcessControl::hold);
        table.add("release", Place.ANYWHERE, ProcessControl::release);
        table.add("terminate", Place.PROCESS, (scope, line) -> {
            scope.endWith(Reasons.read(line.get("reason")));
            return null;
        });
        table.add("panic", Place.PROCESS, (scope, line) -> {
            scope.panicWith(line.text("text").isEmpty() ? "panic" : line.text("text"));
            return null;
        });
        table.add("trap", Place.PROCESS, (scope, line) -> {
            scope.host().trapExits(!line.isFalse("on"));
            return null;
        });
        table.add("split", Place.PROCESS, (scope, line) -> {
            scope.host().splitHandling(!line.isFalse("on"));
            return null;
        });
    }

    private static Object batch(Scope scope, Line line) {
        List<@Nullable Object> results = new ArrayList<>();
        for (Line command : line.lines("ops")) {
            Result result = scope.peer().run(scope, command);
            results.add(result instanceof Result.Good(var value) ? value : result.error(new Members()));
        }
        return results;
    }

    private static @Nullable Object rules(Scope scope, Line line) {
        String process = Labels.plain(line.text("process"));
        Script script = process.isEmpty() ? scope.host().script() : scope.peer().scripts().get(process);
        if (script == null) {
            throw Scope.notHere();
        }
        if (line.isTrue("add")) {
            script.rules().add(line.lines("rules"));
        } else {
            script.rules().replace(line.lines("rules"));
        }
        return null;
    }

    private static @Nullable Object hold(Scope scope, Line line) {
        CountDownLatch released = new CountDownLatch(1);
        scope.peer().held().put(line.text("label"), released);
        scope.peer().output().observe(Members.of("event", "held").with("process", scope.label())
                .with("label", line.text("label")));
        if (!Clockwork.await(released, line.number("ms", HOLD_MILLIS))) {
            throw new PeerException("not released");
        }
        return null;
    }

    private static @Nullable Object release(Scope scope, Line line) {
        CountDownLatch held = scope.peer().held().remove(line.text("label"));
        if (held == null) {
            throw new PeerException("nothing held");
        }
        held.countDown();
        return null;
    }
}
