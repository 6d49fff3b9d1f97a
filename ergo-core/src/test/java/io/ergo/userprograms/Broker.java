package io.ergo.userprograms;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ergo.ErgoException;
import io.ergo.MessageDown;
import io.ergo.MessageDownAlias;
import io.ergo.MessageDownPid;
import io.ergo.MessageDownProcessId;
import io.ergo.MessageExit;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessContext;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Sending;
import io.ergo.Stop;
import io.ergo.actor.Actor;

/** Monitors, links, late answers, own reasons, and a role that a test can fake. */
final class Broker extends Actor {

    private static final Reason QUEUE_CLOSED = Reason.of("queue closed");

    private final Map<Ref, Pid> waiting = new LinkedHashMap<>();

    record Take() {}

    record Put(Object item) {}

    record Close() {}

    @Override
    protected void handleMessage(Pid from, Object message) {
        switch (message) {
            case Put(Object item) -> answer(item);
            case Close() -> throw new Stop(QUEUE_CLOSED);
            case MessageDown down -> forget(down);
            case MessageExit exit -> self().log().warn("{} ended: {}", exit.source(), exit.reason());
            default -> throw new IllegalArgumentException("not mine: " + message);
        }
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) {
        if (!(request instanceof Take)) {
            return Reply.error(Reason.UNSUPPORTED);
        }
        waiting.put(ref, from);
        watch(self(), from);
        return Reply.later();
    }

    private static void watch(ProcessContext self, Pid client) {
        try {
            self.monitor(client);
        } catch (ErgoException known) {
            if (known.reason() != Reason.TARGET_EXIST) {
                throw known;
            }
        }
    }

    private void answer(Object item) {
        Map.Entry<Ref, Pid> next = waiting.entrySet().iterator().next();
        waiting.remove(next.getKey());
        self().respond(next.getValue(), next.getKey(), item);
    }

    private void forget(MessageDown down) {
        switch (down) {
            case MessageDownPid(Pid pid, Reason why) -> waiting.values().removeIf(pid::equals);
            case MessageDownProcessId(ProcessId name, Reason why) -> announce(self(), name.name());
            case MessageDownAlias gone -> self().log().info("{}", gone);
        }
    }

    private static void announce(Sending sending, String name) {
        sending.send("audit", "gone: " + name, Priority.HIGH);
    }
}
