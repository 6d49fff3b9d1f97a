package io.ergo.engine.mailbox;

/** Keeps the producers' side of a {@link MpscQueue} and the consumer's side off each other's cache line. */
@SuppressWarnings("unused") // the fields take up space, that is all
abstract class QueueGap extends QueueHead {

    private long p0;
    private long p1;
    private long p2;
    private long p3;
    private long p4;
    private long p5;
    private long p6;

    QueueGap(Envelope head, int limit) {
        super(head, limit);
    }
}
