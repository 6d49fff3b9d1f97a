package io.ergo.interop.peer;

import java.util.function.BiConsumer;

import io.ergo.Address;
import io.ergo.ErgoException;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.interop.peer.Command.Place;

/** Commands that make and end links and monitors. */
final class RelationCommands {

    private RelationCommands() {}

    static void addTo(Commands table) {
        table.add("link", Place.PROCESS, relation(ProcessContext::link, Reason.EVENT_UNKNOWN));
        table.add("unlink", Place.PROCESS, relation(ProcessContext::unlink, Reason.TARGET_UNKNOWN));
        table.add("monitor", Place.PROCESS, relation(ProcessContext::monitor, Reason.EVENT_UNKNOWN));
        table.add("demonitor", Place.PROCESS, relation(ProcessContext::demonitor, Reason.TARGET_UNKNOWN));
    }

    /** Nobody can register an event yet, so each one asked for is unknown. */
    private static Command relation(BiConsumer<ProcessContext, Address> operation, Reason noEvent) {
        return (scope, line) -> switch (Destination.read(scope.peer().labels(), line.get("to"))) {
            case Destination.OfProcess(var address) -> {
                operation.accept(scope.process(), address);
                yield null;
            }
            case Destination.Event event when isHere(scope, event.node()) ->
                    throw ErgoException.of(noEvent, "event '" + event.name() + "'");
            case Destination.Event event -> throw AbsentCommands.absent(line.text("cmd") + " of another node's event");
            case Destination.OtherNode node -> throw AbsentCommands.absent(line.text("cmd") + " of a node");
        };
    }

    private static boolean isHere(Scope scope, String node) {
        return node.isEmpty() || node.equals(scope.node().name());
    }
}
