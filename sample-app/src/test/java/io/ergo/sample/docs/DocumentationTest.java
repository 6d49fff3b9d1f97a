package io.ergo.sample.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Every Java block of the README and the guide compiles; the blocks of one page are compiled together. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path classes;

    @TestFactory
    Stream<DynamicTest> snippets_ofEachPage_compile() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> guide = Files.list(ROOT.resolve("docs/guide"))) {
            guide.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream().map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(),
                () -> assertThat(errors(snippets(page))).as("compiler errors").isEmpty()));
    }

    @Test
    void snippet_withAnError_isReportedWithItsPlace() throws IOException {
        List<Snippet> wrong = List.of(Snippet.of("page.md", 12, "node.sendd(pid, 1);"));

        assertThat(errors(wrong)).singleElement().asString().contains("page.md:12").contains("sendd");
    }

    private static List<Snippet> snippets(Path page) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("```java")) {
                int begin = i + 1;
                while (!lines.get(++i).equals("```")) {
                    // the end of the block
                }
                snippets.add(Snippet.of(page.getFileName().toString(), begin + 1,
                        String.join("\n", lines.subList(begin, i))));
            }
        }
        return snippets;
    }

    private List<String> errors(List<Snippet> snippets) throws IOException {
        if (snippets.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-parameters", "-d", classes.toString(), "-cp",
                System.getProperty("java.class.path"));
        compiler.getTask(null, null, diagnostics, options, null, snippets).call();
        return diagnostics.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(DocumentationTest::text).toList();
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        String place = diagnostic.getSource() instanceof Snippet snippet ? snippet.place() : "?";
        return place + " " + diagnostic.getMessage(null);
    }
}
