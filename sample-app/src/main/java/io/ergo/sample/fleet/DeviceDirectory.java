package io.ergo.sample.fleet;

import java.util.List;
import java.util.Optional;

import io.ergo.Delivery;
import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisionInfo.Child;
import io.ergo.sample.fleet.DeviceMessage.Crash;
import io.ergo.sample.fleet.DeviceMessage.Describe;
import io.ergo.sample.fleet.DeviceMessage.Description;
import io.ergo.spring.ErgoTemplate;
import org.springframework.stereotype.Component;

/// The way to the devices for everybody else: the probes and the web. A plain bean, not a process: it keeps no state, so it needs no
/// mailbox, and readings of different devices never wait for each other here. The [ErgoTemplate] acts as the probe when a probe calls,
/// as the node when the web does.
@Component
class DeviceDirectory {

    private final ErgoTemplate ergo;

    DeviceDirectory(ErgoTemplate ergo) {
        this.ergo = ergo;
    }

    /// Hands the reading to the device's process. The first reading of a device finds none, asks the supervisor for one and tries again.
    ///
    /// @throws TooManyDevices if there cannot be a process for the device
    Delivery report(Reading reading) {
        String process = Devices.processName(reading.device());
        Delivery delivery = ergo.send(process, reading);
        if (delivery.outcome() != Outcome.UNKNOWN) {
            return delivery;
        }
        if (!ergo.call(Devices.NAME, new Devices.Ensure(reading.device()))) {
            throw new TooManyDevices(reading.device());
        }
        return ergo.send(process, reading);
    }

    /// Describes all devices in the order they first reported.
    List<DeviceView> all() {
        return children().stream().map(child -> view(child).withoutValues()).toList();
    }

    /// Describes a device, with its windows.
    Optional<DeviceView> find(String device) {
        return child(device).map(this::view);
    }

    /// Makes the device's process fail and returns its pid; empty if there is no such device.
    ///
    /// @throws ErgoException if the process does not run right now
    Optional<Pid> crash(String device) {
        return child(device).map(child -> {
            Pid pid = child.pid()
                    .orElseThrow(() -> ErgoException.light(Reason.PROCESS_UNKNOWN, "'" + child.spec() + "'"));
            ergo.send(pid, new Crash("crashed on demand")).orThrow();
            return pid;
        });
    }

    /// The process may end between the look at its supervisor and the call; then the device is shown as one that does not run.
    private DeviceView view(Child child) {
        String name = Devices.deviceName(child);
        DeviceView notRunning = DeviceView.notRunning(name, child.restarts());
        return child.pid().map(pid -> describe(pid)
                .map(description -> DeviceView.running(name, pid, child.restarts(), description)).orElse(notRunning))
                .orElse(notRunning);
    }

    private Optional<Description> describe(Pid pid) {
        try {
            return Optional.of(ergo.call(pid, new Describe()));
        } catch (ErgoException failed) {
            if (failed.reason().equals(Reason.PROCESS_UNKNOWN) || failed.reason().equals(Reason.PROCESS_TERMINATED)) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private Optional<Child> child(String device) {
        return children().stream().filter(child -> child.spec().equals(Devices.processName(device))).findAny();
    }

    /// What a supervisor shows of itself is read without asking its process, which has better things to do.
    private List<Child> children() {
        return ergo.node().pidOf(Devices.NAME).flatMap(ergo.node()::supervision).map(SupervisionInfo::children)
                .orElseThrow(() -> ErgoException.light(Reason.PROCESS_UNKNOWN, "'" + Devices.NAME + "'"));
    }
}
