package io.ergo.sample.fleet;

import java.lang.management.ManagementFactory;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.time.Clock;

import com.sun.management.OperatingSystemMXBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the program knows the machine by. Beans, so that a test can put others in their place.
@Configuration(proxyBeanMethods = false)
class MachineAccess {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OperatingSystemMXBean operatingSystem() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    /// The file system of the JVM must not be closed with the context, and cannot be.
    @Bean(destroyMethod = "")
    FileSystem files() {
        return FileSystems.getDefault();
    }
}
