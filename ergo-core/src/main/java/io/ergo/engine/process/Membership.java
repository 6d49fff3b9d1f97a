package io.ergo.engine.process;

import io.ergo.Pid;
import io.ergo.Reason;

/** Is told of the members of an application. */
public interface Membership {

    /** On the spawner's thread, before the init of the member: a stop reaches it from now on. */
    void joined(Pid member);

    /** On the thread of the process that ended or could not be started, before its terminate callback runs. */
    void ended(Pid member, Reason outside);
}
