package io.ergo.network.framework;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How an application is started on another node. Times of zero are left to that node.
 *
 * @param env variables of its members
 * @param logLevel of the logs of its members
 * @param initTimeout for the inits of its members; since 3.3.0
 * @param startTimeout for the start as a whole; since 3.3.0
 * @param stopTimeout for its stop; since 3.3.0
 */
public record WireApplicationOptions(@Nullable Map<Env, @Nullable Object> env, LogLevelCode logLevel,
        Duration initTimeout,
        Duration startTimeout, Duration stopTimeout) {}
