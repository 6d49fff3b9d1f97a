package io.ergo.engine.process;

import io.ergo.Pid;
import io.ergo.Reason;

/** Is told of the end of a member of an application, before its terminate callback runs. */
@FunctionalInterface
public interface Membership {

    /** On the thread of the process that ended. */
    void ended(Pid member, Reason outside);
}
