package io.ergo.engine.process;

import io.ergo.Address;
import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SampleListener;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.SampledEnvelope;
import io.ergo.spi.ProcessBehavior;

import org.jspecify.annotations.Nullable;

/** Measures one message in N while somebody listens. Any thread. */
final class Sampling {

    private record Attached(int mask, SampleListener listener) {}

    private final Kernel kernel;
    private volatile @Nullable Attached attached;

    Sampling(Kernel kernel) {
        this.kernel = kernel;
    }

    Runnable attach(int oneIn, SampleListener listener) {
        if (Integer.bitCount(oneIn) != 1 || oneIn < 0) {
            throw ErgoException.of(Reason.INCORRECT,
                    "one in " + oneIn + " messages cannot be sampled; give a power of two such as 1024");
        }
        Attached mine = new Attached(oneIn - 1, listener);
        synchronized (this) {
            if (attached != null) {
                throw ErgoException.of(Reason.TAKEN, "a sample listener is attached already; detach it first");
            }
            attached = mine;
        }
        return () -> detach(mine);
    }

    private synchronized void detach(Attached mine) {
        if (mine.equals(attached)) {
            attached = null;
        }
    }

    /** Sender. Wraps a message, one in N with the time. */
    Envelope envelope(Pid from, Address to, Object message, long count) {
        Attached now = attached;
        return now != null && (scrambled(from, count) & now.mask) == 0
                ? new SampledEnvelope(from, to, message, kernel.dispatcher.nanoTime())
                : new Envelope(from, to, message);
    }

    /** A handler that sends to two receivers in turn must not always pick the same one. */
    private static long scrambled(Pid from, long count) {
        return ((count + from.id()) * 0x9E3779B97F4A7C15L) >>> 32;
    }

    /** Owner. Handles a measured message. */
    void handle(SampledEnvelope envelope, ProcessBehavior behavior) throws Exception {
        long begin = kernel.dispatcher.nanoTime();
        behavior.handle(envelope);
        Attached now = attached;
        if (now != null) {
            tell(now, behavior, begin - envelope.sentNanos(), kernel.dispatcher.nanoTime() - begin);
        }
    }

    /** A listener must not throw; one that does is not asked again, and the process it measured goes on. */
    private void tell(Attached told, ProcessBehavior behavior, long mailboxNanos, long handlerNanos) {
        try {
            told.listener.handled(behavior.behaviorClass().getName(), mailboxNanos, handlerNanos);
        } catch (RuntimeException | Error thrown) {
            detach(told);
            kernel.report("the sample listener threw and is detached", thrown);
        }
    }
}
