package io.ergo.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command line; {@code fuzz/run} starts it. It ends with 0, with 1 if something was found, with 2 for misuse. */
public final class Fuzz {

    private static final String USAGE = """
            usage: fuzz/run [--minutes N | --seconds N] [--together] [target…]
                   fuzz/run target --replay file…
            N is the time in all; without it each target has a minute. docs/guide/testing.md tells more.
            targets:""";

    private static final int MISUSE = 2;
    private static final int STACK_LINES = 12;

    private final PrintStream out;
    private final Fuzzer fuzzer;

    private Fuzz(PrintStream out, Path folder) {
        this.out = out;
        this.fuzzer = new Fuzzer(folder);
    }

    /** Does what the arguments say. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(run(Arrays.asList(args), Path.of(System.getProperty("fuzz.folder", ".")), System.out, System.err));
    }

    static int run(List<String> args, Path folder, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        if (args.contains("--help")) {
            usage(out);
            return 0;
        }
        try {
            Options options = Options.parse(args);
            Fuzz fuzz = new Fuzz(out, folder);
            return options.replay().isEmpty() ? fuzz.feed(options) : fuzz.replay(options);
        } catch (IllegalArgumentException misuse) {
            err.println(misuse.getMessage());
            usage(err);
            return MISUSE;
        }
    }

    private static void usage(PrintStream to) {
        to.print(USAGE);
        for (Targets target : Targets.values()) {
            to.print(" " + target.key());
        }
        to.println();
    }

    private int feed(Options options) throws IOException, InterruptedException {
        List<Fuzzer.Outcome> outcomes = new ArrayList<>();
        if (options.together()) {
            outcomes.add(feed("together", options.targets(), options));
        } else {
            for (Targets target : options.targets()) {
                outcomes.add(feed(target.key(), List.of(target), options));
            }
        }
        long executions = outcomes.stream().mapToLong(outcome -> outcome.figures().executions()).sum();
        long findings = outcomes.stream().filter(outcome -> !outcome.clean()).count();
        out.printf("%,d executions, %d findings%n", executions, findings);
        return findings > 0 ? 1 : 0;
    }

    private Fuzzer.Outcome feed(String name, List<Targets> targets, Options options)
            throws IOException, InterruptedException {
        Fuzzer.Outcome outcome = fuzzer.feed(name, targets, options.time());
        out.printf("%-14s %,6d s  %s%n", name, options.time().toSeconds(), outcome.figures());
        if (!outcome.clean()) {
            describe(targets, outcome);
        }
        out.flush();
        return outcome;
    }

    private void describe(List<Targets> targets, Fuzzer.Outcome outcome) throws IOException {
        List<String> lines = Files.readAllLines(outcome.log());
        lines.stream().dropWhile(line -> !line.startsWith("== ")).limit(STACK_LINES).forEach(out::println);
        out.println("all of it is in " + outcome.log());
        if (outcome.figures().finding().isPresent()) {
            out.println(again(targets, Path.of(outcome.figures().finding().get())));
        }
    }

    /** Returns how the target that was fed takes the finding once more; of several, without the byte that chose it. */
    static String again(List<Targets> targets, Path found) throws IOException {
        byte[] input = Files.readAllBytes(found);
        Targets target = targets.getFirst();
        Path alone = found;
        if (targets.size() > 1 && input.length > 0) {
            target = targets.get(JazzerEntry.choice(input, targets.size()));
            alone = found.resolveSibling(target.key() + "-" + found.getFileName());
            Files.write(alone, Arrays.copyOfRange(input, 1, input.length));
        }
        return "again: fuzz/run " + target.key() + " --replay " + alone;
    }

    private int replay(Options options) throws IOException {
        for (Path file : options.replay()) {
            options.targets().getFirst().make().feed(Files.readAllBytes(file));
            out.println(file + ": nothing is wrong with it");
        }
        return 0;
    }
}
