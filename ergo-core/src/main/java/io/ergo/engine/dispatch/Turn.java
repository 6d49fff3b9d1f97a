package io.ergo.engine.dispatch;

import java.util.concurrent.locks.LockSupport;

/**
 * The permission to go on, for one thread of a simulation. Whoever gives it away waits for its own; so one thread runs
 * at a time.
 */
final class Turn {
    private final Thread owner;
    private volatile boolean given;

    Turn(Thread owner) {
        this.owner = owner;
    }

    Thread owner() {
        return owner;
    }

    /** Any thread. What the giver did before, the owner sees. */
    void give() {
        given = true;
        LockSupport.unpark(owner);
    }

    /** The owner. An interrupt is kept for later. */
    void await() {
        boolean interrupted = false;
        while (!given) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        given = false;
        if (interrupted) {
            owner.interrupt();
        }
    }
}
