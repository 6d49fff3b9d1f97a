package io.ergo.actuator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Stop;
import io.ergo.actor.Actor;
import io.ergo.engine.NodeBuilder;
import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConcurrentScrapesTest {

    private static final int SCRAPERS = 4;
    private static final int SCRAPES = 100;

    /** Whenever it is asked a second has passed, so that each scrape reads the node. */
    private static final class HastyClock implements Clock {

        private final AtomicLong seconds = new AtomicLong();

        @Override
        public long wallTime() {
            return TimeUnit.SECONDS.toMillis(seconds.incrementAndGet());
        }

        @Override
        public long monotonicTime() {
            return TimeUnit.SECONDS.toNanos(seconds.incrementAndGet());
        }
    }

    /** Passes a number on to a new process until it is zero. */
    static class Relay extends Actor {

        private final Semaphore running;

        Relay(Semaphore running) {
            this.running = running;
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            int left = (Integer) message;
            if (left > 0) {
                self().send(self().spawn(() -> left % 2 == 0 ? new Relay(running) : new OddRelay(running)), left - 1);
            } else {
                running.release();
            }
            throw new Stop(Reason.NORMAL);
        }
    }

    static final class OddRelay extends Relay {

        OddRelay(Semaphore running) {
            super(running);
        }
    }

    @Test
    void counters_scrapedByManyWhileProcessesComeAndGo_neverFall() throws Exception {
        Node node = NodeBuilder.named("busy@localhost").shutdownTimeout(Duration.ofSeconds(10)).start();
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT,
                new PrometheusRegistry(),
                new HastyClock());
        AtomicBoolean done = new AtomicBoolean();
        try (ErgoMeterBinder binder = new ErgoMeterBinder(node,
                MeterOptions.defaults().withSampleOneIn(1).withMaxTagValues(1));
                ExecutorService threads = Executors.newFixedThreadPool(SCRAPERS + 1)) {
            binder.bindTo(registry);
            Future<?> load = threads.submit(() -> relay(node, done));
            List<Future<?>> scrapers = new ArrayList<>();
            for (int i = 0; i < SCRAPERS; i++) {
                scrapers.add(threads.submit(() -> scrapeAgainAndAgain(registry)));
            }
            try {
                for (Future<?> scraper : scrapers) {
                    scraper.get();
                }
            } finally {
                done.set(true);
                load.get();
            }
            assertThat(counters(registry))
                    .containsKey("ergo_handler_time_seconds_count{behavior=\"other\",node=\"busy@localhost\"}");
        } finally {
            node.stop();
        }
    }

    private static void relay(Node node, AtomicBoolean done) {
        Semaphore running = new Semaphore(10);
        while (!done.get()) {
            running.acquireUninterruptibly();
            node.send(node.spawn(() -> new Relay(running)), 20);
        }
    }

    private static void scrapeAgainAndAgain(PrometheusMeterRegistry registry) {
        Map<String, Double> before = Map.of();
        for (int i = 0; i < SCRAPES; i++) {
            Map<String, Double> now = counters(registry);
            before.forEach((name, value) -> assertThat(now.get(name)).as(name).isGreaterThanOrEqualTo(value));
            before = now;
        }
    }

    private static Map<String, Double> counters(PrometheusMeterRegistry registry) {
        return registry.scrape().lines().filter(line -> line.contains("_total{") || line.contains("_count{"))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Double.valueOf(parts[1])));
    }
}
