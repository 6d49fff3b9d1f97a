package io.ergo.sample.fleet;

import java.time.Duration;
import java.util.Map;

import io.ergo.Delivery;
import io.ergo.ProcessContext;
import io.ergo.spring.OnInit;
import io.ergo.spring.OnMessage;

/// Samples one kind of figure of this machine, again and again.
///
/// A process, because sampling may fail or hang (a dead network disk): then this kind of figure is missing and no other. It does not
/// catch what goes wrong; its supervisor starts it anew.
abstract class Probe {

    private static final Duration SHORTEST = Duration.ofMillis(10);

    /// What a probe sends to itself. There is no timer that ticks: the next sample is ordered when this one is done, so a slow probe is
    /// never run over by its own samples.
    record Sample() {}

    private final Machine machine;
    private Duration every = Duration.ofSeconds(1);

    Probe(Machine machine) {
        this.machine = machine;
    }

    /// Reads the figures of now; a figure this machine does not have is left out. Blocking is allowed here.
    abstract Map<Metric, Double> read() throws Exception;

    /// Runs at the first start and at each restart, with the same argument. The first sample has time, too: one that fails each time must
    /// not fail as fast as it can be restarted.
    @OnInit
    void start(Duration interval, ProcessContext self) {
        if (interval.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("the interval of " + self.name().orElse("a probe") + " is " + interval
                    + " but must be " + SHORTEST + " or longer; see fleet.probes in application.yml");
        }
        every = interval;
        self.sendAfter(self.pid(), new Sample(), every);
    }

    @OnMessage
    void sample(Sample sample, ProcessContext self) throws Exception {
        read().forEach((metric, value) -> {
            Delivery delivery = machine.report(metric, value);
            if (!delivery.isDelivered()) {
                self.log().warn("{} of this machine was lost: {}", metric, delivery.outcome().reason());
            }
        });
        self.sendAfter(self.pid(), sample, every);
    }
}
