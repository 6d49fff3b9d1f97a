package io.ergo.engine.process;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Pid;
import io.ergo.ProcessId;

import org.jspecify.annotations.Nullable;

/** Resolves addresses to targets. Any thread. */
final class Router {

    private final String node;
    private final long creation;
    private final ProcessTable table;
    private final Registry registry;

    Router(String node, long creation, ProcessTable table, Registry registry) {
        this.node = node;
        this.creation = creation;
        this.table = table;
        this.registry = registry;
    }

    Target target(Address address) {
        return switch (address) {
            case Pid pid -> here(pid.node(), pid.creation(), table.get(pid.id()));
            case ProcessId name -> isLocal(name.node()) ? known(registry.owner(name.name())) : Target.Nowhere.NO_ROUTE;
            case Alias alias -> here(alias.node(), alias.creation(), registry.owner(alias));
        };
    }

    private Target here(String addressed, long incarnation, @Nullable LocalProcess process) {
        if (!isLocal(addressed)) {
            return Target.Nowhere.NO_ROUTE;
        }
        return incarnation == creation ? known(process) : Target.Nowhere.INCARNATION;
    }

    /** The empty node name means the own node, everywhere. */
    @SuppressWarnings("ReferenceEquality") // the usual case: the node's own string; equality is asked next
    boolean isLocal(String addressed) {
        return addressed == node || addressed.equals(node) || addressed.isEmpty();
    }

    private static Target known(@Nullable LocalProcess process) {
        return process != null ? process : Target.Nowhere.UNKNOWN;
    }
}
