package io.ergo.sample.fleet;

import io.ergo.SupervisorType;
import io.ergo.spring.Child;
import io.ergo.spring.ErgoSupervisor;

/// Keeps the probes of this machine running.
///
/// A supervisor of their own, "one for one": what cannot be read fails its probe and no other. A probe may fail at every sample for as long
/// as it likes; the intensity is what all of them together can reach at the intervals of `application.yml`, and only more than that is
/// taken for a sign that something else is wrong.
@ErgoSupervisor(name = "fleet.probes", type = SupervisorType.ONE_FOR_ONE, intensity = 20, period = "5s", children = {
    @Child(value = LoadProbe.class, name = "probe.load", args = "${fleet.probes.load}"),
    @Child(value = MemoryProbe.class, name = "probe.memory", args = "${fleet.probes.memory}"),
    @Child(value = DiskProbe.class, name = "probe.disk", args = "${fleet.probes.disk}"),
    @Child(value = JvmProbe.class, name = "probe.jvm", args = "${fleet.probes.jvm}")})
class Probes {}
