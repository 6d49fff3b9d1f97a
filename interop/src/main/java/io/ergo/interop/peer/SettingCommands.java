package io.ergo.interop.peer;

import java.util.Map;
import java.util.TreeMap;

import io.ergo.Compression;
import io.ergo.ProcessContext;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.Value;
import org.jspecify.annotations.Nullable;

/** Commands for the environment and the settings of processes. */
final class SettingCommands {

    private SettingCommands() {}

    static void addTo(Commands table) {
        table.add("set", Place.PROCESS, SettingCommands::set);
        table.add("env.set", Place.NODE, SettingCommands::setEnv);
        table.add("env.get", Place.NODE, (scope, line) -> {
            var value = scope.environment().env(line.text("name"));
            return Members.of("found", value.isPresent()).with("value", Shown.value(value.orElse(null)));
        });
        table.add("env.list", Place.NODE, (scope, line) -> shown(scope.environment().env()));
    }

    static Map<String, @Nullable Object> shown(Map<String, Object> environment) {
        Members shown = new Members();
        new TreeMap<>(environment).forEach((name, value) -> shown.put(name, Shown.value(value)));
        return shown;
    }

    private static @Nullable Object setEnv(Scope scope, Line line) {
        Value value = scope.peer().values().read(line.get("value"));
        scope.environment().setEnv(line.text("name"), value instanceof Value.Nil ? null : value);
        return null;
    }

    private static @Nullable Object set(Scope scope, Line line) {
        ProcessContext process = scope.process();
        Compression compression = process.compression();
        String value = line.text("value");
        switch (line.text("what")) {
            case "priority" -> process.sendPriority(Blueprint.priority(value));
            case "important" -> process.importantDelivery(line.isTrue("value"));
            case "keep_order" -> process.keepNetworkOrder(line.isTrue("value"));
            case "compression" -> process.compression(compression.withEnabled(line.isTrue("value")));
            case "compression_kind" -> process.compression(compression.withType(Blueprint.kind(value)));
            case "compression_level" -> process.compression(compression.withLevel(Blueprint.level(value)));
            case "compression_threshold" ->
                    process.compression(compression.withThreshold((int) line.number("value")));
            case "log_level" -> process.log().setLevel(Blueprint.logLevel(value));
            default -> throw Scope.notHere();
        }
        return null;
    }
}
