package io.ergo.engine.process;

/** Something that is to happen for a process later: whoever takes it out of the owner's holdings does it. */
interface Owned {

    /** Stops its timer; the owner has let go of it already. */
    void abandon();
}
