package io.ergo.engine.dispatch;

import io.ergo.spi.Dispatcher.Task;

/** What a fiber of a simulation can do. */
sealed interface Work {

    /** Runs a task once. */
    record Activation(Task task) implements Work {}

    /** Runs something that is no task: a timer, or what was put aside. */
    record Action(String name, Runnable body) implements Work {}
}
