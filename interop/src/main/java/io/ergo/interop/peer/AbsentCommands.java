package io.ergo.interop.peer;

import java.util.List;

import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.PeerException;

/** Commands of the protocol for what the runtime does not have yet: events, pools and the network. */
final class AbsentCommands {

    private static final List<String> NAMES = List.of("event.register", "event.unregister", "event.send",
            "remote.spawn", "pool.add", "pool.remove", "enable.app", "disable.app", "network.info", "nodes", "connect",
            "network.node", "disconnect", "route.add", "route.remove", "cookie.set", "enable.spawn", "disable.spawn");

    private AbsentCommands() {}

    static void addTo(Commands table) {
        NAMES.forEach(name -> table.add(name, Place.NODE, (scope, line) -> {
            throw absent(name);
        }));
    }

    static PeerException absent(String what) {
        return new PeerException("not there yet: " + what);
    }
}
