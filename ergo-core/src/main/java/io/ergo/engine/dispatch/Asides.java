package io.ergo.engine.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One virtual thread for each action that may block. Any thread. */
final class Asides {
    private final SystemPlatform platform;
    private final Failures failures;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    Asides(SystemPlatform platform, Failures failures) {
        this.platform = platform;
        this.failures = failures;
    }

    void run(String name, Runnable action) {
        Thread thread = platform.virtualThread(name, () -> {
            try {
                action.run();
            } catch (Throwable e) {
                failures.report(name, e);
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        boolean started = false;
        try {
            platform.start(thread);
            started = true;
        } finally {
            if (!started) {
                threads.remove(thread);
            }
        }
    }

    /** Asks all to end, but the caller, who may be one of them. */
    void interrupt() {
        Thread caller = Thread.currentThread();
        threads.stream().filter(thread -> thread != caller).forEach(Thread::interrupt);
    }
}
