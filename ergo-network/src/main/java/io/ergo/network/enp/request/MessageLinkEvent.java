package io.ergo.network.enp.request;

import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * Links the source with an event. The result is what was last published.
 *
 * @param source who is told of the end of the other
 * @param target the other
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageLinkEvent")
public record MessageLinkEvent(Pid source, Event target, Ref ref) implements NameRelating {}
