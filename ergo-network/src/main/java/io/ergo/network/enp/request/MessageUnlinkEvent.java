package io.ergo.network.enp.request;

import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * Takes the link with an event away.
 *
 * @param source who is told of the end of the other
 * @param target the other
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageUnlinkEvent")
public record MessageUnlinkEvent(Pid source, Event target, Ref ref) implements NameRelating {}
