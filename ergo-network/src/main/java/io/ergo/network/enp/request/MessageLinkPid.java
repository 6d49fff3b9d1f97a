package io.ergo.network.enp.request;

import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * Links the source with a process.
 *
 * @param source who is told of the end of the other
 * @param target the other
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageLinkPID")
public record MessageLinkPid(Pid source, Pid target, Ref ref) implements PidLinking {}
