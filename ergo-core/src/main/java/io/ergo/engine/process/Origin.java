package io.ergo.engine.process;

import io.ergo.LogLevel;
import io.ergo.Pid;

import org.jspecify.annotations.Nullable;

/**
 * Where a process comes from.
 *
 * @param parent who spawns it
 * @param leader the head of its group
 * @param application name of its application, empty if none
 * @param membership told of its end if it is a member of an application
 * @param env the environment it inherits
 * @param logLevel the log level it inherits
 * @param spawner the process on whose thread it is spawned, null for the node
 */
public record Origin(Pid parent, Pid leader, String application, @Nullable Membership membership, Variables env,
        LogLevel logLevel,
        @Nullable LocalProcess spawner) {}
