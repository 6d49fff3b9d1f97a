package io.ergo.sample.fleet;

import java.time.Instant;
import java.util.Map;

import io.ergo.Request;
import org.jspecify.annotations.Nullable;

/// What a [Device] understands. The family is sealed: if a new message had no handler, the program would not start.
sealed interface DeviceMessage permits Reading, DeviceMessage.Crash, DeviceMessage.Describe {

    /// Makes the process fail, to see what happens then.
    ///
    /// @param why goes to the log
    record Crash(String why) implements DeviceMessage {}

    /// Asks for all windows.
    record Describe() implements DeviceMessage, Request<Description> {}

    /// The answer to [Describe].
    ///
    /// @param lastSeen when the latest reading was made; null if there is none
    /// @param windows what is known, by metric
    record Description(@Nullable Instant lastSeen, Map<Metric, Window.Figures> windows) {}
}
