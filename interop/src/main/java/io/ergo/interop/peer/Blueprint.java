package io.ergo.interop.peer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ergo.Args;
import io.ergo.Compression;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.Overflow;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SpawnOptions;
import io.ergo.SupervisorType;
import io.ergo.actor.ChildSpec;
import tools.jackson.databind.JsonNode;

/** Reads what processes are made from. */
final class Blueprint {

    private Blueprint() {}

    static Args args(Peer peer, List<JsonNode> list) {
        return Args.of(list.stream().map(peer.values()::read).toArray());
    }

    static Map<String, Object> environment(Peer peer, Line variables) {
        Map<String, Object> environment = new LinkedHashMap<>();
        variables.json().properties()
                .forEach(variable -> environment.put(variable.getKey(), peer.values().read(variable.getValue())));
        return environment;
    }

    static Priority priority(String text) {
        return switch (text) {
            case "", "normal" -> Priority.NORMAL;
            case "high" -> Priority.HIGH;
            case "max" -> Priority.MAX;
            default -> throw ErgoException.of(Reason.INCORRECT,
                    "the priority is '" + text + "' but must be normal, high or max");
        };
    }

    static SpawnOptions options(Peer peer, Line line) {
        Line options = line.object("options");
        SpawnOptions read = SpawnOptions.defaults()
                .withEnv(environment(peer, options.object("env")))
                .withPriority(priority(options.text("priority")))
                .withCompression(compression(options))
                .withImportantDelivery(options.isTrue("important"))
                .withLinks(options.isTrue("link_parent"), options.isTrue("link_child"));
        read = read.withMailbox((int) options.number("mailbox_size"), overflow(options));
        if (options.has("log_level")) {
            read = read.withLogLevel(logLevel(options.text("log_level")));
        }
        String leader = options.text("leader");
        return leader.isEmpty() ? read : read.withLeader(Destination.pid(peer.labels(), leader));
    }

    private static Compression compression(Line options) {
        Line compression = options.object("compression");
        if (!options.isObject("compression")) {
            return Compression.off().withEnabled(options.isTrue("compression"));
        }
        return Compression.off().withEnabled(!compression.isFalse("enable"))
                .withType(kind(compression.has("kind") ? compression.text("kind") : "gzip"))
                .withLevel(level(compression.has("level") ? compression.text("level") : "default"))
                .withThreshold((int) compression.number("threshold", Compression.MIN_THRESHOLD));
    }

    static Compression.Type kind(String text) {
        return chosen("the kind of compression", Compression.Type.values(), text);
    }

    static Compression.Level level(String text) {
        return chosen("the level of compression", Compression.Level.values(), text);
    }

    static LogLevel logLevel(String text) {
        return chosen("the log level", LogLevel.values(), text);
    }

    static LogLevel[] logLevels(List<String> texts) {
        return texts.stream().map(Blueprint::logLevel).toArray(LogLevel[]::new);
    }

    /** Returns the constant that prints as this text. */
    static <T> T chosen(String what, T[] constants, String text) {
        return Stream.of(constants).filter(constant -> constant.toString().equals(text)).findFirst()
                .orElseThrow(() -> ErgoException.of(Reason.INCORRECT,
                        what + " is '" + text + "' but must be one of " + List.of(constants)));
    }

    private static Overflow overflow(Line options) {
        Line fallback = options.object("fallback");
        return !options.isObject("fallback") || fallback.isFalse("enable") ? Overflow.reject()
                : Overflow.fallback(fallback.text("name"), fallback.text("tag"));
    }

    static ChildSpec child(Peer peer, Line line) {
        return ChildSpec.of(line.text("name"), Specification.factory(peer, line)).withOptions(options(peer, line))
                .withArgs(args(peer, line.list("args"))).withSignificant(line.isTrue("significant"));
    }

    /** Returns null for a type there is none of, so that the runtime refuses it. */
    @SuppressWarnings("NullAway") // shows that the runtime refuses it
    static SupervisorType type(String text) {
        return switch (text) {
            case "", "ofo" -> SupervisorType.ONE_FOR_ONE;
            case "afo" -> SupervisorType.ALL_FOR_ONE;
            case "rfo" -> SupervisorType.REST_FOR_ONE;
            case "sofo" -> SupervisorType.SIMPLE_ONE_FOR_ONE;
            default -> null;
        };
    }

    /** Returns null for a strategy there is none of, so that the runtime refuses it. */
    @SuppressWarnings("NullAway") // shows that the runtime refuses it
    static RestartStrategy strategy(String text) {
        return switch (text) {
            case "", "transient" -> RestartStrategy.TRANSIENT;
            case "temporary" -> RestartStrategy.TEMPORARY;
            case "permanent" -> RestartStrategy.PERMANENT;
            default -> null;
        };
    }
}
