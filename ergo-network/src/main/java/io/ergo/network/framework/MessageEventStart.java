package io.ergo.network.framework;

import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;

/**
 * The first consumer has come: publishing is of use.
 *
 * @param name of the event
 */
@EdfType(WireNames.GEN + "MessageEventStart")
public record MessageEventStart(@EdfField("atom") String name) {}
