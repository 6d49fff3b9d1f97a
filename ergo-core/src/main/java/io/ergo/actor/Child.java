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
     * {@code DOWN → PAUSED → DOWN} before a restart that has to wait.
     */
    enum State {

        /** There is no process. */
        DOWN,
        /** There is no process: it is restarted after a pause. */
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
    record Position(int spec, long serial) {

        /** Room for four million specifications and four million millions of instances. */
        private static final int SERIAL_BITS = 42;

        private static Position of(long packed) {
            return new Position((int) (packed >>> SERIAL_BITS), packed & ((1L << SERIAL_BITS) - 1));
        }

        private long packed() {
            return ((long) spec << SERIAL_BITS) | serial;
        }
    }

    /** The order of the children. */
    static final Comparator<Child> ORDER = (one, other) -> Long.compareUnsigned(one.position, other.position);

    /** What only children have whose restarts wait; there may be very many others. */
    private static final class Waiting {

        private int attempts;
        private int pauses;
        private long startedNanos;
    }

    private final ChildSpec spec;
    /** Packed: an object for it would be a third of this one. */
    private final long position;
    private Args args;
    private boolean disabled;
    private long restarts;
    private @Nullable Waiting waiting;
    private State state = State.DOWN;
    private @Nullable Pid pid;

    Child(ChildSpec spec, Position position, Args args, long restarts) {
        this.spec = spec;
        this.position = position.packed();
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
        return Position.of(position);
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

    /** Returns what takes its place: the same, with a position of its own. */
    Child successor(Position next) {
        Child successor = new Child(spec, next, args, restarts);
        if (waiting != null) {
            successor.waiting().attempts = waiting.attempts;
        }
        return successor;
    }

    /** Returns how many restarts in a row there were; one that ran long enough begins again. */
    int attempts() {
        return waiting == null ? 0 : waiting.attempts;
    }

    void countAttempt() {
        waiting().attempts++;
    }

    /** Its next restart is the first in a row. */
    void forgetAttempts() {
        if (waiting != null) {
            waiting.attempts = 0;
        }
    }

    /** Returns how long it has run, if {@link #startedAt} was called. */
    long ranNanos(long nowNanos) {
        return nowNanos - waiting().startedNanos;
    }

    void startedAt(long nowNanos) {
        waiting().startedNanos = nowNanos;
    }

    private Waiting waiting() {
        if (waiting == null) {
            waiting = new Waiting();
        }
        return waiting;
    }

    /** Begins a pause and returns its number: only the end of the latest counts. */
    int pause() {
        move(State.PAUSED, null);
        return ++waiting().pauses;
    }

    boolean isInPause(int number) {
        return state == State.PAUSED && waiting().pauses == number;
    }

    boolean is(State other) {
        return state == other;
    }

    @Nullable Pid pid() {
        return pid;
    }

    void move(State to, @Nullable Pid process) {
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
