package io.ergo.engine.process;

import io.ergo.Reason;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.RequestEnvelope;

/**
 * The end of a process, on its own thread, in this order: state TERMINATED; timers and its own subscriptions gone, name and aliases free; out
 * of the table; requesters in its mailbox answered; watchers told; application told; terminate callback. So when a watcher acts, the name is
 * free, and when the callback runs, nobody knows the process any more.
 */
final class Ending {

    private final Kernel kernel;

    Ending(Kernel kernel) {
        this.kernel = kernel;
    }

    /** The process ran and ends. */
    void finish(LocalProcess process, Reason why) {
        Reason full = close(process, why);
        try {
            process.occupy(process.carrier());
            process.behavior.end(full);
        } catch (Throwable thrown) { // the last callback; nothing is left that could end
            kernel.report(process.label() + ": the terminate callback threw", thrown);
        } finally {
            process.leave();
            kernel.population.left();
        }
    }

    /** The init of the process failed: the same release, but no callback. */
    Reason abandon(LocalProcess process, Reason why) {
        Reason full = close(process, why);
        kernel.population.left();
        return full;
    }

    private Reason close(LocalProcess process, Reason why) {
        process.leave();
        boolean killed = process.terminate();
        if (killed) {
            Thread.interrupted(); // the killer's; it was meant for the callback that has returned
        }
        Reason full = killed ? Reason.KILL : why;
        Reason outside = full.outside();
        logEnd(process, full, outside);
        process.holdings().release();
        kernel.table.remove(process);
        answerWaiting(process);
        kernel.relating.announceEnd(process, outside);
        kernel.counters.ended(process, outside);
        if (process.membership != null) {
            process.membership.ended(process.pid, outside);
        }
        return full;
    }

    private void logEnd(LocalProcess process, Reason full, Reason outside) {
        if (!full.isNormalEnd()) {
            if (full.exception().isPresent()) {
                kernel.report("process terminated abnormally: " + process.label() + " - " + outside,
                        full.exception().get());
            } else {
                kernel.log.error("process terminated abnormally: {} - {}", process.label(), full);
            }
        } else if (kernel.log.isTraceEnabled()) {
            kernel.log.trace("process terminated: {} - {}", process.label(), full);
        }
    }

    private void answerWaiting(LocalProcess process) {
        for (Envelope envelope = process.mailbox.drain(); envelope != null; envelope = process.mailbox.drain()) {
            if (envelope instanceof RequestEnvelope request) {
                kernel.answerTerminated(request);
            }
            envelope.clear();
        }
    }
}
