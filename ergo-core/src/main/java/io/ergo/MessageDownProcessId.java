package io.ergo;

/**
 * The owner of a monitored name ended, or the name was unregistered.
 *
 * @param processId the name
 * @param reason why
 */
public record MessageDownProcessId(ProcessId processId, Reason reason) implements MessageDown {

    @Override
    public Address source() {
        return processId;
    }
}
