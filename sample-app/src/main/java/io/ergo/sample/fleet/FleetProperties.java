package io.ergo.sample.fleet;

import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// What can be set in `application.yml` below `fleet`. The intervals of the probes are there, too; they are arguments of processes, see
/// [Probes].
///
/// @param host Name under which this machine reports to itself.
/// @param maxBody How large the body of a request may be.
/// @param devices Limits of the devices.
/// @param disks Which disks the probe leaves out.
/// @param alerts When to raise alerts.
@Validated
@ConfigurationProperties("fleet")
record FleetProperties(@DefaultValue("localhost") @Pattern(regexp = DEVICE_NAME) String host,
        @DefaultValue("1MB") DataSize maxBody, @Valid @DefaultValue Devices devices, @DefaultValue Disks disks,
        @Valid @DefaultValue Alerts alerts) {

    /// Names of devices: as host names, in which underscores are allowed. Part of the name of a process, and of addresses in the web.
    static final String DEVICE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

    /// Limits of the devices.
    ///
    /// @param max How many devices there may be.
    /// @param window How many readings are kept of each metric of a device.
    /// @param mailbox How many readings may wait for the process of a device; more are refused.
    record Devices(@DefaultValue("500") @Min(1) int max, @DefaultValue("120") @Min(1) int window,
            @DefaultValue("1000") @Min(1) int mailbox) {}

    /// Which disks the probe leaves out.
    ///
    /// @param ignoredTypes Types of file systems that are no disks.
    record Disks(@DefaultValue Set<String> ignoredTypes) {}

    /// When to raise alerts.
    ///
    /// @param recent How many closed alerts are kept.
    /// @param rules The rules.
    record Alerts(@DefaultValue("100") @Min(0) int recent, @DefaultValue List<AlertRule> rules) {}

    /// Returns the types of file systems that are no disks.
    Set<String> ignoredDiskTypes() {
        return disks.ignoredTypes();
    }
}
