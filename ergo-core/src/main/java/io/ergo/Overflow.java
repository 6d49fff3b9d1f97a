package io.ergo;

/** What happens to a message for which the bounded mailbox has no room. Exit signals and down messages are never refused. */
public sealed interface Overflow {

    /** The sender is told that the mailbox is full. */
    record Reject() implements Overflow {}

    /**
     * The message goes, wrapped in a {@link MessageFallback}, to the process registered under the name on the same node; the sender is
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

    /** Returns the policy that refuses. */
    static Overflow reject() {
        return new Reject();
    }

    /** Returns the policy that diverts to the named process. */
    static Overflow fallback(String process, String tag) {
        return new Fallback(process, tag);
    }
}
