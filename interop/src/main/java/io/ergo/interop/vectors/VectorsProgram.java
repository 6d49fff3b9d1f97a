package io.ergo.interop.vectors;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.ergo.interop.vectors.check.Report;

/** Runs files of recorded vectors against the wire formats and prints what differs. */
public final class VectorsProgram {

    private static final String USAGE = """
            interop/vectors FILE…

            Runs files of recorded vectors (EDF, handshake, ENP, registrar) against the wire formats of ergo-network.
            Prints each case that fails, with what was expected and what came, and at the end 'N passed, M failed'.
            A case whose value is described in words that are not understood passes and is printed, as unchecked.

            Exit status: 0 if all passed, 1 if a case failed, 2 if a file cannot be used or the arguments are wrong.""";

    private final PrintStream out;
    private final PrintStream err;

    VectorsProgram(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the files and exits with the status. */
    public static void main(String[] arguments) {
        PrintStream lines = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        int status = new VectorsProgram(lines, System.err).run(List.of(arguments));
        lines.flush();
        System.exit(status);
    }

    /** Runs the files and returns the status. */
    int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(USAGE);
            return 0;
        }
        if (arguments.isEmpty() || arguments.stream().anyMatch(each -> each.startsWith("-"))) {
            err.println(USAGE);
            return 2;
        }
        try {
            return run(arguments.stream().map(VectorsProgram::path).map(VectorFile::read));
        } catch (UnusableFileException wrong) {
            err.println("interop/vectors: " + wrong.getMessage());
            return 2;
        }
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException bad) {
            throw new UnusableFileException("'" + argument + "' is no name of a file: " + bad.getReason());
        }
    }

    /** All are read before the first one runs. */
    private int run(Stream<VectorFile> files) {
        Report report = new Report(out);
        files.toList().forEach(file -> Sections.run(file, report));
        report.close();
        return report.failedCases() == 0 ? 0 : 1;
    }
}
