package io.ergo.interop.vectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run of the launcher.
 *
 * @param status its exit status
 * @param output what it printed
 * @param errors what it printed as an error
 */
record Run(int status, String output, String errors) {

    private static final Pattern CLOSING = Pattern.compile("(?s).*?(\\d+) passed, (\\d+) failed\\R");

    static Run of(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> texts = Stream.of(arguments).map(Object::toString).toList();
        int status = new VectorsProgram(printer(out), printer(err)).run(texts);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Runs a file of this text. */
    static Run ofText(Path folder, String json) {
        Path file = folder.resolve("own.json");
        try {
            Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(file);
    }

    int passed() {
        return closing(1);
    }

    int failed() {
        return closing(2);
    }

    private int closing(int group) {
        Matcher closing = CLOSING.matcher(output);
        if (!closing.matches()) {
            throw new AssertionError("no closing line in: " + output + errors);
        }
        return Integer.parseInt(closing.group(group));
    }
}
