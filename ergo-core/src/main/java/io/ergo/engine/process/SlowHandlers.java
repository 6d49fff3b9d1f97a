package io.ergo.engine.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.ergo.ProcessExecution;
import io.ergo.spi.Dispatcher.LongRunListener;
import io.ergo.spi.Dispatcher.Task;

/**
 * Counts handlers that run long and logs each of them once, by name and with its stack; of thousands that hang at the same time some each
 * second, and the number of the others. Any thread.
 */
final class SlowHandlers implements LongRunListener {

    private static final int MOST_PER_SECOND = 10;

    private final Kernel kernel;
    private long secondBegan;
    private int logged;
    private int passedOver;

    SlowHandlers(Kernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public void runsLong(Task task, Duration busy) {
        if (task instanceof LocalProcess process) {
            kernel.counters.slowHandler();
            int others = admit();
            if (others >= 0) {
                log(process, busy, others);
            }
        }
    }

    /** Returns how many were passed over since the last one that was logged; negative if this one is passed over, too. */
    private synchronized int admit() {
        long now = kernel.dispatcher.nanoTime();
        if (now - secondBegan >= TimeUnit.SECONDS.toNanos(1)) {
            secondBegan = now;
            logged = 0;
        }
        if (logged == MOST_PER_SECOND) {
            passedOver++;
            return -1;
        }
        logged++;
        int others = passedOver;
        passedOver = 0;
        return others;
    }

    private void log(LocalProcess process, Duration busy, int others) {
        ProcessExecution seen = kernel.onlooker.look(process);
        String more = others == 0 ? "" : " (and " + others + " others since the last such report)";
        kernel.log.warn("a handler runs long, {} by now{}: {}", ReportText.rounded(busy), more, ReportText.of(seen));
    }
}
