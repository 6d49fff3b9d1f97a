package io.ergo.interop.peer;

import java.util.function.Consumer;

import io.ergo.Log;
import io.ergo.LogLevel;
import io.ergo.MessageLog;
import io.ergo.MessageLogNode;
import io.ergo.MessageLogProcess;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;
import org.jspecify.annotations.Nullable;

/** Commands that log and that capture what is logged. */
final class LogCommands {

    private LogCommands() {}

    static void addTo(Commands table) {
        table.add("log", Place.NODE, LogCommands::log);
        table.add("log.capture", Place.NODE, LogCommands::capture);
        table.add("log.release", Place.NODE, (scope, line) -> {
            scope.node().loggers().remove(line.text("name"));
            return null;
        });
    }

    private static @Nullable Object log(Scope scope, Line line) {
        Log log = scope.isInProcess() ? scope.process().log() : scope.node().log();
        String text = line.text("text");
        switch (line.text("level")) {
            case "debug" -> log.debug("{}", text);
            case "warning" -> log.warn("{}", text);
            case "error" -> log.error("{}", text);
            case "panic" -> log.panic("{}", text);
            default -> log.info("{}", text);
        }
        return null;
    }

    private static @Nullable Object capture(Scope scope, Line line) {
        String name = line.text("name");
        LogLevel[] levels = Blueprint.logLevels(line.texts("levels"));
        if (line.has("to")) {
            scope.node().loggers().add(name, Destination.pid(scope.peer().labels(), line.get("to")), levels);
        } else {
            scope.node().loggers().add(name, capture(scope.peer(), name), levels);
        }
        return null;
    }

    /** Returns a logger that prints records as observations. */
    static Consumer<MessageLog> capture(Peer peer, String name) {
        return record -> peer.output().observe(source(record, Members.of("event", "log").with("process", "log:" + name)
                .with("level", record.level().toString()).with("text", record.message())));
    }

    private static Members source(MessageLog record, Members line) {
        return switch (record.source()) {
            case MessageLogProcess process ->
                    line.with("source", "process").with("pid", new Ident.OfPid(process.pid()).raw());
            case MessageLogNode node -> line.with("source", "node");
        };
    }
}
