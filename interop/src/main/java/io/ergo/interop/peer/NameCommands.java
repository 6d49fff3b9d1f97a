package io.ergo.interop.peer;

import io.ergo.Alias;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;
import org.jspecify.annotations.Nullable;

/** Commands for names and aliases. */
final class NameCommands {

    private NameCommands() {}

    static void addTo(Commands table) {
        table.add("alias.create", Place.PROCESS, NameCommands::createAlias);
        table.add("alias.delete", Place.PROCESS, NameCommands::deleteAlias);
        table.add("name.register", Place.NODE, NameCommands::register);
        table.add("name.unregister", Place.NODE, NameCommands::unregister);
        table.add("process.pid", Place.NODE,
                (scope, line) -> Members.of("pid", new Ident.OfPid(owner(scope.node(), line.text("name"))).raw()));
    }

    static Pid owner(Node node, String name) {
        return node.pidOf(name).orElseThrow(() -> ErgoException.of(Reason.PROCESS_UNKNOWN, "'" + name + "'"));
    }

    private static @Nullable Object createAlias(Scope scope, Line line) {
        Alias alias = scope.process().createAlias();
        scope.peer().labels().give(line.text("label"), new Ident.OfAlias(alias));
        return null;
    }

    private static @Nullable Object deleteAlias(Scope scope, Line line) {
        if (Destination.address(scope.peer().labels(), line.get("alias")) instanceof Alias alias) {
            scope.process().deleteAlias(alias);
            return null;
        }
        throw new PeerException("no alias");
    }

    private static @Nullable Object register(Scope scope, Line line) {
        String name = line.has("repeat") ? line.text("repeat").repeat((int) line.number("count")) : line.text("name");
        if (scope.isInProcess()) {
            scope.process().registerName(name);
        } else {
            scope.node().registerName(name, Destination.pid(scope.peer().labels(), line.get("to")));
        }
        return null;
    }

    private static @Nullable Object unregister(Scope scope, Line line) {
        if (scope.isInProcess()) {
            scope.process().unregisterName();
            return null;
        }
        return Members.of("pid", new Ident.OfPid(scope.node().unregisterName(line.text("name"))).raw());
    }
}
