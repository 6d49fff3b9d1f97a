package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** The command line of the benchmarks; {@code benchmarks/run} starts it. It ends with 0, with 1 if something failed, with 2 for misuse. */
public final class Benchmarks {

    private static final String USAGE = """
            usage: benchmarks/run local [--pairs N] [--rounds N] [--warmups N] [--quick] [--patient] [--check] [workload…]
                   benchmarks/run latency [--runs N] [--quick] [--patient] [--check] [scenario…]
                   benchmarks/run edf [--rounds N] [--warmups N] [--iterations N] [--quick] [--patient] [--check] [shape…] [operation…] [format…]
                   benchmarks/run edf --profile [--seconds N] shape operation [format]
                   benchmarks/run profile [--seconds N] [--pekko] workload
                   benchmarks/run soak [--minutes N] [--share PERCENT]
            workload   send-1-1 send-2-2 send-100-100 pingpong-1 pingpong-1000 call spawn-terminate
            shape      string map complex nested
            operation  encode decode
            format     edf edf-ids edf-interpretive protobuf protobuf-records fory
            docs/performance.md tells what is measured and how.""";

    private static final int MISUSE = 2;

    private Benchmarks() {}

    /** Runs the sub-command that the first argument names. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(run(Arrays.asList(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        try {
            String command = args.isEmpty() ? "" : args.getFirst();
            List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
            return switch (command) {
                case "local" -> new LocalCommand(out).run(LocalOptions.parse(rest));
                case "edf" -> new EdfCommand(out).run(EdfOptions.parse(rest));
                case "latency" -> new LatencyCommand(out).run(LatencyOptions.parse(rest));
                case "soak" -> new SoakCommand(out).run(SoakOptions.parse(rest));
                case "profile" -> new ProfileCommand(out).run(ProfileOptions.parse(rest));
                case "help", "--help", "-h" -> help(out);
                default -> throw new IllegalArgumentException("there is no sub-command \"" + command + "\"");
            };
        } catch (IllegalArgumentException misuse) {
            err.println(misuse.getMessage());
            err.println(USAGE);
            return MISUSE;
        } catch (Program.Failed failed) {
            err.println(failed.getMessage());
            return 1;
        }
    }

    private static int help(PrintStream out) {
        out.println(USAGE);
        return 0;
    }
}
