package io.ergo.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arguments of a command line, sorted by kind.
 *
 * @param numbers the options that have a positive number behind them, with it
 * @param switches the options that stand alone
 * @param rest all else, in order
 */
record Arguments(Map<String, Integer> numbers, Set<String> switches, List<String> rest) {

    /**
     * Sorts arguments.
     *
     * @param numbers the options that need a number
     * @param switches the options that stand alone
     * @throws IllegalArgumentException for an unknown option, and for one without a positive number that needs one
     */
    static Arguments parse(List<String> args, Set<String> numbers, Set<String> switches) {
        Arguments parsed = new Arguments(new HashMap<>(), new HashSet<>(), new ArrayList<>());
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (numbers.contains(arg)) {
                i++;
                parsed.numbers.put(arg, positive(arg, i < args.size() ? args.get(i) : ""));
            } else if (switches.contains(arg)) {
                parsed.switches.add(arg);
            } else if (arg.startsWith("-")) {
                throw new IllegalArgumentException("there is no option " + arg);
            } else {
                parsed.rest.add(arg);
            }
        }
        return parsed;
    }

    int number(String option, int otherwise) {
        return numbers.getOrDefault(option, otherwise);
    }

    boolean has(String option) {
        return switches.contains(option);
    }

    private static int positive(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    option + " needs a number from 1 to 999999 behind it but has \"" + value + "\"");
        }
        return Integer.parseInt(value);
    }
}
