package io.ergo.interop.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import io.ergo.interop.vectors.check.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of vectors.
 *
 * @param name what it is called
 * @param root what is in it
 */
record VectorFile(String name, Entry root) {

    /** Deep values are deeper still in JSON. */
    private static final int MOST_LEVELS = 10_000;
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder().maxNestingDepth(MOST_LEVELS)
            .maxStringLength(Integer.MAX_VALUE).build();
    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /**
     * Reads a file.
     *
     * @throws UnusableFileException if there is none, or it holds no vectors
     */
    static VectorFile read(Path path) {
        JsonNode node;
        try {
            node = JSON.readTree(Files.readAllBytes(path));
        } catch (IOException bad) {
            throw new UnusableFileException(path + " cannot be read: " + bad);
        } catch (JacksonException bad) {
            throw new UnusableFileException(path + " is no JSON: " + bad.getOriginalMessage());
        }
        Set<String> sections = Set.copyOf(Sections.NAMES);
        if (!node.isObject() || node.propertyNames().stream().noneMatch(sections::contains)) {
            throw new UnusableFileException(path + " is no file of vectors: it has none of " + Sections.NAMES);
        }
        return new VectorFile(path.getFileName().toString(), new Entry(node));
    }
}
