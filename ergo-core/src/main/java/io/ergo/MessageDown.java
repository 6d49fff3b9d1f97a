package io.ergo;

/** The end of a monitored target, in the message handler of the process that monitors it. */
public sealed interface MessageDown permits MessageDownPid, MessageDownProcessId, MessageDownAlias {

    /** Returns the target that ended. */
    Address source();

    /** Returns why. */
    Reason reason();
}
