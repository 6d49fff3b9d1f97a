package io.ergo.network.enp.request;

import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.WireNames;

/**
 * Lets the source no longer watch an event.
 *
 * @param source who is told of the end of the other
 * @param target the other
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageDemonitorEvent")
public record MessageDemonitorEvent(Pid source, Event target, Ref ref) implements NameRelating {}
