package io.ergo.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows of docs/conformance.md. */
record ConformanceTable(List<Row> rows) {

    private static final Pattern ROW = Pattern
            .compile("\\| *((?:L\\d\\d-[\\dT]+)|LXX|(?:[SX]\\d+)|(?:G-\\d)|(?:D-\\d+)) *\\|([^|]*)\\|([^|]*)\\|");
    private static final Pattern TEST = Pattern.compile("`([\\w.]+)#(\\w+)`");

    /** A test that the table names; the class is relative to {@code io.ergo.conformance}, or to {@code io.ergo} with a package. */
    record NamedTest(String className, String method) {

        String qualifiedClass() {
            return className.contains(".") ? "io.ergo." + className : "io.ergo.conformance." + className;
        }
    }

    /** One row: an id of the specification and where it is tested, or why it is not. */
    record Row(String id, String pinned, String where) {

        List<NamedTest> tests() {
            return TEST.matcher(where).results().map(Row::test).toList();
        }

        private static NamedTest test(MatchResult found) {
            return new NamedTest(found.group(1), found.group(2));
        }

        /** Returns the id as names of tests carry it: {@code L05_1}, {@code S11}, {@code D24}. */
        String idInNames() {
            return id.startsWith("D") ? id.replace("-", "") : id.replace('-', '_');
        }

        /** Returns whether the row says why there is no test. */
        boolean saysWhyNot() {
            return Stream.of("waits for ", "excluded: ").anyMatch(where::startsWith);
        }
    }

    /** Reads the table of this repository. */
    static ConformanceTable read() {
        Path file = Path.of(System.getProperty("basedir", ".")).resolve("../docs/conformance.md");
        try (Stream<String> lines = Files.lines(file)) {
            return new ConformanceTable(
                    lines.map(ROW::matcher).filter(Matcher::matches).map(ConformanceTable::row).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the table of conformance is missing at " + file.toAbsolutePath().normalize(), e);
        }
    }

    private static Row row(Matcher line) {
        return new Row(line.group(1), line.group(2).strip(), line.group(3).strip());
    }
}
