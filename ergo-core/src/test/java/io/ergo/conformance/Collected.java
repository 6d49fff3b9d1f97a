package io.ergo.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.ergo.LogLevel;
import io.ergo.MessageLog;
import io.ergo.spi.LogSink;

/** A sink that keeps what it gets, without the records of the node's own start and stop. */
final class Collected implements LogSink {

    private final List<MessageLog> records = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();

    /** Adds one to the first node of the world. */
    static Collected in(World world, String name, LogLevel... levels) {
        Collected collected = new Collected();
        world.node().loggers().add(name, collected, levels);
        return collected;
    }

    @Override
    public void log(MessageLog record) {
        records.add(record);
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }

    List<MessageLog> records() {
        return records;
    }

    List<String> texts() {
        return records.stream().map(MessageLog::message).toList();
    }

    int closed() {
        return closed.get();
    }
}
