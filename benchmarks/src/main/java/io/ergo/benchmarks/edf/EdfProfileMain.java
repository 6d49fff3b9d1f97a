package io.ergo.benchmarks.edf;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;

import io.ergo.benchmarks.figure.Profile;

/**
 * Encodes or decodes one shape in one format again and again under the flight recorder. Arguments: the names of a {@link Format}, a
 * {@link Shape} and an {@link Operation}, the seconds to record, the file to write.
 */
public final class EdfProfileMain {

    private static final int OPERATIONS = 10_000;

    private static volatile Object result = "";

    private EdfProfileMain() {}

    /** Runs and writes the recording. */
    public static void main(String[] args) throws IOException, InterruptedException, ParseException {
        Subject subject = Format.valueOf(args[0]).open(Shape.valueOf(args[1]));
        Profile.Activity activity = switch (Operation.valueOf(args[2])) {
            case ENCODE -> () -> encode(subject);
            case DECODE -> () -> decode(subject);
        };
        Profile.record(activity, Duration.ofSeconds(Integer.parseInt(args[3])), Path.of(args[4]));
        if (result.equals("")) {
            throw new IllegalStateException("nothing was done");
        }
    }

    private static void encode(Subject subject) {
        int bytes = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            bytes += subject.encode();
        }
        result = bytes;
    }

    /** The result is stored each time, so that it has to be made. */
    private static void decode(Subject subject) {
        for (int i = 0; i < OPERATIONS; i++) {
            result = subject.decode();
        }
    }
}
