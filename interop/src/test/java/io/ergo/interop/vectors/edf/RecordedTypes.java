package io.ergo.interop.vectors.edf;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import io.ergo.interop.vectors.check.Cases;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.Report;
import tools.jackson.databind.json.JsonMapper;

/** Files and their types without a run. */
final class RecordedTypes {

    private static final Path FOLDER = Path.of("..", "ergo-network", "src", "test", "resources", "vectors");

    private RecordedTypes() {}

    static Entry file(String name) {
        return new Entry(JsonMapper.shared().readTree(FOLDER.resolve(name).toFile()));
    }

    static Types of(Entry root) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return Types.of(root, List.of(), new Cases(new Report(nowhere), "test", "file"));
    }

    static Schemas of(String json) {
        return of(new Entry(JsonMapper.shared().readTree(json))).schemas();
    }
}
