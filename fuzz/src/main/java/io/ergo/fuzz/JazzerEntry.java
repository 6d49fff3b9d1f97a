package io.ergo.fuzz;

import java.util.Arrays;
import java.util.List;

/**
 * What Jazzer calls. The property {@value #TARGETS} names the targets, with commas between them; if there are several, the first byte of an input
 * chooses.
 */
public final class JazzerEntry {

    static final String TARGETS = "fuzz.targets";

    private static List<Target> targets = List.of();

    private JazzerEntry() {}

    /** Makes the targets. */
    public static void fuzzerInitialize() {
        targets = Arrays.stream(System.getProperty(TARGETS, "").split(",", -1))
                .map(key -> Targets.named(key).make()).toList();
    }

    /** Returns which of several targets the input is for. */
    static int choice(byte[] input, int targets) {
        return Math.floorMod(input[0], targets);
    }

    /** Takes one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (targets.size() == 1) {
            targets.getFirst().feed(input);
        } else if (input.length > 0) {
            targets.get(choice(input, targets.size())).feed(Arrays.copyOfRange(input, 1, input.length));
        }
    }
}
