package io.ergo.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param targets which ones
 * @param time for each of them
 * @param together whether one JVM feeds all of them at once, for a short run
 * @param replay inputs to be taken once instead
 */
record Options(List<Targets> targets, Duration time, boolean together, List<Path> replay) {

    private static final Duration DEFAULT_TIME = Duration.ofMinutes(1);

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException if they make no sense
     */
    static Options parse(List<String> args) {
        List<Targets> targets = new ArrayList<>();
        List<Path> replay = new ArrayList<>();
        Optional<Duration> all = Optional.empty();
        boolean together = false;
        for (Iterator<String> rest = args.iterator(); rest.hasNext();) {
            String arg = rest.next();
            switch (arg) {
                case "--minutes" -> all = Optional.of(Duration.ofMinutes(number(arg, rest)));
                case "--seconds" -> all = Optional.of(Duration.ofSeconds(number(arg, rest)));
                case "--together" -> together = true;
                case "--replay" -> rest.forEachRemaining(file -> replay.add(Path.of(file)));
                default -> targets.add(target(arg));
            }
        }
        return of(targets, all, together, replay);
    }

    private static Options of(List<Targets> asked, Optional<Duration> all, boolean together, List<Path> replay) {
        if (!replay.isEmpty() && asked.size() != 1) {
            throw new IllegalArgumentException("--replay needs exactly one target before it");
        }
        List<Targets> targets = asked.isEmpty() ? List.of(Targets.values()) : List.copyOf(asked);
        int runs = together ? 1 : targets.size();
        return new Options(targets, all.map(time -> time.dividedBy(runs)).orElse(DEFAULT_TIME), together, replay);
    }

    private static Targets target(String arg) {
        if (arg.startsWith("-")) {
            throw new IllegalArgumentException("there is no option " + arg);
        }
        return Targets.named(arg);
    }

    private static long number(String option, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    option + " needs a number from 1 to 999999 behind it but has \"" + value + "\"");
        }
        return Long.parseLong(value);
    }
}
