package io.ergo.engine.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.engine.process.Kernel;
import io.ergo.engine.process.Membership;
import io.ergo.engine.process.Origin;
import io.ergo.engine.process.Variables;
import org.jspecify.annotations.Nullable;

/**
 * One life of an application, from the claim to start it to its last member's end. It decides what the end of a member means, by the mode:
 *
 * <pre>
 *               normal or shutdown    other reason
 *   TEMPORARY   nothing               nothing
 *   TRANSIENT   nothing               stop with that reason
 *   PERMANENT   stop with that reason stop with that reason
 *
 *   STARTING ──all members were spawned──→ RUNNING ──stop, or a member's end by the mode──→ STOPPING
 *   STARTING ──stop, a member's end by the mode, or a member that cannot be spawned──→ CUT ──spawning is over──→ STOPPING
 *   RUNNING or STOPPING ──last member gone──→ OVER
 * </pre>
 *
 * <p>Any thread; guarded by itself. Exit signals, kills and callbacks happen without the lock.
 */
final class Run implements Membership {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private enum Phase {
        STARTING, CUT, RUNNING, STOPPING, OVER
    }

    private final ApplicationSpec spec;
    private final ApplicationMode mode;
    private final Variables env;
    private final LogLevel level;
    private final Kernel kernel;
    private final Consumer<Run> whenOver;
    private final Changes changes;
    private final Announcements told;
    private final long startedNanos;
    /** Written by the starter before it starts. */
    private List<Run> needs = List.of();

    private final List<Pid> members = new ArrayList<>();
    /** Runs that depend on this one, and starts in progress that need it. */
    private final Set<Object> users = new LinkedHashSet<>();
    private Phase phase = Phase.STARTING;
    private Reason reason = Reason.NORMAL;
    private boolean forced;
    /** All members were spawned. */
    private boolean complete;
    /** The member that is being spawned, and what became of it before that was over. */
    private @Nullable Pid inInit;
    private @Nullable Reason earlyEnd;
    /** Nobody finds it under its application any more. */
    private volatile boolean gone;

    Run(ApplicationSpec spec, ApplicationMode mode, Variables env, LogLevel level, Kernel kernel, Node node,
            Consumer<Run> whenOver) {
        this.spec = spec;
        this.mode = mode;
        this.env = env;
        this.level = level;
        this.kernel = kernel;
        this.whenOver = whenOver;
        this.changes = new Changes(kernel.dispatcher());
        this.told = new Announcements(spec, kernel, node, changes);
        this.startedNanos = kernel.dispatcher().nanoTime();
    }

    /**
     * Spawns the members in order and tells the callbacks; once.
     *
     * @throws ErgoException the reason of a member that failed, or {@link Reason#APPLICATION_STOPPING} if it was stopped meanwhile
     */
    void start() {
        try {
            for (ApplicationSpec.Member member : spec.group()) {
                if (isCut()) {
                    break;
                }
                spawn(member);
            }
        } catch (RuntimeException | Error failed) {
            if (cut(Reason.KILL, true)) {
                endAfterFailure();
                throw failed;
            }
            kernel.log().warn("application '{}', which is stopping, could not start a member: {}", spec.name(),
                    String.valueOf(failed)); // whoever stops it ends the others
        }
        if (!spawningIsOver()) {
            throw ErgoException.of(Reason.APPLICATION_STOPPING,
                    "start of '" + spec.name() + "', which was stopped before all its members ran: " + reason());
        }
        told.start(mode);
    }

    private void spawn(ApplicationSpec.Member member) {
        Origin origin = new Origin(kernel.core(), kernel.core(), spec.name(), this, env, level, null);
        try {
            kernel.spawn(member.factory(), member.options().withName(member.name()), member.args(), origin);
        } catch (RuntimeException | Error failed) {
            settled();
            throw failed;
        }
        Reason ended = settled();
        if (ended != null) {
            judge(ended);
        }
    }

    private synchronized @Nullable Reason settled() {
        Reason ended = earlyEnd;
        inInit = null;
        earlyEnd = null;
        return ended;
    }

    /** Returns whether all members were spawned. */
    private boolean spawningIsOver() {
        synchronized (this) {
            complete = phase == Phase.STARTING;
            phase = complete ? Phase.RUNNING : Phase.STOPPING;
        }
        finishIfEmpty();
        changes.announce();
        return hasStarted();
    }

    private void endAfterFailure() {
        members().reversed().forEach(kernel::kill);
        spawningIsOver();
        if (!awaitGone(changes.deadline(AFTER_FAILURE))) {
            kernel.log().warn("application '{}' could not be started; killed, but still there: {}", spec.name(),
                    members());
        }
    }

    // ---- members

    @Override
    public void joined(Pid member) {
        boolean late;
        synchronized (this) {
            members.add(member);
            inInit = member;
            late = phase != Phase.STARTING;
        }
        if (late) {
            dismiss(member);
        }
    }

