package io.ergo.network.framework;

import java.util.Map;

import io.ergo.Pid;
import org.jspecify.annotations.Nullable;

/**
 * How an application is started on another node, and by whom.
 *
 * @param applicationOptions its options
 * @param corePid the node that asked
 * @param coreEnv the variables of that node, if it exposes them
 * @param coreLogLevel of the log of that node
 */
public record ApplicationOptionsExtra(WireApplicationOptions applicationOptions, Pid corePid,
        @Nullable Map<Env, @Nullable Object> coreEnv, LogLevelCode coreLogLevel) {}
