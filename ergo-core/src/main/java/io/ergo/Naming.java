package io.ergo;

import java.util.List;
import java.util.Optional;

/** Gives the own process a name and further addresses. Allowed in {@code init} and in the callbacks. */
public interface Naming {

    /** Returns the registered name. */
    Optional<String> name();

    /**
     * Registers a name; a process has at most one.
     *
     * @throws ErgoException {@link Reason#TAKEN} if the process has a name or the name is in use, {@link Reason#ATOM_TOO_LONG} beyond
     *         255 bytes, {@link Reason#INCORRECT} if it is empty
     */
    void registerName(String name);

    /**
     * Gives the name back; who links to it or monitors it is told {@link Reason#UNREGISTERED}.
     *
     * @throws ErgoException {@link Reason#NAME_UNKNOWN} if the process has none
     */
    void unregisterName();

    /** Makes a further address. */
    Alias createAlias();

    /**
     * Removes an address; who links to it or monitors it is told {@link Reason#UNREGISTERED}.
     *
     * @throws ErgoException {@link Reason#ALIAS_UNKNOWN} if there is no such alias, {@link Reason#ALIAS_OWNER} if it belongs to
     *         another process
     */
    void deleteAlias(Alias alias);

    /** Returns the aliases in the order they were made. */
    List<Alias> aliases();
}
