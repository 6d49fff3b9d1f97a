package io.ergo.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the fuzzer said.
 *
 * @param executions inputs that were tried
 * @param edges edges of the program that were reached
 * @param features edges told apart by how often they were taken, and comparisons told apart by their results
 * @param corpus inputs that are kept since each reaches something that the others do not
 * @param finding the file of the input that was a finding, if one was
 */
record Figures(long executions, long edges, long features, long corpus, Optional<String> finding) {

    private static final Pattern STATUS = Pattern.compile("^#(\\d+)\\s+\\S+\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)/.*");
    private static final Pattern STORED = Pattern.compile(".*Test unit written to (\\S+).*");

    /** Reads the lines that the fuzzer wrote; the last status counts. */
    static Figures of(List<String> lines) {
        Figures figures = new Figures(0, 0, 0, 0, Optional.empty());
        for (String line : lines) {
            Matcher status = STATUS.matcher(line);
            Matcher stored = STORED.matcher(line);
            if (status.matches()) {
                figures = new Figures(number(status, 1), number(status, 2), number(status, 3), number(status, 4),
                        figures.finding);
            } else if (stored.matches()) {
                figures = new Figures(figures.executions, figures.edges, figures.features, figures.corpus,
                        Optional.of(stored.group(1)));
            }
        }
        return figures;
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,12d executions  %,6d edges  %,6d features  %,6d inputs kept", executions,
                edges, features, corpus);
    }
}
