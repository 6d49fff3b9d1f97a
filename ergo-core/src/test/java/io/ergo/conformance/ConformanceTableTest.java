package io.ergo.conformance;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.ergo.conformance.ConformanceTable.NamedTest;
import io.ergo.conformance.ConformanceTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of conformance names every id of the specification, and only tests that exist. */
class ConformanceTableTest {

    /** How many rows each group of the specification's local suite has. */
    private static final Map<String, Integer> LOCAL = new TreeMap<>(Map.ofEntries(Map.entry("L00", 11),
            Map.entry("L01", 12),
            Map.entry("L02", 3), Map.entry("L03", 4), Map.entry("L04", 5), Map.entry("L05", 5), Map.entry("L06", 5),
            Map.entry("L07", 5), Map.entry("L08", 3), Map.entry("L09", 5), Map.entry("L10", 5), Map.entry("L11", 9),
            Map.entry("L12", 8), Map.entry("L13", 6), Map.entry("L14", 4), Map.entry("L15", 4), Map.entry("L16", 3),
            Map.entry("L17", 1), Map.entry("L18", 2)));
    private static final int SCENARIOS = 42;
    private static final int EXTRAS = 18;
    private static final int FORMATS = 3;
    private static final int DEFECTS = 97;
    private static final Pattern ID = Pattern.compile("\\G(L\\d\\d_[\\dT]+|[SX]\\d+|G_\\d|D\\d+)_");

    private final ConformanceTable table = ConformanceTable.read();

    @Test
    void table_ids_areThoseOfTheSpecification() {
        Stream<String> local = LOCAL.entrySet().stream()
                .flatMap(group -> IntStream.rangeClosed(1, group.getValue())
                        .mapToObj(row -> group.getKey() + "-" + row));
        Stream<String> scenarios = IntStream.rangeClosed(1, SCENARIOS).mapToObj(row -> "S" + row);
        Stream<String> extras = IntStream.rangeClosed(1, EXTRAS).mapToObj(row -> "X" + row);
        Stream<String> defects = IntStream.rangeClosed(1, DEFECTS).mapToObj(row -> "D-" + row);
        Stream<String> formats = IntStream.rangeClosed(1, FORMATS).mapToObj(row -> "G-" + row);
        List<String> expected = Stream.of(local, Stream.of("L11-T", "LXX"), scenarios, extras, formats, defects)
                .flatMap(ids -> ids)
                .toList();

        assertThat(table.rows()).extracting(Row::id).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void table_rows_nameATestOrSayWhyNot() {
        assertThat(table.rows()).filteredOn(row -> row.pinned().isEmpty() || row.tests().isEmpty() != row.saysWhyNot())
                .isEmpty();
    }

    @Test
    void table_tests_exist() {
        Map<String, List<String>> existing = testsByClass();

        assertThat(table.rows().stream().flatMap(row -> row.tests().stream()).distinct())
                .filteredOn(test -> !existing.getOrDefault(test.className(), List.of()).contains(test.method()))
                .isEmpty();
    }

    @Test
    void tests_withAnId_standInItsRow() {
        Map<String, Row> rows = table.rows().stream().collect(Collectors.toMap(Row::idInNames, row -> row));
        List<NamedTest> tests = testsByClass().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(method -> new NamedTest(entry.getKey(), method)))
                .toList();

        assertThat(tests).anyMatch(test -> ids(test.method()).size() == 2);
        assertThat(tests.stream().flatMap(test -> ids(test.method()).stream()
                .filter(id -> !rows.containsKey(id) || !rows.get(id).tests().contains(test))
                .map(id -> "row " + id + ": `" + test.className() + "#" + test.method() + "`"))).isEmpty();
    }

    /** Returns the ids at the beginning of a method's name: {@code L05_1}, {@code S11}, {@code D24}, or several of them. */
    private static List<String> ids(String method) {
        return ID.matcher(method).results().map(id -> id.group(1)).toList();
    }

    /** Returns the tests of each class that the table names; a class that is not there has none. */
    private Map<String, List<String>> testsByClass() {
        return table.rows().stream().flatMap(row -> row.tests().stream()).collect(Collectors.toMap(NamedTest::className,
                ConformanceTableTest::methods, (same, _) -> same));
    }

    private static List<String> methods(NamedTest test) {
        try {
            return Arrays.stream(Class.forName(test.qualifiedClass()).getDeclaredMethods())
                    .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class)).map(Method::getName)
                    .toList();
        } catch (ClassNotFoundException e) {
            return List.of();
        }
    }
}
