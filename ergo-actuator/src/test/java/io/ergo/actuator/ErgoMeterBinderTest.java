package io.ergo.actuator;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import io.ergo.Delivery.Outcome;
import io.ergo.ProcessState;
import io.ergo.SampleListener;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class ErgoMeterBinderTest {

    private final FakeNode fake = new FakeNode();
    private final MockClock clock = new MockClock();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT,
            new PrometheusRegistry(),
            clock);
    private final MeterOptions options = MeterOptions.defaults().withMaxTagValues(2);
    private final ErgoMeterBinder binder = new ErgoMeterBinder(fake.node(), options);

    @AfterEach
    void close() {
        binder.close();
    }

    @Test
    void scrape_freshNode_showsAllNamesAndTags() {
        binder.bindTo(registry);

        assertThat(scrape()).isEqualTo("""
                ergo_calls_timeouts_total{node="demo@localhost"} 0.0
                ergo_calls_total{node="demo@localhost"} 0.0
                ergo_dead_letters_total{node="demo@localhost",outcome="full"} 0.0
                ergo_dead_letters_total{node="demo@localhost",outcome="ignored"} 0.0
                ergo_dead_letters_total{node="demo@localhost",outcome="incarnation"} 0.0
                ergo_dead_letters_total{node="demo@localhost",outcome="no_route"} 0.0
                ergo_dead_letters_total{node="demo@localhost",outcome="node_stopped"} 0.0
                ergo_dead_letters_total{node="demo@localhost",outcome="terminated"} 0.0
                ergo_dead_letters_total{node="demo@localhost",outcome="too_large"} 0.0
                ergo_dead_letters_total{node="demo@localhost",outcome="unknown"} 0.0
                ergo_handler_time_seconds_count{behavior="other",node="demo@localhost"} 0
                ergo_handler_time_seconds_max{behavior="other",node="demo@localhost"} 0.0
                ergo_handler_time_seconds_sum{behavior="other",node="demo@localhost"} 0.0
                ergo_handlers_slow_total{node="demo@localhost"} 0.0
                ergo_mailbox_depth_max{behavior="other",node="demo@localhost"} 0.0
                ergo_mailbox_depth_skipped{node="demo@localhost"} 0.0
                ergo_mailbox_depth{behavior="other",node="demo@localhost"} 0.0
                ergo_mailbox_latency_seconds_count{behavior="other",node="demo@localhost"} 0
                ergo_mailbox_latency_seconds_max{behavior="other",node="demo@localhost"} 0.0
                ergo_mailbox_latency_seconds_sum{behavior="other",node="demo@localhost"} 0.0
                ergo_messages_received_total{node="demo@localhost"} 0.0
                ergo_messages_sent_total{node="demo@localhost"} 0.0
                ergo_processes{node="demo@localhost",state="init"} 0.0
                ergo_processes{node="demo@localhost",state="running"} 0.0
                ergo_processes{node="demo@localhost",state="sleep"} 0.0
                ergo_processes{node="demo@localhost",state="terminated"} 0.0
                ergo_processes{node="demo@localhost",state="wait_response"} 0.0
                ergo_processes{node="demo@localhost",state="zombee"} 0.0
                ergo_restarts_total{node="demo@localhost",supervisor="other"} 0.0
                ergo_spawned_total{node="demo@localhost"} 0.0
                ergo_terminated_total{node="demo@localhost",reason="kill"} 0.0
                ergo_terminated_total{node="demo@localhost",reason="normal"} 0.0
                ergo_terminated_total{node="demo@localhost",reason="other"} 0.0
                ergo_terminated_total{node="demo@localhost",reason="panic"} 0.0
                ergo_terminated_total{node="demo@localhost",reason="shutdown"} 0.0""");
    }

    @Test
    void scrape_busyNode_showsItsCounters() {
        fake.statistics(now -> {
            now.processes = Map.of(ProcessState.SLEEP, 4L, ProcessState.ZOMBEE, 1L);
            now.spawned = 9;
            now.terminated = Map.of("normal", 3L, "panic", 1L, "other", 2L);
            now.restarts = Map.of("sup", 1L);
            now.sent = 100;
            now.received = 90;
            now.calls = 20;
            now.timeouts = 2;
            now.slowHandlers = 5;
            now.deadLetters = Map.of(Outcome.NO_ROUTE, 8L);
        });
        binder.bindTo(registry);

        assertThat(scrape().lines()).contains("ergo_processes{node=\"demo@localhost\",state=\"sleep\"} 4.0",
                "ergo_processes{node=\"demo@localhost\",state=\"zombee\"} 1.0",
                "ergo_spawned_total{node=\"demo@localhost\"} 9.0",
                "ergo_terminated_total{node=\"demo@localhost\",reason=\"normal\"} 3.0",
                "ergo_terminated_total{node=\"demo@localhost\",reason=\"other\"} 2.0",
                "ergo_restarts_total{node=\"demo@localhost\",supervisor=\"sup\"} 1.0",
                "ergo_messages_sent_total{node=\"demo@localhost\"} 100.0",
                "ergo_messages_received_total{node=\"demo@localhost\"} 90.0",
                "ergo_calls_total{node=\"demo@localhost\"} 20.0",
                "ergo_calls_timeouts_total{node=\"demo@localhost\"} 2.0",
                "ergo_handlers_slow_total{node=\"demo@localhost\"} 5.0",
                "ergo_dead_letters_total{node=\"demo@localhost\",outcome=\"no_route\"} 8.0");
    }

    @Test
    void scrape_twiceWithinASecond_readsTheNodeOnce() {
        binder.bindTo(registry);
        int read = fake.statisticsRead;

        scrape();
        scrape();
        assertThat(fake.statisticsRead).isEqualTo(read);

        clock.add(Duration.ofSeconds(1));
        scrape();
        assertThat(fake.statisticsRead).isEqualTo(read + 1);
    }

    @Test
    void restarts_nodeStartsRightAfterTheBinding_areShownByTheFirstScrape() {
        binder.bindTo(registry);
        fake.supervisor(1001, "sup");

        binder.refresh();

        assertThat(registry.scrape()).contains("ergo_restarts_total{node=\"demo@localhost\",supervisor=\"sup\"} 0.0");
    }

    @Test
    void restarts_supervisorAppearsLater_isShownFromZeroOn() {
        binder.bindTo(registry);
        fake.supervisor(1001, "sup");

        assertThat(laterScrape()).contains("ergo_restarts_total{node=\"demo@localhost\",supervisor=\"sup\"} 0.0");

        fake.statistics(now -> now.restarts = Map.of("sup", 1L, "unnamed", 2L));
        assertThat(laterScrape()).contains("supervisor=\"sup\"} 1.0").contains("supervisor=\"unnamed\"} 2.0");
    }

    @Test
    void restarts_moreSupervisorsThanTags_areCountedTogether() {
        fake.statistics(now -> now.restarts = Map.of("a", 1L, "b", 2L, "c", 4L, "other", 8L, "d", 16L));
        binder.bindTo(registry);

        assertThat(family("ergo_restarts_total")).isEqualTo("a=1.0 b=2.0 other=28.0");

        fake.statistics(now -> now.restarts = Map.of("a", 1L, "b", 3L, "c", 5L, "other", 8L, "d", 16L));
        assertThat(laterScrape()).contains("supervisor=\"other\"} 29.0").contains("supervisor=\"b\"} 3.0");
    }

    @Test
    void counter_readTooLow_doesNotFall() {
        fake.statistics(now -> now.sent = 10);
        binder.bindTo(registry);
        fake.statistics(now -> now.sent = 9);

        assertThat(laterScrape()).contains("ergo_messages_sent_total{node=\"demo@localhost\"} 10.0");
    }

    @Test
    void counter_nodeRestarted_goesOnGrowing() {
        fake.statistics(now -> {
            now.sent = 10;
            now.restarts = Map.of("sup", 3L);
        });
        binder.bindTo(registry);
        fake.stop();
        assertThat(laterScrape()).contains("ergo_messages_sent_total{node=\"demo@localhost\"} 10.0");
        fake.restart();
        fake.statistics(now -> {
            now.sent = 4;
            now.restarts = Map.of("sup", 1L);
        });

        assertThat(laterScrape()).contains("ergo_messages_sent_total{node=\"demo@localhost\"} 14.0")
                .contains("supervisor=\"sup\"} 4.0");
    }

    @Test
    void depth_byBehavior_isSumAndMaximum() {
        fake.process(1001, "", "demo.A", 1, 3);
        fake.process(1002, "", "demo.A", 1, 4);
        binder.bindTo(registry);

        assertThat(family("ergo_mailbox_depth")).isEqualTo("demo.A=7.0 other=0.0");
        assertThat(family("ergo_mailbox_depth_max")).isEqualTo("demo.A=4.0 other=0.0");
    }

    @Test
    void depth_moreBehaviorsThanTags_showsTheDeepest() {
        fake.process(1001, "", "demo.A", 1, 3);
        fake.process(1002, "", "demo.B", 1, 2);
        fake.process(1003, "", "demo.C", 1, 1);
        binder.bindTo(registry);
        assertThat(family("ergo_mailbox_depth")).isEqualTo("demo.A=3.0 demo.B=2.0 other=1.0");

        fake.process(1003, "", "demo.C", 1, 9);
        fake.process(1002, "", "demo.B", 1, 3);
        laterScrape();
        assertThat(family("ergo_mailbox_depth")).isEqualTo("demo.A=3.0 demo.C=9.0 other=3.0");
        assertThat(family("ergo_mailbox_depth_max")).isEqualTo("demo.A=3.0 demo.C=9.0 other=3.0");
    }

    @Test
    void depth_moreProcessesThanLookedAt_saysHowMany() {
        for (long id = 1001; id <= 1010; id++) {
            fake.process(id, "", "demo.A", 1, 1);
        }
        fake.statistics(now -> now.processes = Map.of(ProcessState.SLEEP, 10L));
        try (ErgoMeterBinder few = new ErgoMeterBinder(fake.node(), options.withMaxProcesses(4))) {
            few.bindTo(registry);

            assertThat(scrape()).contains("ergo_mailbox_depth_skipped{node=\"demo@localhost\"} 6.0");
            assertThat(family("ergo_mailbox_depth")).isEqualTo("demo.A=4.0 other=0.0");
        }
    }

    @Test
    void samples_areTimedByBehavior() {
        binder.bindTo(registry);
        assertThat(fake.sampledOneIn).isEqualTo(64);

        SampleListener listener = fake.listener;
        listener.handled("demo.A", 1_000_000, 2_000_000);
        listener.handled("demo.B", 0, 0);
        listener.handled("demo.C", 3_000_000, 0);
        listener.handled("demo.A", 1_000_000, 0);

        assertThat(scrape())
                .contains("ergo_mailbox_latency_seconds_sum{behavior=\"demo.A\",node=\"demo@localhost\"} 0.002")
                .contains("ergo_handler_time_seconds_sum{behavior=\"demo.A\",node=\"demo@localhost\"} 0.002")
                .contains("ergo_handler_time_seconds_max{behavior=\"demo.A\",node=\"demo@localhost\"} 0.002")
                .contains("ergo_mailbox_latency_seconds_sum{behavior=\"other\",node=\"demo@localhost\"} 0.003")
                .doesNotContain("demo.C");
        assertThat(family("ergo_handler_time_seconds_count")).isEqualTo("demo.A=2 demo.B=1 other=1");
    }

    @Test
    void sampling_nobodyAttached_nothingListens() {
        assertThat(fake.listener).isNull();
        binder.refresh();
        assertThat(fake.listener).isNull();

        binder.bindTo(registry);
        assertThat(fake.listener).isNotNull();

        binder.close();
        assertThat(fake.listener).isNull();
        assertThat(registry.getMeters()).isEmpty();
        clock.add(Duration.ofSeconds(2));
        binder.refresh();
        assertThat(fake.listener).isNull();
        assertThat(registry.scrape()).isEmpty();
    }

    @Test
    void sampling_nodeRestarted_listensAgainAtTheNextScrape() {
        binder.bindTo(registry);
        fake.stop();
        laterScrape();
        fake.restart();
        assertThat(fake.listener).isNull();

        laterScrape();

        assertThat(fake.listener).isNotNull();
    }

    @Test
    void sampling_nodeStartsAfterTheBinder_listensWhenToldSo() {
        fake.stop();
        binder.bindTo(registry);
        assertThat(fake.listener).isNull();
        fake.restart();

        binder.refresh();

        assertThat(fake.listener).isNotNull();
    }

    @Test
    void sampling_anotherListenerIsAttached_waitsForItsTurn() {
        Runnable detach = fake.sample(8, (_, _, _) -> {});
        binder.bindTo(registry);
        assertThatCode(this::laterScrape).doesNotThrowAnyException();
        assertThat(fake.sampledOneIn).isEqualTo(8);
        detach.run();

        laterScrape();

        assertThat(fake.sampledOneIn).isEqualTo(64);
    }

    @Test
    void scrape_stoppedNode_showsNoProcesses() {
        fake.process(1001, "", "demo.A", 1, 3);
        fake.statistics(now -> now.processes = Map.of(ProcessState.SLEEP, 1L));
        binder.bindTo(registry);
        fake.stop();

        assertThat(laterScrape()).contains("ergo_processes{node=\"demo@localhost\",state=\"sleep\"} 0.0")
                .doesNotContain("demo.A");
    }

    @Test
    void bind_twoRegistries_bothAreFed() {
        SimpleMeterRegistry simple = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
        binder.bindTo(registry);
        binder.bindTo(simple);
        binder.bindTo(simple);

        fake.listener.handled("demo.A", 1, 1);
        fake.statistics(now -> now.spawned = 5);
        clock.add(Duration.ofSeconds(1));

        assertThat(simple.get("ergo.handler.time").tag("behavior", "demo.A").timer().count()).isEqualTo(1);
        assertThat(simple.get("ergo.spawned").functionCounter().count()).isEqualTo(5);
        assertThat(family("ergo_handler_time_seconds_count")).isEqualTo("demo.A=1 other=0");
    }

    @Test
    void scrape_manyProcesses_neverTagsAPid() {
        for (long id = 1001; id < 1200; id++) {
            fake.process(id, "p" + id, "demo.A", 1, 1);
        }
        binder.bindTo(registry);

        assertThat(laterScrape().lines()).hasSize(37).noneMatch(line -> line.contains("p1") || line.contains(".0.1"));
    }

    private String laterScrape() {
        clock.add(Duration.ofSeconds(1));
        scrape(); // a tag value that is new is shown in the second scrape at the latest
        return scrape();
    }

    private String scrape() {
        return registry.scrape().lines().filter(line -> !line.startsWith("#")).sorted()
                .collect(Collectors.joining("\n"));
    }

    private String family(String name) {
        return scrape().lines().filter(line -> line.startsWith(name + "{"))
                .map(line -> line.replaceAll(".*(?:behavior|supervisor)=\"(.*?)\".*} (.*)", "$1=$2"))
                .collect(Collectors.joining(" "));
    }
}
