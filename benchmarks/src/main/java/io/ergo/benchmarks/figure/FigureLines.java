package io.ergo.benchmarks.figure;

import java.util.List;
import java.util.Objects;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads {@link Figure}s, one line of JSON each. A line that does not begin with a brace is no figure and is passed over. */
public final class FigureLines {

    private static final JsonMapper JSON = JsonMapper.shared();

    private FigureLines() {}

    /** Returns the line, without its end. */
    public static String line(Figure figure) {
        return JSON.writeValueAsString(figure);
    }

    /**
     * Returns the figures in the order of the lines.
     *
     * @throws IllegalArgumentException for a line that begins like a figure and is none; it is quoted
     */
    public static List<Figure> parse(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("{")).map(FigureLines::figure).toList();
    }

    private static Figure figure(String line) {
        try {
            Figure figure = JSON.readValue(line, Figure.class);
            Objects.requireNonNull(figure.name(), "name");
            Objects.requireNonNull(figure.unit(), "unit");
            return figure;
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "a figure must be a line like {\"name\":\"x\",\"value\":1.0,\"unit\":\"1/s\",\"n\":1,\"seconds\":1.0} but is "
                            + line,
                    e);
        }
    }
}
