package io.ergo.interop.vectors.check;

import java.io.PrintStream;
import java.util.List;

/** Prints each failing case, and each that shows nothing, and counts all. One thread. */
public final class Report {

    private final PrintStream out;
    private int passed;
    private int failed;

    /** Creates one without cases. */
    public Report(PrintStream out) {
        this.out = out;
    }

    void passed() {
        passed++;
    }

    void failed(List<String> place, String why) {
        failed++;
        out.println("FAILED " + String.join(": ", place));
        out.println("    " + why);
    }

    void unchecked(List<String> place, String why) {
        out.println("UNCHECKED " + String.join(": ", place));
        out.println("    " + why);
    }

    /** Returns how many passed. */
    public int passedCases() {
        return passed;
    }

    /** Returns how many failed. */
    public int failedCases() {
        return failed;
    }

    /** Prints the closing line. */
    public void close() {
        out.println(passed + " passed, " + failed + " failed");
        out.flush();
    }
}
