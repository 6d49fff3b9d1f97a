package io.ergo.spi;

import java.io.PrintStream;
import java.util.Objects;

import io.ergo.MessageLog;

/** Prints records to a stream; the stream's own lock keeps them apart. */
final class PrintStreamSink implements LogSink {

    private final PrintStream out;
    private final LogFormat format;

    PrintStreamSink(PrintStream out, LogFormat format) {
        this.out = Objects.requireNonNull(out, "the stream of a log sink");
        this.format = Objects.requireNonNull(format, "the format of a log sink");
    }

    @Override
    public void log(MessageLog record) {
        out.print(format.print(record));
        out.flush();
    }
}
