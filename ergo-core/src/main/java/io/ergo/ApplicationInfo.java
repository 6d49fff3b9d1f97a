package io.ergo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the node knows of an application.
 *
 * @param name the name
 * @param description informational
 * @param mode the mode it was started in, or the one of its specification
 * @param state the state
 * @param uptime since its start, zero if it does not run
 * @param env environment; empty unless the node exposes it
 * @param group the running members in the order of their start
 */
public record ApplicationInfo(String name, String description, ApplicationMode mode, ApplicationState state,
        Duration uptime,
        Map<String, Object> env, List<Pid> group) {}
