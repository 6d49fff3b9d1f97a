package io.ergo.network.enp.request;

import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Ref;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * Takes the link with a registered name away.
 *
 * @param source who is told of the end of the other
 * @param target the other
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageUnlinkProcessID")
public record MessageUnlinkProcessId(Pid source, ProcessId target, Ref ref) implements NameRelating {}
