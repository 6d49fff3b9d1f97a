package io.ergo.interop.peer;

import org.jspecify.annotations.Nullable;

/** One command of the protocol. */
@FunctionalInterface
interface Command {

    /** Where a command can be used. */
    enum Place {

        /** Everywhere, also while there is no node. */
        ANYWHERE,
        /** Everywhere once there is a node. */
        NODE,
        /** Inside a process only. */
        PROCESS
    }

    /**
     * Carries the command out.
     *
     * @param scope where it runs
     * @param line its members
     * @return what a JSON library prints as the result, null for nothing
     */
    @Nullable Object run(Scope scope, Line line) throws Exception;
}
