package io.ergo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an application tells those who look for one; the node does nothing with it. Immutable; each {@code with} method returns a changed
 * copy.
 *
 * @param description informational
 * @param version which version it is
 * @param weight how much of the work it takes, compared with its instances on other nodes
 * @param tags marks to choose an instance by, such as a colour or a zone
 * @param map who plays which part: role → name of a process
 */
public record ApplicationProfile(String description, Version version, int weight, List<String> tags,
        Map<String, String> map) {

    private static final ApplicationProfile EMPTY = new ApplicationProfile("", Version.none(), 0, List.of(), Map.of());

    /** Checks and copies. */
    public ApplicationProfile {
        Checks.present("the description of an application", description);
        Checks.present("the version of an application", version);
        tags = List.copyOf(Checks.present("the tags of an application", tags).stream()
                .map(tag -> Checks.name("a tag of an application", tag)).distinct().toList());
        Map<String, String> roles = new LinkedHashMap<>();
        Checks.present("the map of an application", map)
                .forEach((role, process) -> roles.put(Checks.text("a role in the map of an application", role),
                        Checks.name("the process with the role '" + role + "'", process)));
        map = Collections.unmodifiableMap(roles);
    }

    /** Returns a profile that tells nothing. */
    public static ApplicationProfile empty() {
        return EMPTY;
    }

    /** Returns a copy with the description. */
    public ApplicationProfile withDescription(String text) {
        return new ApplicationProfile(text, version, weight, tags, map);
    }

    /** Returns a copy with the version. */
    public ApplicationProfile withVersion(Version which) {
        return new ApplicationProfile(description, which, weight, tags, map);
    }

    /** Returns a copy with the weight. */
    public ApplicationProfile withWeight(int share) {
        return new ApplicationProfile(description, version, share, tags, map);
    }

    /** Returns a copy with these tags. */
    public ApplicationProfile withTags(List<String> marks) {
        return new ApplicationProfile(description, version, weight, marks, map);
    }

    /** Returns a copy with this map of roles to names of processes. */
    public ApplicationProfile withMap(Map<String, String> roles) {
        return new ApplicationProfile(description, version, weight, tags, roles);
    }
}
