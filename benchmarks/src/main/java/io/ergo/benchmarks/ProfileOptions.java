package io.ergo.benchmarks;

import java.util.List;
import java.util.Set;

import io.ergo.benchmarks.local.Workload;

/**
 * What {@code profile} is asked for.
 *
 * @param seconds how long to record, after the warm-up
 * @param pekko whether to watch Pekko instead of Ergo
 * @param workload what to run
 */
record ProfileOptions(int seconds, boolean pekko, Workload workload) {

    static ProfileOptions parse(List<String> args) {
        Arguments parsed = Arguments.parse(args, Set.of("--seconds"), Set.of("--pekko"));
        if (parsed.rest().size() != 1) {
            throw new IllegalArgumentException("profile needs exactly one workload but got " + parsed.rest());
        }
        return new ProfileOptions(parsed.number("--seconds", 20), parsed.has("--pekko"),
                Workload.of(parsed.rest().getFirst()));
    }
}
