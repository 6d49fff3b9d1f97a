package io.ergo.sample.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import io.ergo.SpawnOptions;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisorType;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoActors;

/// Keeps a process for each device, and starts one when a new device reports.
///
/// The children are not known in advance, so this supervisor is a class and not an annotation. It does not take readings itself: they go
/// straight to the device's process, and the less a supervisor does the less can go wrong with it. A device is a named child and not an
/// anonymous instance (`SIMPLE_ONE_FOR_ONE`): the name is the same after a restart, and it is known even in the moment between.
@ErgoActor(name = Devices.NAME)
class Devices extends Supervisor {

    static final String NAME = "fleet.devices";

    /// Beyond this many failures in the period something is wrong with more than one device: the supervisor gives up and [Fleet] starts
    /// it afresh, without devices but the own machine.
    private static final int INTENSITY = 10;
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private static final String PREFIX = "device.";

    /// Asks for a process for the device. The answer is false if there are too many devices.
    ///
    /// @param device name of the device
    record Ensure(String device) implements Request<Boolean> {}

    private final ErgoActors actors;
    private final FleetProperties properties;

    Devices(ErgoActors actors, FleetProperties properties) {
        this.actors = actors;
        this.properties = properties;
    }

    /// Returns the name of the device's process, which is the name of the child, too.
    static String processName(String device) {
        return PREFIX + device;
    }

    /// The reverse of [#processName].
    static String deviceName(SupervisionInfo.Child child) {
        return child.spec().substring(PREFIX.length());
    }

    @Override
    protected SupervisorSpec init(Args args) {
        return SupervisorSpec.of(SupervisorType.ONE_FOR_ONE, child(properties.host())).withIntensity(INTENSITY, PERIOD);
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) throws Exception {
        return switch (request) {
            case Ensure(var device) -> ensure(processName(device), device);
            default -> super.handleCall(from, ref, request);
        };
    }

    /// The request of two threads may come twice for one device, that is why it is looked for again.
    private Reply ensure(String name, String device) {
        List<SupervisionInfo.Child> children = children();
        Optional<SupervisionInfo.Child> known = children.stream().filter(child -> child.spec().equals(name)).findAny();
        if (known.isEmpty() && children.size() >= properties.devices().max()) {
            return Reply.of(false);
        }
        try {
            if (known.isEmpty()) {
                addChild(child(device));
            } else if (known.get().pid().isEmpty()) {
                startChild(name);
            }
            return Reply.of(true);
        } catch (ErgoException failed) {
            // an exception that leaves a callback would end the supervisor and all devices with it
            self().log().warn("no process for the device {}: {}", device, failed.getMessage());
            return Reply.error(failed.reason());
        }
    }

    /// The mailbox is bounded: a device that reports faster than its process can take is told so, instead of filling the memory.
    private ChildSpec child(String device) {
        return ChildSpec.of(processName(device), actors.factory(Device.class))
                .withOptions(SpawnOptions.defaults().withMailbox(properties.devices().mailbox(), Overflow.reject()));
    }
}
