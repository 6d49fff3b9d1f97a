package io.ergo.interop.peer;

import io.ergo.ProcessContext;

/** A process of the peer's, as commands see it that run inside its callbacks. */
interface Host {

    /** Returns its context. */
    ProcessContext context();

    /** Returns what it has been told to do. */
    Script script();

    /** Turns trapping of exit signals on or off. */
    default void trapExits(boolean on) {
        throw Scope.notHere();
    }

    /** Turns split handling on or off. */
    default void splitHandling(boolean on) {
        throw Scope.notHere();
    }

    /** Returns the children it supervises. */
    default Children supervised() {
        throw Scope.notHere();
    }
}
