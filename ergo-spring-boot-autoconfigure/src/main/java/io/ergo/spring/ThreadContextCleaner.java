package io.ergo.spring;

/**
 * Clears what a handler may have left on its thread, such as a security context. Workers are shared by processes, so
 * each such bean is called after every message an actor of the context handled, on the thread that handled it; it must
 * be fast and must not throw.
 */
@FunctionalInterface
public interface ThreadContextCleaner {

    /** Clears the context of the calling thread. */
    void clear();
}
