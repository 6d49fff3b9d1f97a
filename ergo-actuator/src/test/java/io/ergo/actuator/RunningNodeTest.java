package io.ergo.actuator;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.Args;
import io.ergo.Compression;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.SpawnOptions;
import io.ergo.SupervisorType;
import io.ergo.actor.Actor;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;
import io.ergo.engine.NodeBuilder;
import io.ergo.spi.Simulation;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Endpoint, health and meters on a node that runs, simulated. */
class RunningNodeTest {

    private final Simulation simulation = NodeBuilder.simulation(7);
    private final Node node = NodeBuilder.named("fleet@localhost").dispatcher(simulation).application(fleet()).start();
    private final MockClock clock = new MockClock();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT,
            new PrometheusRegistry(),
            clock);
    private final ErgoMeterBinder binder = new ErgoMeterBinder(node, MeterOptions.defaults().withSampleOneIn(1));
    private final ErgoEndpoint endpoint = new ErgoEndpoint(node);

    /** Echoes requests, spawns a helper on "helper", crashes on "crash". */
    static class Worker extends Actor {

        @Override
        protected void handleMessage(Pid from, Object message) {
            if (message.equals("crash")) {
                throw new IllegalStateException("as told");
            }
            if (message.equals("helper")) {
                self().spawn(Worker::new);
            }
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return request.equals("never") ? Reply.later() : Reply.of(request);
        }
    }

    static class FleetSupervisor extends Supervisor {

        @Override
        protected SupervisorSpec init(Args args) {
            return SupervisorSpec.of(SupervisorType.ONE_FOR_ONE,
                    ChildSpec.of("probe", Worker::new).withSignificant(true),
                    ChildSpec.of("devices", Worker::new));
        }
    }

    @AfterEach
    void stop() {
        binder.close();
        node.stop();
    }

    @Test
    void endpoint_tree_showsSupervisorAndChildren() {
        tell("probe", "helper");

        ApplicationDescriptor fleet = (ApplicationDescriptor) endpoint.part(new String[] {"applications", "fleet"},
                null, null);

        assertThat(fleet.state()).isEqualTo("running");
        assertThat(fleet.tree()).singleElement().satisfies(supervisor -> {
            assertThat(supervisor.name()).isEqualTo("fleet.sup");
            assertThat(supervisor.behavior()).isEqualTo(FleetSupervisor.class.getName());
            assertThat(supervisor.supervisor()).isNotNull();
            assertThat(supervisor.children()).extracting(TreeNode::spec).containsExactly("probe", "devices");
            assertThat(supervisor.children().getFirst().children()).singleElement()
                    .satisfies(helper -> assertThat(helper.spec()).isNull());
        });
        assertThat(fleet.processes()).isEqualTo(4);
    }

    @Test
    void endpoint_childCrashed_countsItsRestart() {
        tell("probe", "crash");

        ProcessDescriptor supervisor = (ProcessDescriptor) endpoint.part(new String[] {"processes", "fleet.sup"}, null,
                null);

        assertThat(supervisor.supervisor().restarts()).isEqualTo(1);
        assertThat(supervisor.children()).extracting(TreeNode::restarts).containsExactly(1L, 0L);
        assertThat(supervisor.children().getFirst().state()).isEqualTo("sleep");
    }

    @Test
    void endpoint_settings_areShownInWords() {
        Compression small = Compression.on().withLevel(Compression.Level.BEST_SIZE).withThreshold(2048);
        node.spawn(Worker::new, SpawnOptions.named("careful").withCompression(small).withPriority(Priority.HIGH)
                .withImportantDelivery(true));

        ProcessDescriptor careful = (ProcessDescriptor) endpoint.part(new String[] {"processes", "careful"}, null,
                null);

        assertThat(careful.settings()).isEqualTo(
                new ProcessDescriptor.Settings("high", "gzip, best size, from 2048 bytes", true, true));
    }

    @Test
    void endpoint_everyProcess_isFoundByWhatTheListShows() {
        ProcessesDescriptor all = (ProcessesDescriptor) endpoint.part(new String[] {"processes"}, null, null);

        assertThat(all.processes()).hasSize(3).allSatisfy(process -> {
            String bare = process.pid().substring(1, process.pid().length() - 1);
            for (String key : List.of(process.pid(), bare, process.name())) {
                ProcessDescriptor found = (ProcessDescriptor) endpoint.part(new String[] {"processes", key}, null,
                        null);
                assertThat(found.pid()).isEqualTo(process.pid());
            }
        });
    }

    @Test
    void health_permanentApplicationStopped_isDownAndUpAgain() {
        ErgoHealthIndicator indicator = new ErgoHealthIndicator(node);
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);

        node.stopApplication("fleet", Duration.ofSeconds(5));
        Health down = indicator.health();
        assertThat(down.getStatus()).isEqualTo(Status.DOWN);
        assertThat(down.getDetails()).containsEntry("notRunning", List.of("fleet"));

        node.startApplication("fleet");
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void meters_childCrashed_restartsRise() {
        binder.bindTo(registry);
        assertThat(scrape()).contains("ergo_restarts_total{node=\"fleet@localhost\",supervisor=\"fleet.sup\"} 0.0");

        tell("probe", "crash");

        assertThat(scrape()).contains("ergo_restarts_total{node=\"fleet@localhost\",supervisor=\"fleet.sup\"} 1.0",
                "ergo_terminated_total{node=\"fleet@localhost\",reason=\"panic\"} 1.0");
    }

    @Test
    void meters_messagesAndCalls_areCounted() {
        binder.bindTo(registry);
        node.call(node.pidOf("probe").orElseThrow(), "echo", String.class);
        assertThatExceptionOfType(ErgoException.class)
                .isThrownBy(() -> node.call(node.pidOf("probe").orElseThrow(), "never", String.class,
                        Duration.ofMillis(10)));
        node.send("nobody", "lost");

        assertThat(scrape()).contains("ergo_calls_total{node=\"fleet@localhost\"} 2.0",
                "ergo_calls_timeouts_total{node=\"fleet@localhost\"} 1.0",
                "ergo_dead_letters_total{node=\"fleet@localhost\",outcome=\"unknown\"} 1.0",
                "ergo_processes{node=\"fleet@localhost\",state=\"sleep\"} 3.0");
    }

    @Test
    void meters_messageWaits_isInTheDepth() {
        binder.bindTo(registry);
        node.send("devices", "one");
        node.send("devices", "two");

        assertThat(scrape()).contains(
                "ergo_mailbox_depth{behavior=\"" + Worker.class.getName() + "\",node=\"fleet@localhost\"} 2.0",
                "ergo_mailbox_depth_max{behavior=\"" + Worker.class.getName() + "\",node=\"fleet@localhost\"} 2.0");
    }

    @Test
    void meters_sampledMessages_areTimedOnlyWhileAttached() {
        String count = "ergo_handler_time_seconds_count{behavior=\"" + Worker.class.getName()
                + "\",node=\"fleet@localhost\"}";
        tell("probe", "before");
        binder.bindTo(registry);
        tell("probe", "one");
        tell("devices", "two");
        tell("probe", "three");

        assertThat(scrape()).contains(count + " 3");

        binder.close();
        tell("probe", "after");
        assertThat(registry.getMeters()).isEmpty();
        assertThat(node.sample(1, (_, _, _) -> {})).as("the place of the listener is free").isNotNull();
    }

    @Test
    void everything_nodeStopped_stillAnswers() {
        binder.bindTo(registry);
        tell("probe", "one");
        node.stop();

        assertThat(endpoint.node().state()).isEqualTo("stopped");
        assertThat(endpoint.part(new String[] {"processes"}, null, null))
                .isEqualTo(new ProcessesDescriptor(List.of(), false, null));
        assertThat(new ErgoHealthIndicator(node).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(scrape()).contains("ergo_processes{node=\"fleet@localhost\",state=\"sleep\"} 0.0",
                "ergo_spawned_total{node=\"fleet@localhost\"} 3.0");
    }

    private static ApplicationSpec fleet() {
        return ApplicationSpec.of("fleet", ApplicationSpec.member("fleet.sup", FleetSupervisor::new))
                .withMode(ApplicationMode.PERMANENT);
    }

    private void tell(String name, String message) {
        node.send(name, message).orThrow();
        simulation.runUntilIdle();
    }

    private List<String> scrape() {
        clock.add(Duration.ofSeconds(1));
        registry.scrape(); // a tag value that is new is shown in the second scrape at the latest
        return registry.scrape().lines().collect(Collectors.toList());
    }
}
