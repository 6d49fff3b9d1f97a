package io.ergo.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Edges are texts of the runtime's sources: they must follow when those change. */
class EdgesTest {

    private static final Path SOURCES = Path.of("..", "ergo-core", "src", "main", "java");

    static Stream<Edge> edges() {
        return Edges.all().stream();
    }

    @ParameterizedTest
    @MethodSource("edges")
    void weaken_edge_changesItsSource(Edge edge) throws IOException {
        String source = Files.readString(SOURCES.resolve(edge.source()));

        assertThat(edge.weaken(source)).isNotEqualTo(source);
    }

    @ParameterizedTest
    @MethodSource("edges")
    void test_edge_isAStressTest(Edge edge) throws IOException {
        String name = edge.test().substring(0, edge.test().indexOf('.'));
        String nested = "class " + edge.test().substring(edge.test().indexOf('.') + 1) + " {";
        try (Stream<Path> tests = Files.walk(Path.of("src", "test", "java"))) {
            List<Path> found = tests.filter(path -> path.endsWith(name + ".java")).toList();

            assertThat(found).hasSize(1);
            assertThat(Files.readString(found.getFirst())).contains(nested);
        }
    }

    @Test
    void weaken_textThatIsNotThere_saysWhichEdge() {
        Edge edge = Edge.of("here, then there", "A.java", "AStress.B", Edge.change("volatile", "plain"));

        assertThatIllegalStateException().isThrownBy(() -> edge.weaken("class A {}"))
                .withMessageContaining("here, then there");
    }
}
