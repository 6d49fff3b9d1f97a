package io.ergo.network.framework;

import java.util.List;

/**
 * The trace that a request belongs to.
 *
 * @param id two numbers
 * @param spanId the step within it
 * @param behavior who began the step
 */
public record Tracing(List<Long> id, long spanId, String behavior) {

    /** Copies; without numbers there are two zeros. */
    public Tracing {
        id = id.isEmpty() ? List.of(0L, 0L) : List.copyOf(id);
        if (id.size() != 2) {
            throw new IllegalArgumentException("the id of a trace has " + id.size() + " numbers but must have 2");
        }
    }

    /** Returns what stands for no trace. */
    public static Tracing none() {
        return new Tracing(List.of(), 0, "");
    }
}
