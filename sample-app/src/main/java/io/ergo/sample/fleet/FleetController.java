package io.ergo.sample.fleet;

import java.time.Clock;
import java.util.List;

import io.ergo.Pid;
import io.ergo.sample.fleet.AlertMessage.Show;
import io.ergo.sample.fleet.AlertMessage.Shown;
import io.ergo.spring.ErgoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The way in from the web. It checks and translates; what has a state is a process. Threads of the web server send to processes and call
/// them through the [ErgoTemplate] like anybody else; what fails there becomes 503, 504 or 429 without a line of code here.
@RestController
@RequestMapping("/api")
class FleetController {

    /// The answer to readings.
    ///
    /// @param accepted how many are on their way to their devices
    record Accepted(int accepted) {}

    /// The answer to the order to crash.
    ///
    /// @param device name of the device
    /// @param pid the process that ends now
    record Crashing(String device, String pid) {}

    private final DeviceDirectory devices;
    private final ErgoTemplate ergo;
    private final Clock clock;

    FleetController(DeviceDirectory devices, ErgoTemplate ergo, Clock clock) {
        this.devices = devices;
        this.ergo = ergo;
        this.clock = clock;
    }

    /// All readings are checked before the first one is sent. They are accepted, not stored: the processes take them in their own time.
    /// If a process cannot take its reading, the request fails there; the readings before it stay taken.
    @PostMapping("/readings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted take(@RequestBody ReadingsBody body) {
        List<Reading> readings = body.check(clock.instant());
        readings.forEach(reading -> devices.report(reading).orThrow());
        return new Accepted(readings.size());
    }

    @GetMapping("/devices")
    List<DeviceView> devices() {
        return devices.all();
    }

    @GetMapping("/devices/{name}")
    DeviceView device(@PathVariable String name) {
        return devices.find(name).orElseThrow(() -> FleetProblem.unknownDevice(name));
    }

    /// Makes a process fail, to watch supervision at work. A program that is not a sample has no such thing.
    @PostMapping("/devices/{name}/crash")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Crashing crash(@PathVariable String name) {
        Pid pid = devices.crash(name).orElseThrow(() -> FleetProblem.unknownDevice(name));
        return new Crashing(name, pid.toString());
    }

    @GetMapping("/alerts")
    Shown alerts() {
        return ergo.call(Alerts.NAME, new Show());
    }
}
