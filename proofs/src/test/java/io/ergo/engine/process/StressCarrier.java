package io.ergo.engine.process;

import io.ergo.spi.Dispatcher.Carrier;

import org.jspecify.annotations.Nullable;

/** The carrier of one run; its thread notices an interrupt that comes when the run is over. */
final class StressCarrier implements Carrier {

    private final StressBehavior behavior;
    private final Witness thread = new Witness();
    private boolean sliceOver;

    /** Never started; stands for the owner's thread in the eyes of a killer. */
    private static final class Witness extends Thread {

        private volatile boolean over;
        private volatile boolean interruptedLate;

        @Override
        public void interrupt() {
            if (over) {
                interruptedLate = true;
            }
        }
    }

    StressCarrier(StressBehavior behavior) {
        this.behavior = behavior;
    }

    StressBehavior behavior() {
        return behavior;
    }

    /** Each batch is one message long. */
    void endSlice() {
        sliceOver = true;
    }

    /** The owner went on to another process. */
    void over() {
        thread.over = true;
    }

    boolean wasInterruptedLate() {
        return thread.interruptedLate;
    }

    @Override
    public Thread thread() {
        return thread;
    }

    @Override
    public boolean sliceOver() {
        return sliceOver;
    }

    @Override
    public long takeRunningNanos() {
        return 0;
    }

    @Override
    public @Nullable Object occupant() {
        return null;
    }

    @Override
    public void occupant(@Nullable Object newOccupant) {}
}
