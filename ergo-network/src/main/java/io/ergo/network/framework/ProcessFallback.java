package io.ergo.network.framework;

import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;

/**
 * Where the messages go for which a mailbox has no room.
 *
 * @param enable whether they go anywhere
 * @param name of the process that gets them
 * @param tag told to it with each message
 */
@EdfType(WireNames.GEN + "ProcessFallback")
public record ProcessFallback(boolean enable, @EdfField("atom") String name, String tag) {}
