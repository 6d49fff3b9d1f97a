package io.ergo;

/**
 * Where a message can be sent: a process by its {@link Pid}, by its registered name ({@link ProcessId}), or by one of its
 * {@linkplain Alias aliases}. All three resolve to the same target and take the same path. A plain {@code String} in an overload of an
 * operation means a name registered on the own node.
 */
public sealed interface Address permits Pid, ProcessId, Alias {

    /** Returns the name of the node the address belongs to; empty means the own node. */
    String node();
}
