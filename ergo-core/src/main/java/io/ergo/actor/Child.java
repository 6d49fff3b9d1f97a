package io.ergo.actor;

import java.util.Comparator;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.SupervisionInfo;
import org.jspecify.annotations.Nullable;

/** A child, or an instance of a template, as its supervisor sees it. Guarded by the {@link Supervision}. */
final class Child {

    /**
     * Where a child is in its life: {@code DOWN → UP → STOPPING → DOWN}, from {@code UP} directly to {@code DOWN}, and
     * {@code DOWN → PAUSED → DOWN} if a restart fails.
     */
    enum State {

        /** There is no process. */
        DOWN,
        /** There is no process: its restart failed and is tried again after a pause. */
        PAUSED,
        /** It runs. */
        UP,
        /** It was asked to end and has not ended yet. */
        STOPPING
    }

    /** Why a child is to be started, which decides what becomes of a failure. */
    enum Cause {

        /** The supervisor starts; a failure fails it. */
        FIRST,
        /** A restart; a failure is one more restart. */
        RESTART,
        /** Somebody asked for it and is told of a failure. */
        COMMAND,
        /** It was enabled while it was still ending; nobody is left to be told of a failure, it stays down. */
        DEFERRED
    }

    /**
     * The place among the children.
     *
     * @param spec index of the specification
     * @param serial number of the instance in the order of starts, 0 for children that are no instances
     */
    record Position(int spec, long serial) implements Comparable<Position> {

        private static final Comparator<Position> ORDER = Comparator.comparingInt(Position::spec)
                .thenComparingLong(Position::serial);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    private final ChildSpec spec;
    private final Position position;
    private Args args;
    private boolean disabled;
    private long restarts;
    private int failedStarts;
    private State state = State.DOWN;
    private @Nullable Pid pid;

    Child(ChildSpec spec, Position position, Args args, long restarts) {
        this.spec = spec;
        this.position = position;
        this.args = args;
        this.restarts = restarts;
    }

    String name() {
        return spec.name();
    }

    ChildSpec spec() {
        return spec;
    }

    Position position() {
        return position;
    }

    Args args() {
        return args;
    }

    void args(Args changed) {
        args = changed;
    }

    boolean isDisabled() {
        return disabled;
    }

    void disabled(boolean on) {
        disabled = on;
    }

    long restarts() {
        return restarts;
    }

    void countRestart() {
        restarts++;
    }

    /** Returns how many starts failed since it ran. */
    int failedStarts() {
        return failedStarts;
    }

    void countFailedStart() {
        failedStarts++;
    }

    boolean is(State other) {
        return state == other;
    }

    @Nullable Pid pid() {
        return pid;
    }

    void move(State to, @Nullable Pid process) {
        if (to == State.UP) {
            failedStarts = 0;
        }
        state = to;
        pid = process;
    }

    SupervisionInfo.Child info() {
        return new SupervisionInfo.Child(spec.name(), pid, spec.significant(), disabled, restarts);
    }

    @Override
    public String toString() {
        return spec.name();
    }
}
