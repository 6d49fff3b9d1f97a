package io.ergo.benchmarks.soak;

import java.util.List;

/**
 * One figure of all samples, and whether it grew.
 *
 * @param name of the figure
 * @param first the least of the first quarter of the samples, for a single one may be off
 * @param last the least of the last quarter
 * @param most of all
 * @param allowed how much more the last may be than the first
 */
public record Growth(String name, long first, long last, long most, long allowed) {

    private static final long MIB = 1 << 20;
    private static final int PART = 4;
    private static final String SEPARATOR = "\t";
    private static final int CELLS = 5;

    /** Compares. The samples stand in the order of time; there must be one at least. */
    static Growth of(String name, List<Sample> samples) {
        List<Long> values = samples.stream().map(sample -> sample.values().getOrDefault(name, 0L)).toList();
        int part = Math.max(1, values.size() / PART);
        return new Growth(name, least(values.subList(0, part)),
                least(values.subList(values.size() - part, values.size())),
                values.stream().mapToLong(Long::longValue).max().orElseThrow(), allowed(name));
    }

    private static long least(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    /** The compiler goes on for a while; its threads, and those kept as spares, come and go. Tables must be what they were. */
    private static long allowed(String name) {
        return switch (name) {
            case Sample.HEAP -> 2 * MIB;
            case Sample.CLASSES -> 16 * MIB;
            case Sample.KERNEL_THREADS -> 4;
            case Sample.WORKERS -> 64;
            default -> 0;
        };
    }

    /** Returns whether it did not grow. */
    public boolean isWithinBounds() {
        return last - first <= allowed;
    }

    /** Returns it as a measuring program prints it. */
    String line() {
        return String.join(SEPARATOR, name, Long.toString(first), Long.toString(last), Long.toString(most),
                Long.toString(allowed));
    }

    /** Returns the figures among the lines that a measuring program printed; others are passed over. */
    public static List<Growth> parse(List<String> lines) {
        return lines.stream().map(line -> line.split(SEPARATOR)).filter(cells -> cells.length == CELLS)
                .map(cells -> new Growth(cells[0], Long.parseLong(cells[1]), Long.parseLong(cells[2]),
                        Long.parseLong(cells[3]), Long.parseLong(cells[4])))
                .toList();
    }
}
