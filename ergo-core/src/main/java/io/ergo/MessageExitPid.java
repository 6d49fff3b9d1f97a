package io.ergo;

/**
 * The exit signal of a linked process that ended, or of a process that sent one.
 *
 * @param pid who ended, or who sent the signal
 * @param reason why
 */
public record MessageExitPid(Pid pid, Reason reason) implements MessageExit {

    @Override
    public Address source() {
        return pid;
    }
}
