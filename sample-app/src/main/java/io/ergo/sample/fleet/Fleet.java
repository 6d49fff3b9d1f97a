package io.ergo.sample.fleet;

import io.ergo.ApplicationMode;
import io.ergo.SupervisorType;
import io.ergo.spring.Child;
import io.ergo.spring.ErgoApplication;
import io.ergo.spring.ErgoSupervisor;

/// The tree of Fleet Watch: what runs, in which order it starts, and who restarts whom.
///
/// "Rest for one": when a child fails, those that stand after it are started again, too, because each builds on the ones before. New
/// devices know nothing of old alerts, and probes have nobody to report to without devices. The application is permanent: a fleet
/// nobody watches is worse than a program that ends, so the node stops if this supervisor gives up.
@ErgoApplication(name = "fleet", description = "Watches machines and raises alerts", mode = ApplicationMode.PERMANENT)
@ErgoSupervisor(name = "fleet.sup", type = SupervisorType.REST_FOR_ONE, children = {@Child(Devices.class),
    @Child(Alerts.class), @Child(Probes.class)})
class Fleet {}
