package io.ergo;

/** An exit signal as it arrives at a process that traps exits, in its message handler. */
public sealed interface MessageExit permits MessageExitPid, MessageExitProcessId, MessageExitAlias {

    /** Returns who ended, or who sent the signal. */
    Address source();

    /** Returns why. */
    Reason reason();
}
