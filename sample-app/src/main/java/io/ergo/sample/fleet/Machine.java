package io.ergo.sample.fleet;

import java.time.Clock;

import io.ergo.Delivery;
import org.springframework.stereotype.Component;

/// The machine this program runs on: a device like any other, which reports to itself.
@Component
class Machine {

    private final String name;
    private final DeviceDirectory devices;
    private final Clock clock;

    Machine(FleetProperties properties, DeviceDirectory devices, Clock clock) {
        this.name = properties.host();
        this.devices = devices;
        this.clock = clock;
    }

    Delivery report(Metric metric, double value) {
        return devices.report(new Reading(name, metric, value, clock.instant()));
    }
}
