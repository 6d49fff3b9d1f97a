package io.ergo.sample.fleet;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import io.ergo.ProcessContext;
import io.ergo.sample.fleet.DeviceMessage.Crash;
import io.ergo.sample.fleet.DeviceMessage.Describe;
import io.ergo.sample.fleet.DeviceMessage.Description;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.OnCall;
import io.ergo.spring.OnMessage;
import org.jspecify.annotations.Nullable;

/// Keeps what one device reported.
///
/// One process for each device: its readings are taken one after another without a lock, thousands of devices run side by side, and
/// whatever goes wrong with the readings of one device costs the window of that device and nothing else. It has no name of its own; the
/// supervisor [Devices] names it.
@ErgoActor
class Device {

    private final int windowSize;
    private final Map<Metric, Window> windows = new EnumMap<>(Metric.class);
    private @Nullable Instant lastSeen;

    Device(FleetProperties properties) {
        this.windowSize = properties.devices().window();
    }

    @OnMessage
    void take(Reading reading, ProcessContext self) {
        windows.computeIfAbsent(reading.metric(), _ -> new Window(windowSize)).add(reading);
        if (lastSeen == null || reading.at().isAfter(lastSeen)) {
            lastSeen = reading.at();
        }
        self.send(Alerts.NAME, new AlertMessage.Judge(reading));
    }

    /// A real failure would look the same: whatever leaves a handler ends the process, and its supervisor starts a new one.
    @OnMessage
    void crash(Crash order) {
        throw new IllegalStateException(order.why());
    }

    @OnCall
    Description describe(Describe request) {
        Map<Metric, Window.Figures> figures = new EnumMap<>(Metric.class);
        windows.forEach((metric, window) -> figures.put(metric, window.figures()));
        return new Description(lastSeen, figures);
    }
}
