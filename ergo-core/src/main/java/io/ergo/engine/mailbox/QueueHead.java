package io.ergo.engine.mailbox;

/** The producers' side of a {@link MpscQueue}, accessed through its handles. */
abstract class QueueHead {

    /** The newest envelope; swapped by producers. */
    Envelope head;
    /** How many envelopes may wait, 0 for any number. */
    final int limit;
    /** How many envelopes were ever admitted; kept only if there is a limit. */
    long claimed;

    QueueHead(Envelope head, int limit) {
        this.head = head;
        this.limit = limit;
    }
}
