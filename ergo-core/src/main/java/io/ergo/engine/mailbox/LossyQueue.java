package io.ergo.engine.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * A bounded queue in which a new envelope may take the place of the oldest. A producer that drops the oldest is a consumer for a moment, so
 * whoever puts in or takes out holds the monitor, for a few instructions. What was dropped moves the tail as what was taken does, so the owner's
 * envelopes are told apart here; counting what waits needs no monitor.
 */
final class LossyQueue extends MpscQueue {

    private @Nullable Envelope takenLast;
    private long dropped;

    LossyQueue(int limit) {
        super(limit);
    }

    @Override
    LossyQueue another() {
        return new LossyQueue(limit);
    }

    @Override
    synchronized boolean offer(Envelope envelope) {
        return super.offer(envelope);
    }

    @Override
    synchronized void offerAlways(Envelope envelope) {
        super.offerAlways(envelope);
    }

    @Override
    synchronized @Nullable Envelope poll() {
        Envelope envelope = super.poll();
        if (envelope != null) {
            takenLast = envelope;
        }
        return envelope;
    }

    @Override
    synchronized @Nullable Envelope handled() {
        Envelope last = takenLast;
        return last == null || last.messageOpaque() == null ? null : last;
    }

    @Override
    synchronized long taken() {
        return super.taken() - dropped;
    }

    /**
     * Any thread. Puts the envelope in, in the place of the oldest if the queue is full.
     *
     * @return what was dropped, null if nothing was; the envelope itself if what must not be lost takes the place
     */
    synchronized @Nullable Envelope offerDropping(Envelope envelope) {
        if (super.offer(envelope)) {
            return null;
        }
        Envelope oldest = peek();
        if (oldest == null || oldest.isNeverRefused() || depth() > limit) {
            return envelope;
        }
        Envelope lost = super.poll();
        dropped++;
        super.offer(envelope);
        return lost;
    }
}
