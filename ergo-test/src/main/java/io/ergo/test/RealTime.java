package io.ergo.test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.ergo.ErgoException;
import io.ergo.Reason;
import io.ergo.engine.NodeBuilder;

/** Threads and the clock of the machine. A condition is looked at every millisecond. */
record RealTime() implements Pace {

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    @Override
    public void prepare(NodeBuilder builder) {
        // as it is built is as it runs
    }

    @Override
    public boolean await(Duration atMost, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin >= atMost.toNanos() || Thread.currentThread().isInterrupted()) {
                return condition.getAsBoolean();
            }
            LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
        }
        return true;
    }

    @Override
    public void advance(Duration duration) {
        throw onlyVirtual("time cannot be advanced by " + duration);
    }

    @Override
    public void settle() {
        throw onlyVirtual("nobody can tell when nothing is ready");
    }

    @Override
    public Inbox inbox() {
        return new BlockingInbox();
    }

    @Override
    public String replay() {
        return "";
    }

    private static ErgoException onlyVirtual(String what) {
        return ErgoException.of(Reason.UNSUPPORTED,
                what + " on a node that runs on threads; simulate it, with @ErgoTest(mode = NodeMode.SIMULATED)");
    }
}
