package io.ergo.spi;

import java.time.Duration;

/**
 * A dispatcher that runs everything one at a time, in virtual time, in an order drawn from a seed. The thread that asks drives it: nothing
 * runs unless somebody waits for a result ({@link #await}) or calls one of the methods below. The same seed and the same calls give the same
 * run. Use it from one thread.
 */
public interface Simulation extends Dispatcher {

    /** Returns the seed that the order is drawn from. */
    long seed();

    /** Runs until nothing is ready. Virtual time stands still. */
    void runUntilIdle();

    /** Runs what is ready and lets virtual time pass by the duration, running what becomes due in the order of its times. */
    void advance(Duration duration);
}
