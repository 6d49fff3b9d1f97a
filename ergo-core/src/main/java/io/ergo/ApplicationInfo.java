package io.ergo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the node knows of an application.
 *
 * @param name the name
 * @param profile what it tells those who look for an application: description, version, weight, tags, map
 * @param depends what has to be there before it can start
 * @param mode the mode it was started in, or the one of its specification
 * @param state the state
 * @param parent name of the node that started it, empty if it does not run
 * @param uptime since its start, zero if it does not run
 * @param env environment of its members; empty unless the node exposes it
 * @param group the members that are there in the order of their start
 */
public record ApplicationInfo(String name, ApplicationProfile profile, ApplicationSpec.Depends depends,
        ApplicationMode mode, ApplicationState state, String parent, Duration uptime, Map<String, Object> env,
        List<Pid> group) {}
