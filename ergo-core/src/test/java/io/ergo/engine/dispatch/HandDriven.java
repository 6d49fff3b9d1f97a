package io.ergo.engine.dispatch;

import java.util.concurrent.atomic.AtomicReference;

import io.ergo.spi.Dispatcher.Carrier;

/** The parts of a threaded dispatcher without its monitor's thread: the test looks after the workers itself. */
final class HandDriven implements AutoCloseable {
    final SystemPlatform platform = new SystemPlatform();
    final Workshop shop;
    final SpareWorkers spares = new SpareWorkers();
    final Staffing staffing;
    final Deadlines deadlines;
    final Waiting waiting;
    final Monitor monitor;

    HandDriven(int slots, Reports reports) {
        shop = new Workshop("hand-driven", slots, platform, new Failures(reports));
        staffing = new Staffing(shop, spares);
        deadlines = new Deadlines(shop.workers(), shop.doorbell(), platform.nanoTime());
        waiting = new Waiting(shop, staffing, deadlines);
        monitor = new Monitor(shop, staffing, deadlines);
    }

    /** A worker that never starts; the test moves it. */
    Worker puppet() {
        return new Worker(shop, staffing, true);
    }

    /** Gives a slot that the test takes for itself to the puppet. */
    Slot claimFor(Worker puppet) {
        Slot slot = shop.idle().claim();
        puppet.slot(slot);
        return slot;
    }

    /** Runs something on a worker. */
    void foreign(TestTask task) {
        shop.ready().addGlobal(task);
        staffing.wakeOne();
    }

    /** Returns the carrier that ran a task at once. */
    Carrier someCarrier() {
        AtomicReference<Carrier> carrier = new AtomicReference<>();
        foreign(TestTask.once(carrier::set));
        Eventually.until(() -> carrier.get() != null);
        return carrier.get();
    }

    @Override
    public void close() {
        shop.markClosed();
        shop.workers().forEach(worker -> worker.thread().interrupt());
        Eventually.until(() -> platform.aliveThreads() == 0);
    }
}
