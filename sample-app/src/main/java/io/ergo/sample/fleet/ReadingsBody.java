package io.ergo.sample.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

/// The JSON somebody posts: one reading, or a list of readings.
///
/// @param readings what was in it
record ReadingsBody(List<@Nullable ReadingBody> readings) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ReadingsBody(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<@Nullable ReadingBody> readings) {
        this.readings = readings;
    }

    /// Returns the readings, in order.
    ///
    /// @throws FleetProblem that says which one is wrong first, and why
    List<Reading> check(Instant now) {
        List<Reading> checked = new ArrayList<>();
        for (ReadingBody reading : readings) {
            checked.add(ReadingBody.check(reading, checked.size(), now));
        }
        return checked;
    }
}
