package io.ergo.benchmarks.figure;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class LatenciesTest {

    @Test
    void nanosAt_thousandTimes_nearestRank() {
        Latencies times = Latencies.ofNanos(LongStream.rangeClosed(1, 1000).map(i -> 1001 - i).toArray());

        assertThat(times.nanosAt(0.5)).isEqualTo(500);
        assertThat(times.nanosAt(0.99)).isEqualTo(990);
        assertThat(times.nanosAt(0.999)).isEqualTo(999);
        assertThat(times.nanosAt(1)).isEqualTo(1000);
    }

    @Test
    void nanosAt_oneTime_thatTime() {
        assertThat(Latencies.ofNanos(42).nanosAt(0.001)).isEqualTo(42);
    }

    @Test
    void figures_someTimes_namedAndInMicroseconds() {
        assertThat(Latencies.ofNanos(1000, 2000, 3000).figures("call"))
                .extracting(Figure::name, Figure::value, Figure::unit).containsExactly(
                        tuple("call-p50", 2.0, "us"), tuple("call-p99", 3.0, "us"),
                        tuple("call-p99.9", 3.0, "us"));
    }

    @Test
    void ofNanos_none_refused() {
        assertThatThrownBy(() -> Latencies.ofNanos()).isInstanceOf(IllegalArgumentException.class);
    }
}
