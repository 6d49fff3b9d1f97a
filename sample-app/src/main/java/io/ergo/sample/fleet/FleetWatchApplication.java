package io.ergo.sample.fleet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts Fleet Watch.
@SpringBootApplication
@ConfigurationPropertiesScan
public class FleetWatchApplication {

    /// Starts the program.
    ///
    /// @param args arguments of the command line, as Spring Boot reads them
    public static void main(String[] args) {
        SpringApplication.run(FleetWatchApplication.class, args);
    }
}
