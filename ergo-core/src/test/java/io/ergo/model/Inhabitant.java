package io.ergo.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.spi.Entry;
import org.jspecify.annotations.Nullable;

/** A process as the model knows it. */
final class Inhabitant {

    /** What waits in a mailbox. */
    record Letter(Entry.Kind kind, Pid from, String message) {}

    /** A call that is not over. */
    static final class PendingCall {

        final String request;
        final long deadline;
        /** What the call will return; null as long as nobody answered. */
        @Nullable String result;
        long answeredAt;

        PendingCall(String request, long deadline) {
            this.request = request;
            this.deadline = deadline;
        }

        void answer(String value, long now) {
            if (result == null) {
                result = value;
                answeredAt = now;
            }
        }
    }

    /** A link or monitor of this process on another. */
    record Relation(Inhabitant consumer, Inhabitant target, Address address, boolean link) {}

    final Pid pid;
    final String key;
    final Pid parent;
    /** The model of what it does, if it supervises. */
    final @Nullable SupervisorModel supervisor;
    /** How many entries each queue takes; 0 for any number. */
    final int limit;
    @Nullable String name;
    final List<Alias> aliases = new ArrayList<>();
    final ArrayDeque<Letter> urgent = new ArrayDeque<>();
    final ArrayDeque<Letter> system = new ArrayDeque<>();
    final ArrayDeque<Letter> main = new ArrayDeque<>();
    /** Relations on this process, in the order in which they were made. */
    final List<Relation> watchers = new ArrayList<>();
    boolean inInit = true;
    boolean killed;
    boolean ended;
    boolean traps;
    /** What it handles now. */
    @Nullable Letter handling;
    @Nullable PendingCall call;
    /** It has to end with this next, and does nothing else before. */
    @Nullable Reason leaving;

    Inhabitant(Pid pid, String key, Pid parent, @Nullable String name, int limit,
            @Nullable SupervisorModel supervisor) {
        this.pid = pid;
        this.key = key;
        this.parent = parent;
        this.name = name;
        this.limit = limit;
        this.supervisor = supervisor;
    }

    /** Whether it takes letters. */
    boolean takes() {
        return !ended && !killed;
    }

    void put(Letter letter, Priority priority) {
        queue(priority).addLast(letter);
    }

    /** Whether there is no room for a message or a request; exit signals and notices always find some. */
    boolean isFull(Priority priority) {
        return limit > 0 && queue(priority).size() >= limit;
    }

    private ArrayDeque<Letter> queue(Priority priority) {
        return switch (priority) {
            case MAX -> urgent;
            case HIGH -> system;
            case NORMAL -> main;
        };
    }

    /** Returns what has to come next; null if there is nothing. */
    @Nullable Letter next() {
        return queue().peek();
    }

    /** It has taken what had to come next. */
    void remove(Letter next) {
        queue().remove(next);
    }

    private ArrayDeque<Letter> queue() {
        return !urgent.isEmpty() ? urgent : !system.isEmpty() ? system : main;
    }

    boolean hasMail() {
        return !urgent.isEmpty() || !system.isEmpty() || !main.isEmpty();
    }

    List<Letter> mail() {
        List<Letter> all = new ArrayList<>(urgent);
        all.addAll(system);
        all.addAll(main);
        return all;
    }

    @Override
    public String toString() {
        return key + " " + pid;
    }
}
