package io.ergo.sample.fleet;

import java.time.Instant;

/// A figure of a device at a time.
///
/// @param device name of the device
/// @param metric what was measured
/// @param value in the unit of the metric
/// @param at when, by the clock of whoever measured
record Reading(String device, Metric metric, double value, Instant at) implements DeviceMessage {}
