package io.ergo.engine.dispatch;

import java.util.function.BiConsumer;

/** Where exceptions go that nobody caught: the handler given at construction, then that of the thread. Any thread. */
final class Failures {
    private final BiConsumer<String, Throwable> handler;

    /**
     * Creates one.
     *
     * @param handler gets what was running and what it threw
     */
    Failures(BiConsumer<String, Throwable> handler) {
        this.handler = handler;
    }

    /** Reports. Never throws: whoever calls has work to go on with. */
    void report(String what, Throwable error) {
        try {
            handler.accept(what, error);
        } catch (Throwable second) {
            Thread current = Thread.currentThread();
            error.addSuppressed(second);
            current.getUncaughtExceptionHandler().uncaughtException(current, error);
        }
    }
}
