package io.ergo.build;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;

/// A module made of the sources a test writes down, compiled and held against the rules of a house.
final class Fixture {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private final House house;
    private final Path directory;
    private final List<Path> sources = new ArrayList<>();
    private Set<String> providers = Set.of();

    Fixture(House house, Path directory) {
        this.house = house;
        this.directory = directory;
    }

    /// Adds a source; what has no type in it is a `package-info`.
    Fixture with(String source) {
        var name = PACKAGE.matcher(source);
        assertThat(name.find()).isTrue();
        var type = TYPE.matcher(source);
        var file = directory.resolve("src/main/java").resolve(name.group(1).replace('.', '/'))
                .resolve((type.find() ? type.group(1) : "package-info") + ".java");
        write(file, source);
        sources.add(file);
        return this;
    }

    Fixture listing(String... autoConfigurations) {
        write(directory.resolve(
                "target/classes/META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports"),
                "# ours\n" + String.join("\n", autoConfigurations));
        return this;
    }

    Fixture allowing(String... classNames) {
        providers = Set.of(classNames);
        return this;
    }

    /// Returns what each rule had to say: "" when it holds, the reason when it had nothing to check, else the violations.
    Map<String, String> report() {
        return report(_ -> true);
    }

    private Map<String, String> report(Predicate<String> rules) {
        compile();
        var report = new LinkedHashMap<String, String>();
        var tests = HouseRules.of(house).in(directory).providers(providers).tests();
        tests.filter(test -> rules.test(test.getDisplayName())).forEach(test -> {
            try {
                test.getExecutable().execute();
                report.put(test.getDisplayName(), "");
            } catch (AssertionError | TestAbortedException e) {
                report.put(test.getDisplayName(), String.valueOf(e.getMessage()));
            } catch (Throwable e) {
                throw new IllegalStateException(test.getDisplayName(), e);
            }
        });
        return report;
    }

    /// Expects violations of the rule which name all of the given words.
    void breaks(String rule, String... words) {
        assertThat(report(rule::equals)).hasEntrySatisfying(rule,
                said -> assertThat(said).contains(words).doesNotContain("has nothing yet to hold"));
    }

    /// Expects the rule to hold, and to have had something to check.
    void keeps(String rule) {
        assertThat(report(rule::equals)).containsEntry(rule, "");
    }

    private void compile() {
        if (sources.isEmpty()) {
            return;
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var messages = new StringWriter();
            var classes = Files.createDirectories(directory.resolve("target/classes"));
            var done = compiler.getTask(messages, files, null, List.of("-proc:none", "-d", classes.toString()), null,
                    files.getJavaFileObjectsFromPaths(sources)).call();
            assertThat(done).as(messages.toString()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
