package io.ergo.network.enp.request;

import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * Lets the source watch a process.
 *
 * @param source who is told of the end of the other
 * @param target the other
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageMonitorPID")
public record MessageMonitorPid(Pid source, Pid target, Ref ref) implements PidMonitoring {}
