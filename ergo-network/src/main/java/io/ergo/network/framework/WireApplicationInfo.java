package io.ergo.network.framework;

import java.util.List;
import java.util.Map;

import io.ergo.Pid;
import io.ergo.Version;
import org.jspecify.annotations.Nullable;

/**
 * What a node tells of an application.
 *
 * @param name its name
 * @param weight for whoever chooses among nodes
 * @param tags for whoever looks for it; since 3.2.0
 * @param map names by what they are for; since 3.2.0
 * @param description for people
 * @param version of the application
 * @param env its variables, if the node exposes them
 * @param depends what it needs
 * @param mode of its run
 * @param state whether it runs
 * @param parent the node that started it, empty if it does not run
 * @param uptime in seconds
 * @param group its members
 * @param processesTotal how many processes it has; since 3.3.0
 */
public record WireApplicationInfo(String name, long weight, @Nullable List<String> tags,
        @Nullable Map<String, String> map,
        String description, Version version, @Nullable Map<Env, @Nullable Object> env, ApplicationDepends depends,
        ApplicationModeCode mode, ApplicationStateCode state, String parent, long uptime, @Nullable List<Pid> group,
        long processesTotal) {}
