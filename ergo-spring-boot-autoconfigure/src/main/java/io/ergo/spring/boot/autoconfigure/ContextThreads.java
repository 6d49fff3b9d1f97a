package io.ergo.spring.boot.autoconfigure;

import java.util.concurrent.ThreadFactory;

/** Provides the threads of a context that are not the node's own: platform threads that keep the JVM alive. */
final class ContextThreads implements ThreadFactory {

    private final String name;

    /**
     * Creates a provider.
     *
     * @param node name of the node, to begin the names of the threads with
     */
    ContextThreads(String node) {
        name = node + "-context";
    }

    @Override
    public Thread newThread(Runnable task) {
        return Thread.ofPlatform().daemon(false).name(name).unstarted(task);
    }
}
