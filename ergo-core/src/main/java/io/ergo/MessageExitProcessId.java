package io.ergo;

/**
 * The exit signal of a linked name: its owner ended, or it was unregistered.
 *
 * @param processId the name
 * @param reason why
 */
public record MessageExitProcessId(ProcessId processId, Reason reason) implements MessageExit {

    @Override
    public Address source() {
        return processId;
    }
}
