package io.ergo.interop.peer;

import java.util.HashMap;
import java.util.Map;

import io.ergo.interop.peer.Command.Place;
import io.ergo.interop.value.PeerException;
import org.jspecify.annotations.Nullable;

/** The table of commands. A command is one method and one line in the group it belongs to. */
final class Commands {

    private record Entry(Place place, Command command) {}

    private final Map<String, Entry> byName = new HashMap<>();

    Commands() {
        PlainCommands.addTo(this);
        ProcessControl.addTo(this);
        MessageCommands.addTo(this);
        TimerCommands.addTo(this);
        RelationCommands.addTo(this);
        NameCommands.addTo(this);
        SpawnCommands.addTo(this);
        SettingCommands.addTo(this);
        InformationCommands.addTo(this);
        SupervisorCommands.addTo(this);
        ApplicationCommands.addTo(this);
        NodeCommands.addTo(this);
        LogCommands.addTo(this);
        AbsentCommands.addTo(this);
    }

    void add(String name, Place place, Command command) {
        if (byName.put(name, new Entry(place, command)) != null) {
            throw new IllegalStateException("two commands of the name " + name);
        }
    }

    @Nullable Object run(Scope scope, Line line) throws Exception {
        String name = line.text("cmd");
        Entry entry = byName.get(name);
        if (entry == null) {
            throw new PeerException("unknown command \"" + name + "\"");
        }
        if (!scope.isInProcess() && !scope.peer().hasNode() && entry.place != Place.ANYWHERE) {
            throw new PeerException("no node");
        }
        if (!scope.isInProcess() && entry.place == Place.PROCESS) {
            throw Scope.notHere();
        }
        return entry.command.run(scope, line);
    }
}
