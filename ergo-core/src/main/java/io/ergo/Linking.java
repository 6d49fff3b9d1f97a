package io.ergo;

import java.util.List;

/**
 * Watches other processes. A link turns the end of its target into an exit signal for the process that made it, a monitor turns it into
 * a {@link MessageDown}. Both point in one direction, exist at most once for a target, and give exactly one notice.
 *
 * <p>Errors, thrown as {@link ErgoException}: {@link Reason#TARGET_EXIST} for a second one, {@link Reason#TARGET_UNKNOWN} for removing
 * one that is not there, {@link Reason#PROCESS_UNKNOWN} or {@link Reason#ALIAS_UNKNOWN} for a target that is not there,
 * {@link Reason#PROCESS_TERMINATED} for one whose end has already been announced, {@link Reason#NOT_ALLOWED} for a link to oneself, and
 * outside of {@code init} and the callbacks. Monitoring oneself is allowed.
 */
public interface Linking {

    /** Links to the process, the owner of the name, or the owner of the alias. */
    void link(Address target);

    /** Removes the link. */
    void unlink(Address target);

    /** Monitors the process, the owner of the name, or the owner of the alias. */
    void monitor(Address target);

    /** Removes the monitor. */
    void demonitor(Address target);

    /** Returns the targets this process links to, in the order of linking. */
    List<Address> links();

    /** Returns the targets this process monitors, in the order of monitoring. */
    List<Address> monitors();
}
