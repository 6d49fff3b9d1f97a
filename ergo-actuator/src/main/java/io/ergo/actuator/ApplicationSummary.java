package io.ergo.actuator;

import java.time.Duration;

import io.ergo.ApplicationInfo;

/**
 * An application in a list.
 *
 * @param name the name
 * @param description informational
 * @param mode {@code temporary}, {@code transient} or {@code permanent}
 * @param state {@code loaded}, {@code running} or {@code stopping}
 * @param uptime since its start, zero if it does not run
 * @param members how many of its members run
 */
public record ApplicationSummary(String name, String description, String mode, String state, Duration uptime,
        int members) {

    static ApplicationSummary of(ApplicationInfo info) {
        return new ApplicationSummary(info.name(), info.profile().description(), Words.of(info.mode()),
                Words.of(info.state()),
                info.uptime(),
                info.group().size());
    }
}
