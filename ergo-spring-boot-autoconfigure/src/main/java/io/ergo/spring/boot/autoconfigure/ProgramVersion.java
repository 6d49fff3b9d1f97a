package io.ergo.spring.boot.autoconfigure;

import io.ergo.Version;
import org.springframework.core.env.Environment;

/** The version of the application, as Spring Boot knows it from the manifest or the configuration. */
final class ProgramVersion {

    private ProgramVersion() {}

    static Version of(Environment environment) {
        String release = environment.getProperty("spring.application.version");
        return release == null ? Version.none()
                : Version.of(environment.getProperty("spring.application.name", "application"), release);
    }
}
