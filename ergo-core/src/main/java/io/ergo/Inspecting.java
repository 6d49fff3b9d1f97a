package io.ergo;

import java.util.Map;

/** Asks processes of the own node what they show of themselves. */
public interface Inspecting {

    /**
     * Asks a process, ahead of all messages that wait, and waits 5 seconds at most, as a call does.
     *
     * @param items what is asked for, understood by the behaviour alone; none asks for everything
     * @return what it shows; empty if it shows nothing
     * @throws ErgoException {@link Reason#NOT_ALLOWED} for a process of another node or for oneself, {@link Reason#PROCESS_UNKNOWN},
     *         {@link Reason#PROCESS_TERMINATED}, {@link Reason#PROCESS_MAILBOX_FULL}, {@link Reason#TIMEOUT}
     */
    Map<String, String> inspect(Pid pid, String... items);
}
