package io.ergo.interop.peer;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.ergo.Behavior;
import io.ergo.interop.value.PeerException;

/** A process as a script describes it; each restart runs the same script. Any thread. */
final class Specification {

    private final Line line;
    private final AtomicLong starts = new AtomicLong();

    private Specification(Line line) {
        this.line = line;
    }

    /** Returns what makes the behaviours of a process; null, or one that yields null, if the script wants to see that refused. */
    @SuppressWarnings("NullAway") // shows that the runtime refuses it
    static Supplier<Behavior> factory(Peer peer, Line line) {
        if (line.isTrue("no_factory")) {
            return null;
        }
        if (line.isTrue("nil_factory")) {
            return () -> null;
        }
        Specification specification = new Specification(line);
        String behaviour = line.text("behaviour");
        return switch (behaviour) {
            case "", "probe" -> () -> new Probe(peer, specification);
            case "supervisor" -> () -> new ScriptedSupervisor(peer, specification);
            case "pool" -> throw AbsentCommands.absent("behaviour pool");
            default -> throw new PeerException("unknown behaviour \"" + behaviour + "\"");
        };
    }

    Line line() {
        return line;
    }

    /** Counts a start and returns its number, from 1 on. */
    long started() {
        return starts.incrementAndGet();
    }

    /** Returns the prefix of numbered labels. */
    String prefix() {
        String prefix = line.text("prefix");
        if (prefix.isEmpty()) {
            prefix = line.text("name");
        }
        return prefix.isEmpty() ? "p" : prefix;
    }
}
