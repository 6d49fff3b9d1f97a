package io.ergo;

import org.jspecify.annotations.Nullable;

/**
 * A message that expects an answer of a known type: {@code record Last(String metric) implements Request<Double> {}}.
 *
 * @param <R> type of the answer
 */
public interface Request<R extends @Nullable Object> {}
