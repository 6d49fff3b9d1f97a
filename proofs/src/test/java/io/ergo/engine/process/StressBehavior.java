package io.ergo.engine.process;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.ergo.Args;
import io.ergo.Reason;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import org.jspecify.annotations.Nullable;

/** Counts what happens to its process; a message that is an {@link Action} is carried out. */
final class StressBehavior implements ProcessBehavior {

    /** Something to do inside a callback. */
    @FunctionalInterface
    interface Action extends Consumer<LocalProcess> {}

    private final AtomicInteger timesScheduled = new AtomicInteger();
    private final AtomicInteger timesEnded = new AtomicInteger();
    private final @Nullable Action inInit;
    private volatile @Nullable LocalProcess process;
    private int handled;
    private volatile boolean leftAlone;

    StressBehavior(@Nullable Action inInit) {
        this.inInit = inInit;
    }

    /** Spins until init has begun. */
    LocalProcess process() {
        LocalProcess begun = process;
        while (begun == null) {
            Thread.onSpinWait();
            begun = process;
        }
        return begun;
    }

    @Override
    public void start(BehaviorContext context, Args args) {
        LocalProcess own = StressProcess.KERNEL.table.get(context.pid().id());
        process = own;
        if (inInit != null) {
            inInit.accept(own);
        }
    }

    @Override
    public void handle(Entry entry) {
        handled++;
        if (entry.message() instanceof Action action) {
            action.accept(process());
        }
    }

    @Override
    public void end(Reason why) {
        timesEnded.incrementAndGet();
    }

    void scheduled() {
        timesScheduled.incrementAndGet();
    }

    int timesScheduled() {
        return timesScheduled.get();
    }

    int timesEnded() {
        return timesEnded.get();
    }

    int handled() {
        return handled;
    }

    /** Nobody who could end the wait of a call will come any more. */
    void leaveAlone() {
        leftAlone = true;
    }

    boolean isLeftAlone() {
        return leftAlone;
    }
}
