package io.ergo.interop.vectors.check;

import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

/** The cases of one section of one file. */
public final class Cases {

    private final Report report;
    private final String file;
    private final String section;

    /** Creates the cases of a section, which go into the report. */
    public Cases(Report report, String file, String section) {
        this.report = report;
        this.file = file;
        this.section = section;
    }

    /** Returns those of another section of the same file. */
    public Cases of(String otherSection) {
        return new Cases(report, file, otherSection);
    }

    /** Runs one case, which fails with whatever it throws. */
    public void check(String name, Runnable check) {
        try {
            check.run();
        } catch (Mismatch wrong) {
            fail(name, String.valueOf(wrong.getMessage()));
            return;
        } catch (RuntimeException | StackOverflowError unexpected) {
            fail(name, "it ended with " + unexpected);
            return;
        }
        report.passed();
    }

    /** Runs one case for each item of the array. */
    public void each(JsonNode array, Consumer<Entry> check) {
        if (!array.isArray()) {
            fail("all", "the section is no array");
            return;
        }
        int index = 0;
        for (JsonNode item : array) {
            check(nameOf(item, index++), () -> check.accept(new Entry(item)));
        }
    }

    private static String nameOf(JsonNode item, int index) {
        JsonNode name = item.path("name");
        if (name.isString()) {
            return name.asString();
        }
        String step = item.path("step").asString("");
        return (item.has("seq") ? "seq " + item.path("seq").asString() : "#" + index)
                + (step.isEmpty() ? "" : " (" + step + ")");
    }

    /** Tells of a case, which may pass, that it shows nothing, and why. */
    public void note(String name, String why) {
        report.unchecked(List.of(file, section, name), why);
    }

    /** Counts a case that cannot even begin. */
    public void fail(String name, String why) {
        report.failed(List.of(file, section, name), why);
    }
}
