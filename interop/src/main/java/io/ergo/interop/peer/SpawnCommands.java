package io.ergo.interop.peer;

import java.util.function.Supplier;

import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.Pid;
import io.ergo.SpawnOptions;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;

/** The command that spawns. */
final class SpawnCommands {

    private SpawnCommands() {}

    static void addTo(Commands table) {
        table.add("spawn", Place.NODE, SpawnCommands::spawn);
    }

    private static Object spawn(Scope scope, Line line) {
        Supplier<Behavior> factory = Specification.factory(scope.peer(), line);
        SpawnOptions options = Blueprint.options(scope.peer(), line);
        if (!line.text("name").isEmpty()) {
            options = options.withName(line.text("name"));
        }
        Args args = Blueprint.args(scope.peer(), line.list("args"));
        Pid pid = scope.spawning().spawn(factory, options, args);
        return Members.of("pid", new Ident.OfPid(pid).raw());
    }
}
