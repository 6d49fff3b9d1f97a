package io.ergo.interop.peer;

import io.ergo.Pid;
import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.Ident;
import io.ergo.interop.value.Members;
import io.ergo.interop.value.PeerException;
import io.ergo.interop.value.Types;
import io.ergo.interop.value.ValueWriter;
import org.jspecify.annotations.Nullable;

/** Commands that concern the peer itself. */
final class PlainCommands {

    private static final long WAIT_MILLIS = 5_000;

    private PlainCommands() {}

    static void addTo(Commands table) {
        table.add("hello", Place.ANYWHERE,
                (scope, line) -> Members.of("protocol", 1).with("implementation", "java"));
        table.add("output", Place.ANYWHERE, PlainCommands::output);
        table.add("reset", Place.ANYWHERE, (scope, line) -> {
            scope.peer().reset();
            return null;
        });
        table.add("bind", Place.ANYWHERE, (scope, line) -> {
            scope.peer().labels().bind(line.text("label"), Ident.parse(line.text("ident")));
            return null;
        });
        table.add("label", Place.NODE, PlainCommands::label);
        table.add("value", Place.ANYWHERE,
                (scope, line) -> ValueWriter.show(scope.peer().values().read(line.get("value"))));
        table.add("types", Place.ANYWHERE, (scope, line) -> Types.names());
        table.add("wait", Place.ANYWHERE, PlainCommands::await);
    }

    private static @Nullable Object output(Scope scope, Line line) {
        if (!line.isTrue("raw")) {
            throw new PeerException("identifiers are printed in raw form only");
        }
        return null;
    }

    private static @Nullable Object label(Scope scope, Line line) {
        Pid owner = NameCommands.owner(scope.node(), line.text("name"));
        scope.peer().labels().give(line.text("label"), new Ident.OfPid(owner));
        return null;
    }

    private static @Nullable Object await(Scope scope, Line line) throws InterruptedException {
        boolean seen = scope.peer().output().awaitSeen(line.object("match").json(),
                line.number("count", 1), line.number("limit_ms", WAIT_MILLIS));
        if (!seen) {
            throw new PeerException("not seen");
        }
        return null;
    }
}
