package io.ergo.benchmarks.latency;

import io.ergo.Pid;
import io.ergo.actor.Actor;

/** Sends itself a message for ever and computes a little for each, so that a processor is never idle. */
final class Busy extends Actor {

    private static final int STEPS = 300;

    /** Computes for about a tenth of a microsecond. */
    static long compute(long seed) {
        long value = seed | 1;
        for (int i = 0; i < STEPS; i++) {
            value = value * 31 + i;
        }
        return value;
    }

    @Override
    protected void handleMessage(Pid from, Object message) {
        self().send(self().pid(), compute(((Number) message).longValue()));
    }
}
