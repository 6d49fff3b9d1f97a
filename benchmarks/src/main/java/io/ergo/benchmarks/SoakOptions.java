package io.ergo.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What {@code soak} is asked for.
 *
 * @param time how long to go on, after a warm-up of three laps
 * @param share how much of the usual work a lap has, in hundredths
 */
record SoakOptions(Duration time, int share) {

    static SoakOptions parse(List<String> args) {
        Arguments parsed = Arguments.parse(args, Set.of("--minutes", "--share"), Set.of());
        if (!parsed.rest().isEmpty()) {
            throw new IllegalArgumentException("soak takes options only but got " + parsed.rest());
        }
        return new SoakOptions(Duration.ofMinutes(parsed.number("--minutes", 15)), parsed.number("--share", 100));
    }
}
