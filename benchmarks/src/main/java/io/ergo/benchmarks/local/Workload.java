package io.ergo.benchmarks.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is measured on one node. The names of the figures are those of the Go peer's {@code bench local}. */
public enum Workload {

    /** One process sends to one process. */
    SEND_1_1("one-way 1→1", 3_000_000, 2, 8, side -> side.oneWay(1, 3_000_000)),
    /** Two pairs, as many as the machine of reference has processors. */
    SEND_2_2("one-way 2→2", 2_000_000, 2, 8, side -> side.oneWay(2, 1_000_000)),
    /** A hundred pairs; shown without a bar. */
    SEND_100_100("one-way 100→100", 2_000_000, 0, 0, side -> side.oneWay(100, 20_000)),
    /** One pair; the messages of both directions are counted. */
    PINGPONG_1("ping-pong, 1 pair", 1_000_000, 3, 10, side -> side.pingPong(1, 500_000)),
    /** A thousand pairs at once; the messages of both directions are counted. */
    PINGPONG_1000("ping-pong, 1,000 pairs", 2_000_000, 1.5, 10, side -> side.pingPong(1000, 1000)),
    /** Request and answer, one after the other. */
    CALL("call round trip, 1 pair", 50_000, 1.5, 1.5, side -> side.call(50_000)),
    /** From the order to spawn to the end of the terminate callback. */
    SPAWN_TERMINATE("spawn and end", 100_000, 3, 3, side -> side.spawn(100_000));

    private final String title;
    private final int operations;
    private final double bar;
    private final double goBar;
    private final Function<Side, Round> preparation;

    Workload(String title, int operations, double bar, double goBar, Function<Side, Round> preparation) {
        this.title = title;
        this.operations = operations;
        this.bar = bar;
        this.goBar = goBar;
        this.preparation = preparation;
    }

    /** Returns what a person types: {@code send-1-1}, {@code pingpong-1000}, {@code call}, … */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the name of its figure: {@code local-} and the key. */
    public String figure() {
        return "local-" + key();
    }

    /** Returns what tables call it. */
    public String title() {
        return title;
    }

    /** Returns how many messages, calls or processes one round has. */
    public int operations() {
        return operations;
    }

    /** Returns how many times as fast as Pekko it has to be, empty if the row has no bar. */
    public OptionalDouble bar() {
        return bar > 0 ? OptionalDouble.of(bar) : OptionalDouble.empty();
    }

    /** Returns how many times as fast as the Go peer it has to be, empty if the row has no bar. */
    public OptionalDouble goBar() {
        return goBar > 0 ? OptionalDouble.of(goBar) : OptionalDouble.empty();
    }

    Round prepare(Side side) {
        return preparation.apply(side);
    }

    /**
     * Finds a workload by its key.
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static Workload of(String key) {
        return Arrays.stream(values()).filter(workload -> workload.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no workload " + key + "; there are "
                        + Arrays.stream(values()).map(Workload::key).collect(Collectors.joining(", "))));
    }
}
