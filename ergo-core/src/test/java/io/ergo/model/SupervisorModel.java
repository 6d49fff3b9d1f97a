package io.ergo.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SupervisorType;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor has to do, from chapter 6 of the specification with its register of defects. Each input appends to {@link #expected}
 * what has to be done about it, up to the next start of a child, whose result is an input again.
 */
final class SupervisorModel {

    /** What has to be done next. */
    sealed interface Expected {}

    /** A child is to be spawned under this name; instances have none. */
    record Start(Kid kid) implements Expected {}

    /** The text of a {@link Fact.Effect}. */
    record Do(String what) implements Expected {}

    /** A reminder within these bounds. */
    record Remind(String what, @Nullable Kid paused, Duration least, Duration most) implements Expected {

        /** Whether it is this one; the pause is known by its timer from now on. */
        boolean fits(Fact.Reminder fact) {
            if (paused != null) {
                paused.pauseTimer = fact.timer();
            }
            return fact.message().equals(what + "#" + fact.timer()) && fact.delay().compareTo(least) >= 0
                    && fact.delay().compareTo(most) <= 0;
        }
    }

    /** A command is refused. */
    record Refuse(Reason reason) implements Expected {}

    /** The supervisor ends. */
    record Finish(Reason reason) implements Expected {}

    /** Why a child is started. */
    private enum Cause {
        FIRST, RESTART, COMMAND, LATER
    }

    /** A child, or an instance. */
    static final class Kid {

        final String name;
        final int place;
        final int serial;
        final boolean significant;
        @Nullable Pid pid;
        boolean disabled;
        boolean asked;
        boolean paused;
        int pauses;
        int pauseTimer;
        int attempts;
        long startedAt;
        long restarts;

        Kid(String name, int place, int serial, boolean significant) {
            this.name = name;
            this.place = place;
            this.serial = serial;
            this.significant = significant;
        }

        boolean isDown() {
            return pid == null && !paused;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Comparator<Kid> ORDER = Comparator.<Kid>comparingInt(kid -> kid.place)
            .thenComparingInt(kid -> kid.serial);

    final ArrayDeque<Expected> expected = new ArrayDeque<>();
    private final Plan.Sup spec;
    private final Predicate<Pid> takesItsTime;
    /** The children, or the instances that run. */
    private final List<Kid> kids = new ArrayList<>();
    private final List<String> templates = new ArrayList<>();
    private final Set<String> disabledTemplates = new HashSet<>();
    private final TreeMap<Kid, Cause> wanted = new TreeMap<>(ORDER);
    private final List<Long> restarts = new ArrayList<>();
    private @Nullable Kid starting;
    private Cause startingCause = Cause.FIRST;
    private @Nullable Reason closing;
    private Reason groupReason = Reason.NORMAL;
    private long restartCount;
    private int serial;
    private long now;

    /**
     * Creates a supervisor that has not started.
     *
     * @param takesItsTime whether a process is a supervisor, which may take as long as it needs to end
     */
    SupervisorModel(Plan.Sup spec, Predicate<Pid> takesItsTime) {
        this.spec = spec;
        this.takesItsTime = takesItsTime;
        spec.children().forEach(this::enlist);
    }

    // ---- inputs

    void begin(long time) {
        now = time;
        if (!spec.isSimple()) {
            kids.forEach(kid -> wanted.put(kid, Cause.FIRST));
        }
        proceed();
    }

    boolean supervises(Pid pid) {
        return running().stream().anyMatch(kid -> pid.equals(kid.pid));
    }

    void childEnded(Pid pid, Reason reason, long time) {
        now = time;
        Kid kid = running().stream().filter(it -> pid.equals(it.pid)).findFirst().orElseThrow();
        boolean wasAsked = kid.asked;
        kid.pid = null;
        kid.asked = false;
        if (spec.isSimple()) {
            kids.remove(kid);
        }
        if (spec.backOff() == null || now - kid.startedAt >= spec.backOff().toNanos() * 4) {
            kid.attempts = 0;
        }
        tell("ChildEnded[name=" + kid.name + ", pid=" + pid + ", reason=" + reason + "]");
        if (closing == null) {
            if (kid.disabled) {
                stayedDown(reason);
            } else if (!wasAsked) {
                judge(kid, reason);
            }
        }
        proceed();
    }

    /** The table of 6.2. */
    private void judge(Kid kid, Reason reason) {
        boolean normal = reason.equals(Reason.NORMAL) || reason.equals(Reason.SHUTDOWN);
        boolean restart = spec.strategy() == RestartStrategy.PERMANENT
                || (spec.strategy() == RestartStrategy.TRANSIENT && !normal);
        if (!restart && kid.significant && !spec.isSimple()) {
            close(reason, reason);
        } else if (wanted.containsKey(kid)) {
            return; // the restart that is under way brings it back
        } else if (!restart) {
            stayedDown(reason);
        } else if (isAllowed()) {
            Kid next = want(kid, reason);
            restartCount++;
            expected.add(new Do("restart " + next.name + " " + reason));
            if (spec.backOff() != null) {
                pause(next);
            }
        }
    }

    private Kid want(Kid failed, Reason reason) {
        if (spec.isSimple()) {
            Kid next = new Kid(failed.name, failed.place, serial++, false);
            next.attempts = failed.attempts;
            next.restarts = failed.restarts;
            wanted.put(next, Cause.RESTART);
            return next;
        }
        if (spec.type() == SupervisorType.ONE_FOR_ONE) {
            wanted.put(failed, Cause.RESTART);
        } else {
            groupReason = reason;
            kids.stream().filter(kid -> !kid.disabled)
                    .filter(kid -> spec.type() == SupervisorType.ALL_FOR_ONE || kid.place >= failed.place)
                    .forEach(kid -> wanted.put(kid, Cause.RESTART));
        }
        return failed;
    }

    /** 6.4: one more restart; too many end the supervisor. */
    private boolean isAllowed() {
        restarts.add(now);
        while (restarts.size() > spec.intensity() && now - restarts.getFirst() > spec.period().toNanos()) {
            restarts.removeFirst();
        }
        if (restarts.size() > spec.intensity()) {
            close(Reason.SUPERVISOR_RESTARTS_EXCEEDED, Reason.SUPERVISOR_RESTARTS_EXCEEDED);
            return false;
        }
        return true;
    }

    private void pause(Kid kid) {
        kid.attempts++;
        kid.paused = true;
        long share = spec.period().toNanos() / (2L * spec.intensity() + 2);
        Duration first = spec.backOff() != null ? spec.backOff() : Duration.ofNanos(Math.min(share, 50_000_000));
        long most = Math.min(first.toNanos() << Math.min(kid.attempts - 1, 20),
                spec.backOff() != null ? first.toNanos() * 4 : share);
        double jitter = spec.backOff() != null ? 0.2 : 0.5;
        expected.add(new Remind("PauseOver[child=" + kid.name + ", number=" + ++kid.pauses + "]", kid,
                Duration.ofNanos((long) (most * (1 - jitter)) - 1), Duration.ofNanos(most)));
    }

    void pauseOver(int timer, long time) {
        now = time;
        wanted.keySet().stream().filter(kid -> kid.paused && kid.pauseTimer == timer)
                .forEach(kid -> kid.paused = false);
        proceed();
    }

    void overdue(String pid, long time) {
        now = time;
        if (running().stream().anyMatch(kid -> pid.equals(String.valueOf(kid.pid)) && kid.asked)) {
            expected.add(new Do("kill " + pid));
        }
        proceed();
    }

    /** 6.5: all are asked to end, at once and in order; the first cause counts. */
    void exit(Reason reason, Reason told, long time) {
        now = time;
        close(reason, told);
        proceed();
    }

    private void close(Reason reason, Reason told) {
        if (closing == null) {
            closing = reason;
            running().forEach(kid -> ask(kid, told));
        }
    }

    void started(Pid pid, long time) {
        now = time;
        Kid kid = taken();
        kid.pid = pid;
        kid.startedAt = now;
        if (startingCause == Cause.RESTART) {
            kid.restarts++;
        }
        if (spec.isSimple()) {
            kids.add(kid);
        }
        tell("ChildStarted[name=" + kid.name + ", pid=" + pid + "]");
        proceed();
    }

    void startFailed(Reason reason, long time) {
        now = time;
        Kid kid = taken();
        switch (startingCause) {
            case FIRST -> {
                wanted.clear();
                expected.add(new Finish(reason));
            }
            case RESTART -> {
                if (isAllowed()) {
                    wanted.put(kid, Cause.RESTART);
                    restartCount++;
                    expected.add(new Do("restart " + kid.name + " " + reason));
                    pause(kid);
                }
            }
            case COMMAND -> expected.add(new Refuse(reason));
            case LATER -> {
                // it stays down
            }
        }
        if (startingCause != Cause.FIRST) {
            proceed();
        }
    }

    private Kid taken() {
        Kid kid = starting;
        starting = null;
        if (kid == null) {
            throw new AssertionError("a child was started that nobody asked for");
        }
        return kid;
    }

    // ---- commands, 6.7

    void command(Step.Management command, long time) {
        now = time;
        if (closing != null) {
            expected.add(new Refuse(Reason.of("shutting down")));
        } else if (spec.isSimple()) {
            commandSimple(command);
        } else {
            commandNamed(command);
        }
        proceed();
    }

    private void commandSimple(Step.Management command) {
        String name = command.child();
        boolean known = templates.contains(name);
        if (command instanceof Step.AddChild) {
            if (known) {
                expected.add(new Refuse(Reason.SUPERVISOR_CHILD_DUPLICATE));
            } else {
                templates.add(name);
            }
        } else if (!known) {
            expected.add(new Refuse(Reason.SUPERVISOR_CHILD_UNKNOWN));
        } else if (command instanceof Step.EnableChild) {
            disabledTemplates.remove(name);
        } else if (command instanceof Step.DisableChild) {
            disabledTemplates.add(name);
            wanted.keySet().removeIf(kid -> kid.name.equals(name));
            running().stream().filter(kid -> kid.name.equals(name)).forEach(kid -> {
                kid.disabled = true;
                ask(kid, Reason.SHUTDOWN);
            });
        } else if (disabledTemplates.contains(name)) {
            expected.add(new Refuse(Reason.SUPERVISOR_CHILD_DISABLED));
        } else {
            wanted.put(new Kid(name, templates.indexOf(name), serial++, false), Cause.COMMAND);
        }
    }

    private void commandNamed(Step.Management command) {
        Kid kid = kids.stream().filter(it -> it.name.equals(command.child())).findFirst().orElse(null);
        boolean group = spec.type() != SupervisorType.ONE_FOR_ONE;
        if (group && wanted.values().stream().anyMatch(cause -> cause != Cause.LATER)) {
            expected.add(new Refuse(Reason.SUPERVISOR_STRATEGY_ACTIVE));
        } else if (command instanceof Step.AddChild(String name)) {
            if (kid != null) {
                expected.add(new Refuse(Reason.SUPERVISOR_CHILD_DUPLICATE));
            } else {
                wanted.put(enlist(name), Cause.COMMAND);
            }
        } else if (kid == null) {
            expected.add(new Refuse(Reason.SUPERVISOR_CHILD_UNKNOWN));
        } else {
            switch (command) {
                case Step.StartChild _ -> start(kid);
                case Step.EnableChild _ -> enable(kid);
                default -> disable(kid);
            }
        }
    }

    private void start(Kid kid) {
        if (kid.disabled) {
            expected.add(new Refuse(Reason.SUPERVISOR_CHILD_DISABLED));
        } else if (kid.paused) {
            expected.add(new Refuse(Reason.SUPERVISOR_STRATEGY_ACTIVE));
        } else if (kid.pid != null) {
            expected.add(new Refuse(Reason.SUPERVISOR_CHILD_RUNNING));
        } else {
            wanted.put(kid, Cause.COMMAND);
        }
    }

    private void enable(Kid kid) {
        if (kid.disabled) {
            kid.disabled = false;
            wanted.put(kid, kid.pid == null ? Cause.COMMAND : Cause.LATER);
        }
    }

    private void disable(Kid kid) {
        if (!kid.disabled) {
            kid.disabled = true;
            wanted.remove(kid);
            if (kid.paused) {
                kid.paused = false;
                stayedDown(Reason.SHUTDOWN);
            } else if (kid.pid != null) {
                ask(kid, Reason.SHUTDOWN);
            }
        }
    }

    // ---- what follows

    /** 6.6: the last one takes the supervisor with it. */
    private void stayedDown(Reason reason) {
        if (!spec.isSimple() && !spec.disableAutoShutdown() && running().isEmpty() && wanted.isEmpty()) {
            close(reason, reason);
        }
    }

    private void ask(Kid kid, Reason reason) {
        Pid pid = kid.pid;
        if (pid != null && !kid.asked) {
            kid.asked = true;
            expected.add(new Do("ask " + pid + " " + reason));
            if (!takesItsTime.test(pid)) {
                expected.add(new Remind("ChildOverdue[pid=" + pid + "]", null, Duration.ofSeconds(5),
                        Duration.ofSeconds(5)));
            }
        }
    }

    private void tell(String what) {
        if (spec.handleChild()) {
            expected.add(new Do("tell " + what));
        }
    }

    private void proceed() {
        if (closing != null) {
            if (running().isEmpty() && starting == null) {
                expected.add(new Finish(closing));
            }
            return;
        }
        if (isGroup() && stopsFirst()) {
            return;
        }
        for (Kid kid : wanted.keySet()) {
            if (kid.isDown()) {
                starting = kid;
                startingCause = wanted.remove(kid);
                expected.add(new Start(kid));
                return;
            }
        }
    }

    private boolean isGroup() {
        return spec.type() == SupervisorType.ALL_FOR_ONE || spec.type() == SupervisorType.REST_FOR_ONE;
    }

    /** Siblings are stopped in reverse order, at once or one by one, before any is started. */
    private boolean stopsFirst() {
        List<Kid> restarted = wanted.descendingMap().entrySet().stream().filter(it -> it.getValue() == Cause.RESTART)
                .map(Map.Entry::getKey).toList();
        List<Kid> up = restarted.stream().filter(kid -> kid.pid != null && !kid.asked).toList();
        boolean waiting = restarted.stream().anyMatch(kid -> kid.asked || kid.paused);
        if (!spec.keepOrder()) {
            up.forEach(kid -> ask(kid, groupReason));
        } else if (!up.isEmpty() && restarted.stream().noneMatch(kid -> kid.asked)) {
            ask(up.getFirst(), groupReason);
        }
        return waiting || !up.isEmpty();
    }

    private Kid enlist(String name) {
        templates.add(name);
        Kid kid = new Kid(name, templates.size() - 1, 0, spec.significant().contains(name));
        if (!spec.isSimple()) {
            kids.add(kid);
        }
        return kid;
    }

    /** Returns the children that have a process, in order. */
    private List<Kid> running() {
        return kids.stream().filter(kid -> kid.pid != null).sorted(ORDER).toList();
    }

    /** Returns the list of children as it is shown. */
    List<String> shown() {
        return new LinkedHashSet<>(kids).stream().sorted(ORDER)
                .map(kid -> kid.name + " " + kid.pid + (kid.disabled ? " disabled" : "") + " " + kid.restarts).toList();
    }

    long restarts() {
        return restartCount;
    }
}
