package io.ergo.engine.process;

import java.util.List;

import io.ergo.Address;
import io.ergo.Pid;
import io.ergo.ProcessExecution.CallbackKind;
import io.ergo.Reason;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.RequestEnvelope;
import io.ergo.engine.relation.Relation.Kind;

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
        kernel.population.lastWords(process);
        try {
            Reason full = close(process, why);
            process.occupy(process.carrier());
            FlightRecorder.run(process, CallbackKind.TERMINATE, () -> process.behavior.end(full));
        } catch (Throwable thrown) { // the last callback; nothing is left that could end
            kernel.report(process.label() + ": the terminate callback threw", thrown);
            kernel.faults.escaped(thrown);
        } finally {
            process.leave();
            process.vacate();
            kernel.population.left(process);
        }
    }

    /** The init of the process failed: the same release, but no callback. The pids that it had linked to get an exit signal. */
    Reason abandon(LocalProcess process, Reason why) {
        List<Address> linked = process.holdings().addresses(Kind.LINK);
        try {
            Reason full = close(process, why);
            linked.forEach(address -> tell(address, process, full.outside()));
            return full;
        } finally {
            kernel.population.left(process);
        }
    }

    private void tell(Address linked, LocalProcess failed, Reason outside) {
        if (linked instanceof Pid pid) {
            kernel.find(pid).ifPresent(target -> kernel.exit(target, failed.pid, outside));
        }
    }

    private Reason close(LocalProcess process, Reason why) {
        boolean killed = process.terminate();
        process.leaveForGood();
        process.mailbox.wakeSenders();
        Reason full = killed ? Reason.KILL : why;
        release(process, full.outside());
        logEnd(process, full);
        return full;
    }

    /** Each step is taken even if one before it fails for lack of memory: a name that is not freed or a watcher not told is lost for good. */
    private void release(LocalProcess process, Reason outside) {
        try {
            kernel.loggers.ended(process);
        } finally {
            try {
                process.holdings().release();
            } finally {
                kernel.table.remove(process);
                tell(process, outside);
            }
        }
    }

    private void tell(LocalProcess ended, Reason outside) {
        try {
            answerWaiting(ended);
        } finally {
            try {
                kernel.relating.announceEnd(ended, outside);
            } finally {
                kernel.counters.ended(ended, outside);
                if (ended.membership != null) {
                    ended.membership.ended(ended.pid, outside);
                }
            }
        }
    }

    /** A log that fails, a full disk for example, must not keep the terminate callback from running. */
    private void logEnd(LocalProcess process, Reason full) {
        try {
            kernel.trace.step("end of {}: {}", process.pid, full);
            if (full.isNormalEnd() || full.is(Reason.KILL)) { // asked for; thousands of them at once must not be a flood
                kernel.log.debug("process terminated: {} - {}", process.label(), full);
            } else if (full.exception().isPresent()) {
                kernel.report("process terminated abnormally: " + process.label() + " - " + full.outside(),
                        full.exception().get());
            } else {
                kernel.log.error("process terminated abnormally: {} - {}", process.label(), full);
            }
        } catch (RuntimeException | Error failed) {
            kernel.faults.uncaught(failed);
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
