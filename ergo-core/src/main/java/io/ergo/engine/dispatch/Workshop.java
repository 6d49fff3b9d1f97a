package io.ergo.engine.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the workers and the monitor of one dispatcher share. Passive; any thread. */
final class Workshop {
    private final String name;
    private final SystemPlatform platform;
    private final Failures failures;
    private final ReadyTasks ready;
    private final IdleSlots idle;
    private final TickClock clock = new TickClock();
    private final Doorbell doorbell = new Doorbell();
    private final CarrierQueue carriers = new CarrierQueue();
    private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
    private final TaskWatch taskWatch;
    private volatile boolean closed;

    Workshop(String name, int slots, SystemPlatform platform, Failures failures) {
        this.name = name;
        this.platform = platform;
        this.failures = failures;
        this.ready = new ReadyTasks(slots);
        this.idle = new IdleSlots(ready.slots);
        this.taskWatch = new TaskWatch(name, workers, platform, failures);
    }

    Thread thread(boolean virtual, Runnable body) {
        String threadName = name + "-worker";
        return virtual ? platform.virtualThread(threadName, body) : platform.platformThread(threadName, body);
    }

    SystemPlatform platform() {
        return platform;
    }

    Failures failures() {
        return failures;
    }

    ReadyTasks ready() {
        return ready;
    }

    IdleSlots idle() {
        return idle;
    }

    TickClock clock() {
        return clock;
    }

    Doorbell doorbell() {
        return doorbell;
    }

    CarrierQueue carriers() {
        return carriers;
    }

    /** All that were started and have not ended, whether they hold a slot or not. */
    Set<Worker> workers() {
        return workers;
    }

    TaskWatch taskWatch() {
        return taskWatch;
    }

    boolean isClosed() {
        return closed;
    }

    void markClosed() {
        closed = true;
    }
}
