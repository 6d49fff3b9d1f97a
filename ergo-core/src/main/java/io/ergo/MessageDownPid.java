package io.ergo;

/**
 * A monitored process ended.
 *
 * @param pid who ended
 * @param reason why
 */
public record MessageDownPid(Pid pid, Reason reason) implements MessageDown {

    @Override
    public Address source() {
        return pid;
    }
}
