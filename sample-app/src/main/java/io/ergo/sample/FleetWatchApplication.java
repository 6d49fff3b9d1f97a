package io.ergo.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts Fleet Watch.
@SpringBootApplication
public class FleetWatchApplication {

    /// Starts the program.
    ///
    /// @param args arguments of the command line, as Spring Boot reads them
    public static void main(String[] args) {
        SpringApplication.run(FleetWatchApplication.class, args);
    }
}
