package io.ergo.interop.peer;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.ergo.interop.value.Members;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints lines whole and at once, and remembers the observations. Any thread. */
final class Output {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition printed = lock.newCondition();
    private final List<JsonNode> observations = new ArrayList<>();
    private final PrintStream out;

    Output(PrintStream out) {
        this.out = out;
    }

    void answer(Members answer) {
        lock.lock();
        try {
            print(JSON.writeValueAsString(answer));
        } finally {
            lock.unlock();
        }
    }

    void observe(Members observation) {
        String text = JSON.writeValueAsString(observation);
        lock.lock();
        try {
            print(text);
            observations.add(JSON.readTree(text));
            printed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void print(String text) {
        out.print(text + "\n");
        out.flush();
    }

    void forget() {
        lock.lock();
        try {
            observations.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until so many observations contain all members of the pattern; returns whether there were as many in time. */
    boolean awaitSeen(JsonNode pattern, long count, long limitMillis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(limitMillis);
        lock.lock();
        try {
            while (observations.stream().filter(seen -> isPart(pattern, seen)).count() < count) {
                if (left <= 0) {
                    return false;
                }
                left = printed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isPart(JsonNode wanted, JsonNode seen) {
        if (!wanted.isObject()) {
            return wanted.equals(seen);
        }
        return seen.isObject() && wanted.properties().stream()
                .allMatch(member -> isPart(member.getValue(), seen.path(member.getKey())));
    }
}
