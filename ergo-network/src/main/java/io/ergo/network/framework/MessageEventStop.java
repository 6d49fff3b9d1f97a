package io.ergo.network.framework;

import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;

/**
 * The last consumer has gone.
 *
 * @param name of the event
 */
@EdfType(WireNames.GEN + "MessageEventStop")
public record MessageEventStop(@EdfField("atom") String name) {}