    @Override
    public void ended(Pid member, Reason outside) {
        boolean early;
        synchronized (this) {
            members.remove(member);
            early = member.equals(inInit);
            if (early) {
                earlyEnd = outside; // whether its init failed or it ended right behind it, its spawn tells
            }
        }
        if (!early) {
            judge(outside);
        }
        finishIfEmpty();
        changes.announce();
    }

    private void judge(Reason outside) {
        if (endsApplication(outside) && cut(outside, false)) {
            members().reversed().forEach(this::dismiss);
        }
    }

    private boolean endsApplication(Reason outside) {
        return switch (mode) {
            case TEMPORARY -> false;
            case TRANSIENT -> !outside.isNormalEnd();
            case PERMANENT -> true;
        };
    }

    private void dismiss(Pid member) {
        if (isForced()) {
            kernel.kill(member);
        } else {
            kernel.shutdown(member);
        }
    }

    private void finishIfEmpty() {
        boolean tell;
        Reason why;
        synchronized (this) {
            if ((phase != Phase.RUNNING && phase != Phase.STOPPING) || !members.isEmpty()) {
                return;
            }
            phase = Phase.OVER;
            tell = complete;
            why = reason;
        }
        whenOver.accept(this);
        gone = true;
        needs.forEach(run -> run.release(this));
        if (tell) {
            told.end(why);
        } else {
            told.nothing();
        }
    }

    // ---- the end

    /** Begins to end, if it does not yet. From now on the end of a member decides nothing. */
    private synchronized boolean cut(Reason why, boolean byForce) {
        if (!isUp()) {
            return false;
        }
        phase = phase == Phase.STARTING ? Phase.CUT : Phase.STOPPING;
        reason = why;
        forced = byForce;
        return true;
    }

    /** Begins to stop; returns false if it stops already. */
    boolean stop() {
        return cut(Reason.SHUTDOWN, false);
    }

    /** Begins to stop unless somebody depends on it. */
    synchronized boolean stopUnlessUsed() {
        return users.isEmpty() && stop();
    }

    /** Kills the members, also those that are asked to end already. */
    void force() {
        synchronized (this) {
            if (phase == Phase.OVER) {
                return;
            }
            cut(Reason.KILL, true);
            reason = Reason.KILL;
            forced = true;
        }
        members().reversed().forEach(kernel::kill);
    }

    /** Asks one member after the other to end, the last one first, and waits for each; returns false if time runs out, after asking all. */
    boolean shutdownInReverse(Duration timeout) {
        long deadline = changes.deadline(timeout);
        for (Pid member : members().reversed()) {
            kernel.shutdown(member);
            changes.await(() -> !members().contains(member), deadline);
        }
        if (!awaitGone(deadline)) {
            return false;
        }
        awaitTold(deadline);
        return true;
    }

    /** Waits until it is not running any more; returns whether it is. */
    boolean awaitGone(Duration timeout) {
        return awaitGone(changes.deadline(timeout));
    }

    private boolean awaitGone(long deadline) {
        return changes.await(() -> gone, deadline);
    }

    /** Waits for the callbacks. */
    void awaitTold(Duration timeout) {
        awaitTold(changes.deadline(timeout));
    }

    private void awaitTold(long deadline) {
        if (!told.awaitAll(deadline)) {
            kernel.log().warn("application '{}': the callback for its end has not returned yet; nobody waits for it"
                    + " any longer", spec.name());
        }
    }

    // ---- dependencies

    /** These runs are needed by this one until it is over; before the start. */
    void uses(List<Run> dependencies) {
        needs = dependencies;
        dependencies.forEach(run -> run.hold(this));
    }

    /** Somebody needs this run from now on; returns false if it ends already. */
    synchronized boolean hold(Object user) {
        boolean up = isUp();
        if (up) {
            users.add(user);
        }
        return up;
    }

    synchronized void release(Object user) {
        users.remove(user);
    }

    /** Returns the names of running applications that depend on this one. */
    synchronized List<String> dependants() {
        return users.stream().filter(Run.class::isInstance).map(user -> ((Run) user).spec.name()).toList();
    }

    /** Waits until the members were spawned; returns whether all were. */
    boolean awaitStarted(Duration timeout) {
        changes.await(() -> !isSpawning(), changes.deadline(timeout));
        return hasStarted();
    }

    // ---- questions

    private synchronized boolean isUp() {
        return phase == Phase.STARTING || phase == Phase.RUNNING;
    }

    private synchronized boolean isCut() {
        return phase == Phase.CUT;
    }

    private synchronized boolean isForced() {
        return forced;
    }

    private synchronized boolean isSpawning() {
        return phase == Phase.STARTING || phase == Phase.CUT;
    }

    private synchronized boolean hasStarted() {
        return complete;
    }

    private synchronized Reason reason() {
        return reason;
    }

    synchronized List<Pid> members() {
        return List.copyOf(members);
    }

    synchronized ApplicationState state() {
        return isUp() ? ApplicationState.RUNNING : ApplicationState.STOPPING;
    }

    ApplicationMode mode() {
        return mode;
    }

    Variables env() {
        return env;
    }

    Duration uptime() {
        return Duration.ofNanos(kernel.dispatcher().nanoTime() - startedNanos);
    }
}
