package io.ergo.network.enp.request;

import io.ergo.Event;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.network.edf.EdfType;

/**
 * Lets the source watch an event. The result is what was last published.
 *
 * @param source who is told of the end of the other
 * @param target the other
 * @param ref ties the result to the request
 */
@EdfType("#ergo.services/ergo/net/proto/MessageMonitorEvent")
public record MessageMonitorEvent(Pid source, Event target, Ref ref) implements NameRelating {}
