package io.ergo.engine.dispatch;

import io.ergo.spi.Waiter;

/** Something that can happen next in a simulation. */
sealed interface Event {

    /** Work for a fiber that is free. */
    record Start(Work work) implements Event {}

    /** A delayed action; nothing happens if it was cancelled. */
    record Fire(SimulatedTimer timer) implements Event {}

    /** The result that a fiber waits for is there. */
    record Resume(Fiber fiber) implements Event {}

    /** A deadline is reached; nothing happens if there is a result already. */
    record Expire(Waiter waiter) implements Event {}
}
