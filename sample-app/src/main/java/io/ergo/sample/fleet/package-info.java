/// Fleet Watch, the sample: it watches the machine it runs on and those that report to it.
///
/// Read it in this order: [Fleet] is the tree of processes, [Probe] samples the machine, [Device] keeps what one machine reports,
/// [Devices] keeps one process for each machine, [Alerts] compares readings with rules, [FleetController] is the way in from the web.
@NullMarked
package io.ergo.sample.fleet;

import org.jspecify.annotations.NullMarked;
