package io.ergo.interop.peer;

import java.util.Iterator;
import java.util.List;

import io.ergo.interop.value.PeerException;

/**
 * What the program is started with.
 *
 * @param processors on how many processors the processes of a node run, 0 for all. One keeps the order of observations steady
 * @param logs whether the node logs to standard error
 */
record PeerSettings(int processors, boolean logs) {

    static PeerSettings defaults() {
        return new PeerSettings(1, false);
    }

    static PeerSettings read(String... arguments) {
        PeerSettings settings = defaults();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            settings = switch (rest.next()) {
                case "-log" -> new PeerSettings(settings.processors, true);
                case "-procs" -> new PeerSettings(number(rest), settings.logs);
                default -> throw usage();
            };
        }
        return settings;
    }

    private static int number(Iterator<String> rest) {
        String text = rest.hasNext() ? rest.next() : "";
        if (!text.matches("\\d{1,2}")) {
            throw usage();
        }
        return Integer.parseInt(text);
    }

    private static PeerException usage() {
        return new PeerException("the arguments are [-procs N] [-log]: on how many processors processes run, 1 unless "
                + "given, 0 for all; whether the node logs to standard error. Commands come from standard input");
    }
}
