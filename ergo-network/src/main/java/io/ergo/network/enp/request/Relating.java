package io.ergo.network.enp.request;

import io.ergo.Pid;

/** Begins or ends a link or monitor. */
public sealed interface Relating extends Request permits PidLinking, PidMonitoring, AliasRelating, NameRelating {

    /** Returns who is told of the end of the target. */
    Pid source();
}
