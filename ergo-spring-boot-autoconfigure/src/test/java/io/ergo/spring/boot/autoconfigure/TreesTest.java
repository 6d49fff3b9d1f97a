package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Request;
import io.ergo.RestartStrategy;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisorType;
import io.ergo.actor.Actor;
import io.ergo.actor.ChildSpec;
import io.ergo.spring.Child;
import io.ergo.spring.Children;
import io.ergo.spring.ErgoActor;
import io.ergo.spring.ErgoApplication;
import io.ergo.spring.ErgoSupervisor;
import io.ergo.spring.ErgoTemplate;
import io.ergo.spring.OnCall;
import io.ergo.spring.OnInit;
import io.ergo.spring.OnMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class TreesTest {

    record What() implements Request<String> {}

    record Crash() {}

    @ErgoActor(name = "collector")
    static class Collector {

        @OnMessage
        void crash(Crash crash) {
            throw new IllegalStateException("crash");
        }

        @OnCall
        String what(What request) {
            return "collector";
        }
    }

    @ErgoActor
    static class Probe {

        private String metric = "";

        @OnInit
        void start(String what) {
            metric = what;
        }

        @OnCall
        String what(What request) {
            return metric;
        }
    }

    record Add(String id) implements Request<Pid> {}

    record Size() implements Request<Integer> {}

    @ErgoSupervisor(name = "devices", type = SupervisorType.SIMPLE_ONE_FOR_ONE,
            children = @Child(value = Probe.class, name = "device"))
    static class Devices {

        @OnCall
        Pid add(Add request, Children children) {
            return children.start("device", request.id());
        }

        @OnCall
        int size(Size request, Children children) {
            return children.all().size();
        }
    }

    @ErgoApplication(name = "fleet", mode = ApplicationMode.PERMANENT, description = "watches")
    @ErgoSupervisor(name = "fleet.sup", restart = RestartStrategy.PERMANENT, intensity = 7,
            period = "${fleet.period:9s}", children = {
                @Child(Collector.class), @Child(Devices.class),
                @Child(value = Probe.class, name = "probe.cpu", args = "${fleet.metric:cpu}", significant = true,
                        shutdown = "2s")})
    static class Fleet {}

    @Import({Fleet.class, Collector.class, Devices.class, Probe.class})
    static class FleetParts {}

    private static SupervisionInfo supervision(Node node, String name) {
        return node.supervision(node.pidOf(name).orElseThrow()).orElseThrow();
    }

    @Test
    void application_declared_startsItsTree() {
        Contexts.run(Contexts.with(FleetParts.class), context -> {
            Node node = context.getBean(Node.class);
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            ApplicationInfo fleet = node.applicationInfo("fleet").orElseThrow();
            assertThat(fleet.mode()).isEqualTo(ApplicationMode.PERMANENT);
            assertThat(fleet.state()).isEqualTo(ApplicationState.RUNNING);
            assertThat(fleet.profile().description()).isEqualTo("watches");
            assertThat(node.applications()).containsExactly("fleet");

            SupervisionInfo supervision = supervision(node, "fleet.sup");
            assertThat(supervision.strategy()).isEqualTo(RestartStrategy.PERMANENT);
            assertThat(supervision.intensity()).isEqualTo(7);
            assertThat(supervision.period()).isEqualTo(Duration.ofSeconds(9));
            assertThat(supervision.children()).extracting(SupervisionInfo.Child::spec).containsExactly("collector",
                    "devices", "probe.cpu");
            assertThat(supervision.children()).extracting(SupervisionInfo.Child::significant).containsExactly(false,
                    false, true);
            assertThat(template.call("probe.cpu", new What())).isEqualTo("cpu");
            assertThat(node.processInfo(node.pidOf("fleet.sup").orElseThrow()).orElseThrow().behavior())
                    .isEqualTo(Fleet.class.getName());
        });
    }

    @Test
    void application_configured_overridesTheAnnotations() {
        Contexts.run(Contexts.with(FleetParts.class).withPropertyValues("ergo.applications.fleet.mode=temporary",
                "ergo.applications.fleet.env.color=red", "ergo.node.expose-env=true",
                "ergo.supervisors[fleet.sup].intensity=1",
                "ergo.supervisors[fleet.sup].period=1m", "ergo.supervisors.devices.restart=temporary",
                "fleet.metric=heap"), context -> {
                    Node node = context.getBean(Node.class);
                    ApplicationInfo fleet = node.applicationInfo("fleet").orElseThrow();
                    assertThat(fleet.mode()).isEqualTo(ApplicationMode.TEMPORARY);
                    assertThat(fleet.env()).containsEntry("COLOR", "red");
                    assertThat(supervision(node, "fleet.sup").intensity()).isEqualTo(1);
                    assertThat(supervision(node, "fleet.sup").period()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(supervision(node, "fleet.sup").strategy()).isEqualTo(RestartStrategy.PERMANENT);
                    assertThat(supervision(node, "devices").strategy()).isEqualTo(RestartStrategy.TEMPORARY);
                    assertThat(context.getBean(ErgoTemplate.class).call("probe.cpu", new What())).isEqualTo("heap");
                });
    }

    @Test
    void application_noAutostart_isLoadedOnly() {
        Contexts.run(Contexts.with(FleetParts.class).withPropertyValues("ergo.applications.fleet.autostart=false"),
                context -> {
                    Node node = context.getBean(Node.class);
                    assertThat(node.applicationInfo("fleet").orElseThrow().state()).isEqualTo(ApplicationState.LOADED);
                    node.startApplication("fleet");
                    assertThat(node.pidOf("collector")).isPresent();
                });
    }

    @Test
    void application_disabled_isUnknownAndItsActorsToo() {
        Contexts.run(Contexts.with(FleetParts.class).withPropertyValues("ergo.applications.fleet.enabled=false"),
                context -> {
                    Node node = context.getBean(Node.class);
                    assertThat(node.applications()).isEmpty();
                    assertThat(node.pidOf("collector")).isEmpty();
                });
    }

    @Test
    void configuration_ofWhatDoesNotExist_isWarnedOf(CapturedOutput output) {
        Contexts.run(Contexts.with(FleetParts.class).withPropertyValues("ergo.applications.flet.mode=temporary",
                "ergo.supervisors.fleet.intensity=1", "ergo.supervisors.devices.intensity=1"), context -> {});
        assertThat(output).contains("ergo.applications.flet configures nothing: known are [actors, fleet]",
                "ergo.supervisors.fleet configures nothing: known are [devices, fleet.sup]", "\"[name.with.dots]\"")
                .doesNotContain("ergo.supervisors.devices configures");
    }

    @Test
    void child_crashes_isRestartedWithANewBean() {
        Contexts.run(Contexts.with(FleetParts.class), context -> {
            Node node = context.getBean(Node.class);
            Pid before = node.pidOf("collector").orElseThrow();
            node.send("collector", new Crash()).orThrow();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(node.pidOf("collector")).get().isNotEqualTo(before));
            assertThat(node.call("collector", new What())).isEqualTo("collector");
        });
    }

    @Test
    void supervisor_withHandlers_startsInstances() {
        Contexts.run(Contexts.with(FleetParts.class), context -> {
            ErgoTemplate template = context.getBean(ErgoTemplate.class);
            Pid one = template.call("devices", new Add("one"));
            Pid two = template.call("devices", new Add("two"));
            assertThat(template.call(one, new What())).isEqualTo("one");
            assertThat(template.call(two, new What())).isEqualTo("two");
            assertThat(template.call("devices", new Size())).isEqualTo(2);
            context.getBean(Node.class).sendExit(one, Reason.of("broken"));
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                    supervision(context.getBean(Node.class), "devices").children()).hasSize(2)
                    .noneMatch(child -> child.pid().equals(Optional.of(one))));
        });
    }

    @Test
    void orphans_namedActorAndSupervisor_becomeTheApplicationActors() {
        Contexts.run(Contexts.with(Collector.class, Devices.class, Probe.class), context -> {
            Node node = context.getBean(Node.class);
            assertThat(node.applications()).containsExactly("actors");
            SupervisionInfo supervision = supervision(node, "actors.sup");
            assertThat(supervision.children()).extracting(SupervisionInfo.Child::spec).containsExactly("devices",
                    "collector");
            assertThat(supervision.strategy()).isEqualTo(RestartStrategy.PERMANENT);
            node.sendExit(node.pidOf("collector").orElseThrow(), Reason.SHUTDOWN);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(node.call("collector", new What())).isEqualTo("collector"));
        });
    }

    @ErgoApplication(name = "members",
            members = {@Child(Collector.class), @Child(value = Probe.class, args = "x"), @Child(Devices.class)})
    static class Members implements ApplicationSpec.Callbacks {

        private static final List<String> TOLD = new CopyOnWriteArrayList<>();

        @Override
        public void started(Node node, ApplicationMode mode) {
            TOLD.add("started " + mode);
        }

        @Override
        public void terminated(Node node, Reason reason) {
            TOLD.add("terminated");
        }
    }

    @Test
    void application_withMembers_startsThemAndIsTold() {
        Members.TOLD.clear();
        Contexts.run(Contexts.with(Members.class, Collector.class, Probe.class, Devices.class), context -> {
            Node node = context.getBean(Node.class);
            assertThat(node.applicationInfo("members").orElseThrow().group()).containsExactly(
                    node.pidOf("collector").orElseThrow(),
                    node.pidOf("probe").orElseThrow(), node.pidOf("devices").orElseThrow());
            assertThat(node.applications()).containsExactly("members");
        });
        assertThat(Members.TOLD).containsExactly("started temporary", "terminated");
    }

    static class Echo extends Actor {}

    @Configuration(proxyBeanMethods = false)
    static class Programmatic {

        @Bean
        @Order(2)
        ApplicationSpec second() {
            return ApplicationSpec.of("second", ApplicationSpec.member("two", Echo::new));
        }

        @Bean
        @Order(1)
        ApplicationSpec first() {
            return ApplicationSpec.of("first", ApplicationSpec.member("one", Echo::new));
        }

        @Bean
        ChildSpec child() {
            return ChildSpec.of("three", Echo::new);
        }
    }

    @Test
    void beans_ofSpecifications_areStartedInOrder() {
        Contexts.run(Contexts.with(Programmatic.class), context -> {
            Node node = context.getBean(Node.class);
            assertThat(node.applications()).containsExactly("actors", "first", "second");
            assertThat(List.of("one", "two", "three")).allMatch(name -> node.pidOf(name).isPresent());
        });
    }

    @ErgoActor(name = "early")
    static class Early {

        private final Node node;
        private final ErgoTemplate template;

        Early(Node node, ErgoTemplate template) {
            this.node = node;
            this.template = template;
        }

        @OnInit
        void start(ProcessContext self) {
            if (!node.isAlive() || !node.processes().contains(self.pid())) {
                throw new IllegalStateException("the node does not know me");
            }
            template.send(ProcessId.local("early"), "to myself").orThrow();
        }

        @OnMessage
        void take(String message) {}
    }

    @Test
    void actor_whileTheContextStarts_mayUseTheNode() {
        Contexts.run(Contexts.with(Early.class),
                context -> assertThat(context.getBean(Node.class).pidOf("early")).isPresent());
    }
}
