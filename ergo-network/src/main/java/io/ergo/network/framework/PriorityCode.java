package io.ergo.network.framework;

import java.util.Optional;

import io.ergo.Priority;
import io.ergo.network.edf.EdfType;

/**
 * The priority of messages. Values that are unknown here are kept as they are.
 *
 * @param value what is sent
 */
@EdfType(value = WireNames.GEN + "MessagePriority", base = "int")
public record PriorityCode(long value) {

    /** Returns what is sent for it. */
    public static PriorityCode of(Priority priority) {
        return new PriorityCode(number(priority));
    }

    /** Returns the number of a priority on the wire, here and in frames. */
    public static int number(Priority priority) {
        return switch (priority) {
            case NORMAL -> 0;
            case HIGH -> 1;
            case MAX -> 2;
        };
    }

    /** Returns the priority; empty for an unknown one. */
    public Optional<Priority> priority() {
        return Codes.meaning(this, Priority.values(), PriorityCode::of);
    }
}
