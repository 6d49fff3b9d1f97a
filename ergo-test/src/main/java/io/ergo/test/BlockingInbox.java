package io.ergo.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** An inbox between threads. */
final class BlockingInbox implements Inbox {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<Received> waiting = new ArrayList<>();

    @Override
    public void put(Received received) {
        lock.lock();
        try {
            waiting.add(received);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Received take(Predicate<Received> matching, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            Received found = Inbox.remove(waiting, matching);
            while (found == null && left > 0) {
                left = arrived.awaitNanos(left);
                found = Inbox.remove(waiting, matching);
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Received> all() {
        lock.lock();
        try {
            return List.copyOf(waiting);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void clear() {
        lock.lock();
        try {
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }
}
