package io.ergo.engine.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.LoggerInfo;
import io.ergo.Loggers;
import io.ergo.MessageLog;
import io.ergo.Pid;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loggers of a node, and the way of a record to those that want it. Changes replace the whole list under the lock of this object; who logs
 * reads it once and takes no lock. Any thread.
 *
 * <p>A logger is foreign code in the middle of everything: what it throws is counted and told to SLF4J alone, and what is logged while it runs
 * does not come to the loggers again.
 */
public final class Fanout {

    private static final Logger LOG = LoggerFactory.getLogger("io.ergo.node");

    private final String node;
    private final LongSupplier wallMillis;
    private final Consumer<Throwable> uncaught;
    private final ThreadLocal<@Nullable Boolean> handing = new ThreadLocal<>();
    private volatile Roster roster;
    private boolean closed;

    /** The loggers at one moment. {@code open} are the levels that some logger beside SLF4J wants that is not hidden. */
    private record Roster(List<Destination> all, boolean slf4j, Set<LogLevel> open) {

        static Roster of(List<Destination> all) {
            Set<LogLevel> open = EnumSet.noneOf(LogLevel.class);
            all.stream().filter(destination -> !destination.isSlf4j() && !destination.isHidden())
                    .forEach(destination -> open.addAll(destination.levels()));
            return new Roster(List.copyOf(all), all.stream().anyMatch(Destination::isSlf4j), open);
        }

        @Nullable Destination named(String name) {
            for (Destination destination : all) {
                if (destination.name.equals(name)) {
                    return destination;
                }
            }
            return null;
        }
    }

    /**
     * Creates the loggers of a node.
     *
     * @param wallMillis the time in milliseconds since the epoch
     * @param uncaught is told of errors of the virtual machine that leave a logger
     * @param slf4j whether SLF4J is among them
     */
    public Fanout(String node, LongSupplier wallMillis, Consumer<Throwable> uncaught, boolean slf4j) {
        this.node = node;
        this.wallMillis = wallMillis;
        this.uncaught = uncaught;
        this.roster = Roster.of(slf4j ? List.of(Destination.slf4j()) : List.of());
    }

    /**
     * Adds a logger.
     *
     * @throws ErgoException TAKEN, NOT_ALLOWED for a process that is one already, NODE_TERMINATED
     */
    public synchronized void add(Destination destination) {
        if (closed) {
            throw ErgoException.of(Reason.NODE_TERMINATED, node);
        }
        Roster now = roster;
        if (now.named(destination.name) != null) {
            throw ErgoException.of(Reason.TAKEN,
                    "a logger of " + node + " has the name '" + destination.name + "'; remove it or choose another");
        }
        if (destination.process != null && isLogger(destination.process)) {
            throw ErgoException.of(Reason.NOT_ALLOWED, destination.process + " is a logger already; remove it first");
        }
        List<Destination> more = new ArrayList<>(now.all);
        more.add(destination);
        roster = Roster.of(more);
    }

    /** Removes a logger and closes it; returns it. */
    public Optional<Destination> remove(String name) {
        return remove(destination -> destination.name.equals(name));
    }

    /** Removes a process that is a logger. */
    public Optional<Destination> remove(Pid process) {
        return isLogger(process) ? remove(destination -> process.equals(destination.process)) : Optional.empty();
    }

    private Optional<Destination> remove(Predicate<Destination> which) {
        Optional<Destination> found;
        synchronized (this) {
            List<Destination> rest = new ArrayList<>(roster.all);
            found = rest.stream().filter(which).findFirst();
            found.ifPresent(rest::remove);
            roster = Roster.of(rest);
        }
        found.ifPresent(this::close);
        return found;
    }

    /** Removes and closes all but SLF4J: the node has stopped, and nobody can be added any more. */
    public void close() {
        List<Destination> all;
        synchronized (this) {
            closed = true;
            all = roster.all;
            roster = Roster.of(all.stream().filter(Destination::isSlf4j).toList());
        }
        all.forEach(this::close);
    }

    private void close(Destination destination) {
        try {
            destination.close();
        } catch (Throwable thrown) { // foreign code; it is gone all the same
            report("the close of logger '" + destination.name + "' threw", thrown);
        }
    }

    /** Returns whether the process is a logger. */
    public boolean isLogger(Pid process) {
        for (Destination destination : roster.all) {
            if (process.equals(destination.process)) {
                return true;
            }
        }
        return false;
    }

    /** Returns what is known of each logger. */
    public List<LoggerInfo> list() {
        return roster.all.stream().map(Destination::info).toList();
    }

    Instant now() {
        return Instant.ofEpochMilli(wallMillis.getAsLong());
    }

    /** Whether SLF4J gets what is sent to this logger, or to all if it is empty. */
    boolean reachesSlf4j(String only) {
        return roster.slf4j && (only.isEmpty() || only.equals(Loggers.SLF4J));
    }

    /** Whether anybody else gets a record of this level. */
    boolean reachesOthers(LogLevel level, String only) {
        Roster now = roster;
        if (only.isEmpty()) {
            return now.open.contains(level);
        }
        Destination destination = now.named(only);
        return destination != null && !destination.isSlf4j() && destination.admits(level);
    }

    /** Hands a record to all who want it but its own source. */
    void hand(MessageLog record, String only, @Nullable Pid source) {
        if (handing.get() != null) {
            return;
        }
        handing.set(true);
        try {
            for (Destination destination : roster.all) {
                boolean meant = only.isEmpty() ? !destination.isHidden() : destination.name.equals(only);
                if (meant && destination.admits(record.level())
                        && (source == null || !source.equals(destination.process))) {
                    hand(record, destination);
                }
            }
        } finally {
            handing.remove();
        }
    }

    private void hand(MessageLog record, Destination destination) {
        try {
            destination.hand(record);
        } catch (Throwable thrown) { // foreign code; whoever logs must not pay for it
            destination.failed.increment();
            if (Long.bitCount(destination.failed.sum()) == 1) { // the first time, the second, the fourth: a broken one must not be a flood
                report("logger '" + destination.name + "' threw, " + destination.failed.sum() + " times by now",
                        thrown);
            }
        }
    }

    private void report(String what, Throwable thrown) {
        if (thrown instanceof VirtualMachineError) {
            uncaught.accept(thrown);
        }
        try {
            LOG.error("node {}: {}", node, what, thrown);
        } catch (RuntimeException | Error unprintable) {
            LOG.error("node {}: {}: a {} that cannot be printed", node, what, thrown.getClass().getName());
        }
    }
}
