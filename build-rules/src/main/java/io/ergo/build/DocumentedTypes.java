package io.ergo.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/// Finds the public types without a documentation comment. Comments are in no class file, so this one reads sources; doclint can ask for
/// comments only everywhere or nowhere, and on every accessor it would breed noise.
final class DocumentedTypes {

    private DocumentedTypes() {}

    static void check(List<Path> sources) {
        var undocumented = find(sources);
        if (!undocumented.isEmpty()) {
            throw new AssertionError("public types without a documentation comment:\n  "
                    + String.join("\n  ", undocumented));
        }
    }

    private static List<String> find(List<Path> sources) {
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "the tests run on a JDK");
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources));
            var scanner = new Scanner(DocTrees.instance(task));
            for (var unit : task.parse()) {
                scanner.scan(unit, null);
            }
            return scanner.undocumented;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Walks down through public types only; never into bodies.
    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees comments;
        private final List<String> undocumented = new ArrayList<>();

        Scanner(DocTrees comments) {
            this.comments = comments;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (!isPublic(type)) {
                return null;
            }
            DocCommentTree comment = comments.getDocCommentTree(getCurrentPath());
            if (comment == null || comment.getFirstSentence().isEmpty()) {
                var unit = getCurrentPath().getCompilationUnit();
                undocumented.add(unit.getPackageName() + "." + type.getSimpleName());
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
            return null;
        }

        private boolean isPublic(ClassTree type) {
            return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    || isMemberOfInterface();
        }

        private boolean isMemberOfInterface() {
            return switch (getCurrentPath().getParentPath().getLeaf().getKind()) {
                case INTERFACE, ANNOTATION_TYPE -> true;
                default -> false;
            };
        }
    }
}
