package io.ergo.network.framework;

import java.util.List;

import io.ergo.Version;
import org.jspecify.annotations.Nullable;

/**
 * An application on a node, as registrars keep it.
 *
 * @param node where it is
 * @param name its name
 * @param weight for whoever chooses among nodes; negative takes it out, since 3.3.0
 * @param mode of its run
 * @param tags for whoever looks for it; since 3.2.0
 * @param state whether it runs
 * @param version of the application; since 3.3.0
 */
public record ApplicationRoute(String node, String name, long weight, ApplicationModeCode mode,
        @Nullable List<String> tags, ApplicationStateCode state, Version version) {}
