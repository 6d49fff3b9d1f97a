package io.ergo.sample.fleet;

import java.util.List;

import io.ergo.Request;

/// What [Alerts] understands.
sealed interface AlertMessage permits AlertMessage.Judge, AlertMessage.Show {

    /// A reading to be compared with the rules.
    ///
    /// @param reading the reading
    record Judge(Reading reading) implements AlertMessage {}

    /// Asks for the alerts.
    record Show() implements AlertMessage, Request<Shown> {}

    /// The answer to [Show].
    ///
    /// @param open alerts whose rule still holds, oldest first
    /// @param recent alerts that are over, the latest first
    record Shown(List<Alert> open, List<Alert> recent) {}
}
