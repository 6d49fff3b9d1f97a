package io.ergo.network.framework;

import io.ergo.Event;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;
import org.jspecify.annotations.Nullable;

/**
 * Something that was published.
 *
 * @param event under which name
 * @param timestamp when, in nanoseconds since the epoch
 * @param message what
 */
@EdfType(WireNames.GEN + "MessageEvent")
public record PublishedEvent(Event event, @EdfField("int64") long timestamp, @Nullable Object message) {}
