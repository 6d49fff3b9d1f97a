package io.ergo;

/**
 * How many messages wait in each queue of a mailbox: a snapshot without consistency across the queues.
 *
 * @param main normal priority
 * @param system high priority, down messages
 * @param urgent highest priority, exit signals
 * @param log log records
 */
public record MailboxDepth(long main, long system, long urgent, long log) {

    /** Returns the sum of the four. */
    public long total() {
        return main + system + urgent + log;
    }
}
