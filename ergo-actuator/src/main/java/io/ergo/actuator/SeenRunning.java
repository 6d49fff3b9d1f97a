package io.ergo.actuator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationState;

/** The applications that were seen running, or stopping after that, in one incarnation of a node. Any thread. */
final class SeenRunning {

    private final Set<String> names = new HashSet<>();
    private long creation;

    /** Takes another look and returns all that were seen; those of an incarnation before are forgotten. */
    synchronized Set<String> with(long incarnation, List<ApplicationInfo> applications) {
        if (incarnation != creation) {
            names.clear();
            creation = incarnation;
        }
        applications.stream().filter(application -> application.state() != ApplicationState.LOADED)
                .map(ApplicationInfo::name).forEach(names::add);
        return Set.copyOf(names);
    }
}
