package io.ergo.network.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.ergo.network.edf.Schema;
import io.ergo.network.edf.TypeExpression;
import org.jspecify.annotations.Nullable;

/**
 * Reads the types of a release from a resource, which tells only what is otherwise than in the release before. A line begins with {@code type},
 * {@code opaque} or {@code struct} and the name; the fields of a struct follow, indented. A name that is there takes the place of the old type, a
 * new one comes at the end or {@code after} another. {@code remove} takes all away whose names begin so.
 */
final class TypesFile {

    private static final String INDENT = "    ";

    private final List<Schema> types;

    private TypesFile(List<Schema> before) {
        this.types = new ArrayList<>(before);
    }

    /** Returns the types of a release that comes after one with those types. */
    static List<Schema> read(String resource, List<Schema> before) {
        return parse(text(resource), before);
    }

    static List<Schema> parse(String text, List<Schema> before) {
        TypesFile file = new TypesFile(before);
        file.apply(text.lines().filter(line -> !line.isBlank() && !line.startsWith("//")).toList());
        return List.copyOf(file.types);
    }

    private static String text(String resource) {
        try (InputStream in = TypesFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void apply(List<String> lines) {
        int next = 0;
        while (next < lines.size()) {
            int head = next++;
            while (next < lines.size() && lines.get(next).startsWith(INDENT)) {
                next++;
            }
            apply(lines.get(head), lines.subList(head + 1, next));
        }
    }

    private void apply(String head, List<String> fields) {
        String[] parts = head.split(" after ", 2);
        String[] words = parts[0].split(" ", 3);
        String name = fullNames(words[1]);
        String after = parts.length == 2 ? fullNames(parts[1]) : null;
        switch (words[0]) {
            case "type" -> place(new Schema.Named(name, TypeExpression.parse(fullNames(words[2]))), after);
            case "opaque" -> place(new Schema.Opaque(name), after);
            case "struct" -> place(new Schema.Struct(name, fields.stream().map(TypesFile::field).toList()), after);
            case "remove" -> types.removeIf(each -> each.name().startsWith(name));
            default -> throw new IllegalStateException("a line begins with neither type, opaque nor struct: " + head);
        }
    }

    private static Schema.Field field(String line) {
        String[] words = line.strip().split(" ", 2);
        return new Schema.Field(words[0], TypeExpression.parse(fullNames(words[1])));
    }

    private static String fullNames(String text) {
        return text.replace("#", WireNames.ERGO);
    }

    private void place(Schema schema, @Nullable String after) {
        int present = indexOf(schema.name());
        if (present >= 0) {
            types.set(present, schema);
        } else if (after == null) {
            types.add(schema);
        } else {
            int other = indexOf(after);
            if (other < 0) {
                throw new IllegalStateException(schema.name() + " comes after " + after + ", which is not there");
            }
            types.add(other + 1, schema);
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
