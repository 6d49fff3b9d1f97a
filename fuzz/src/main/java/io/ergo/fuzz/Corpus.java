package io.ergo.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Inputs that are tried in every build: what was recorded, and what was found to be of interest, one file each in {@code corpus/TARGET}.
 *
 * @param folder of the module
 */
record Corpus(Path folder) {

    List<byte[]> inputs(Targets target) throws IOException {
        List<byte[]> inputs = new ArrayList<>(target.seeds());
        Path found = folder.resolve("corpus").resolve(target.key());
        if (Files.isDirectory(found)) {
            try (Stream<Path> files = Files.list(found)) {
                for (Path file : files.sorted().toList()) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        return inputs;
    }
}
