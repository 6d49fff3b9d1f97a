package io.ergo.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import io.ergo.benchmarks.edf.EdfProfileMain;
import io.ergo.benchmarks.edf.Format;

/** Records one row in one format and prints where its time and its memory go. */
final class EdfProfile {

    private final PrintStream out;

    EdfProfile(PrintStream out) {
        this.out = out;
    }

    /** Returns the exit code. */
    int run(EdfOptions options) throws IOException, InterruptedException {
        EdfOptions.Row row = options.rows().getFirst();
        Format format = options.formats().getFirst();
        Recorded recorded = Recorded.named("edf-%s-%s-%s".formatted(row.shape().key(), row.operation().key(),
                format.key()), Duration.ofSeconds(options.profileSeconds()));
        recorded.run(EdfProfileMain.class, List.of(format.name(), row.shape().name(), row.operation().name()));
        recorded.print(out);
        return 0;
    }
}
