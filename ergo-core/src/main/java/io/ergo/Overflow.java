package io.ergo;

import java.time.Duration;

/**
 * What happens to a message for which the bounded mailbox has no room. Exit signals, down messages and answers that come as messages are
 * never refused and never dropped.
 */
public sealed interface Overflow {

    /** The sender is told that the mailbox is full. */
    record Reject() implements Overflow {}

    /**
     * The oldest entry of the same queue makes room: a message counts as a dead letter, a requester is told
     * {@link Reason#PROCESS_MAILBOX_FULL}. If the oldest is one that must not be lost the new one is refused.
     */
    record DropOldest() implements Overflow {}

    /**
     * A message goes, wrapped in a {@link MessageFallback}, to the process registered under the name on the same node; the sender is
     * told what became of it there. One hop: a fallback process that is full itself refuses. Requests are never diverted.
     *
     * @param process name of the fallback process
     * @param tag given back in the wrapper, for processes that stand in for several others
     */
    record Fallback(String process, String tag) implements Overflow {

        /** Checks the name. */
        public Fallback {
            Checks.name("the name of the fallback process", process);
            Checks.present("the tag of the fallback process", tag);
        }
    }

    /**
     * Who sends or calls on the same node waits until there is room, and is told that the mailbox is full if there is none in time. A
     * process that waits handles nothing else, not even exit signals, and gives its worker to others meanwhile, as in a call. The wait
     * ends with {@link Delivery.Outcome#TERMINATED} when the receiver ends or the sender is killed. A call waits no longer than its own
     * time-out.
     *
     * <p>Nobody waits for what cannot come: a process that sends to itself or to the spawner that waits for its init, and one whose
     * receiver waits for room in its own mailbox, directly or through others, is told at once that the mailbox is full. So are delayed
     * sends, requests without waiting and what is forwarded, since there is nobody who could wait.
     *
     * @param atMost how long a sender waits at most
     */
    record Await(Duration atMost) implements Overflow {

        /** Checks the duration. */
        public Await {
            Checks.positive("the time a sender waits for room", atMost);
        }
    }

    /** Returns the policy that refuses. */
    static Overflow reject() {
        return new Reject();
    }

    /** Returns the policy that drops the oldest. */
    static Overflow dropOldest() {
        return new DropOldest();
    }

    /** Returns the policy that diverts to the named process. */
    static Overflow fallback(String process, String tag) {
        return new Fallback(process, tag);
    }

    /** Returns the policy that makes the sender wait, as long as given at most. */
    static Overflow await(Duration atMost) {
        return new Await(atMost);
    }
}
