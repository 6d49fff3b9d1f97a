package io.ergo.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/// The main code of one module, as classes and as sources.
///
/// @param house the module
/// @param directory where its pom lies
/// @param classes all its classes, those of `package-info` included; empty if there are none
record MainCode(House house, Path directory, JavaClasses classes) {

    private static final String IMPORTS = "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration"
            + ".imports";

    static MainCode read(House house, Path directory) {
        var output = output(directory);
        var importer = new ClassFileImporter();
        return new MainCode(house, directory,
                Files.isDirectory(output) ? importer.importPath(output) : importer.importPaths(List.<Path>of()));
    }

    /// Returns the sources.
    List<Path> sources() {
        var root = directory.resolve("src/main/java");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the names listed as auto-configurations.
    List<String> listedAutoConfigurations() {
        var list = output(directory).resolve(IMPORTS);
        if (!Files.exists(list)) {
            return List.of();
        }
        try {
            return Files.readAllLines(list).stream().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tells whether somebody wrote the class: it is neither the carrier of a package's annotations nor made by JMH.
    static boolean isWritten(JavaClass type) {
        return !type.getSimpleName().equals("package-info") && !type.getPackageName().endsWith(".jmh_generated");
    }

    private static Path output(Path directory) {
        return directory.resolve("target/classes");
    }
}
