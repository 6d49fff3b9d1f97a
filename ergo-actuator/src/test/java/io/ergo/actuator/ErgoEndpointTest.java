package io.ergo.actuator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationProfile;
import io.ergo.ApplicationState;
import io.ergo.ErgoException;
import io.ergo.SupervisionInfo.Child;
import io.ergo.Version;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ErgoEndpointTest {

    private final FakeNode fake = new FakeNode();
    private final ErgoEndpoint endpoint = new ErgoEndpoint(fake.node());

    @Test
    void node_running_isDescribed() {
        fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.RUNNING, 1001);

        NodeDescriptor node = endpoint.node();

        assertThat(node.name()).isEqualTo("demo@localhost");
        assertThat(node.state()).isEqualTo("running");
        assertThat(node.version()).isEqualTo("demo:1.2");
        assertThat(node.framework()).isEqualTo("0.1.0");
        assertThat(node.uptime()).isEqualTo(Duration.ofSeconds(100));
        assertThat(node.counts().applications()).isEqualTo(1);
        assertThat(node.applications()).singleElement().isEqualTo(
                new ApplicationSummary("fleet", "the fleet", "permanent", "running", Duration.ofSeconds(90), 1));
    }

    @Test
    void node_stopped_isDescribedWithNothingInIt() {
        fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.RUNNING, 1001);
        fake.stop();

        NodeDescriptor node = endpoint.node();

        assertThat(node.state()).isEqualTo("stopped");
        assertThat(node.uptime()).isZero();
        assertThat(node.version()).isNull();
        assertThat(node.counts()).isEqualTo(NodeDescriptor.Counts.NONE);
        assertThat(node.applications()).isEmpty();
        assertThat(part("applications")).isEqualTo(new ApplicationsDescriptor(List.of(), false));
        assertThat(part("applications", "fleet")).isNull();
        assertThat(part("processes")).isEqualTo(new ProcessesDescriptor(List.of(), false, null));
        assertThat(part("processes", "collector")).isNull();
    }

    @Test
    void application_withAProfile_showsIt() {
        fake.profile = new ApplicationProfile("", Version.of("fleet", "1.2").withCommit("a1b2"), 7, List.of("blue"),
                Map.of("door", "collector"));
        fake.dependencies = new String[] {"stock", "till"};
        fake.application("fleet", ApplicationMode.TRANSIENT, ApplicationState.RUNNING);

        ApplicationDescriptor fleet = (ApplicationDescriptor) part("applications", "fleet");

        assertThat(fleet.version()).isEqualTo("fleet:1.2[a1b2]");
        assertThat(fleet.weight()).isEqualTo(7);
        assertThat(fleet.tags()).containsExactly("blue");
        assertThat(fleet.map()).containsExactly(Map.entry("door", "collector"));
        assertThat(fleet.dependsOn()).containsExactly("stock", "till");
        assertThat(fleet.parent()).isEqualTo("demo@localhost");
    }

    @Test
    void node_stopping_saysSo() {
        fake.stopping();

        assertThat(endpoint.node().state()).isEqualTo("stopping");
    }

    @Test
    void processes_pageByPage_showsEachOnce() {
        for (long id = 1001; id <= 1005; id++) {
            fake.process(id, "p" + id, "demo.Worker", 1, 0);
        }

        ProcessesDescriptor first = (ProcessesDescriptor) endpoint.part(new String[] {"processes"}, null, 2);
        ProcessesDescriptor last = (ProcessesDescriptor) endpoint.part(new String[] {"processes"}, 1005L, 2);

        assertThat(first.processes()).extracting(ProcessSummary::name).containsExactly("p1001", "p1002");
        assertThat(first.truncated()).isTrue();
        assertThat(first.next()).isEqualTo(1003);
        assertThat(last.processes()).extracting(ProcessSummary::name).containsExactly("p1005");
        assertThat(last.truncated()).isFalse();
        assertThat(last.next()).isNull();
    }

    @Test
    void processes_limitAboveTheEndpoints_isCut() {
        for (long id = 1001; id <= 1005; id++) {
            fake.process(id, "", "demo.Worker", 1, 0);
        }
        ErgoEndpoint small = new ErgoEndpoint(fake.node(), 3);

        ProcessesDescriptor page = (ProcessesDescriptor) small.part(new String[] {"processes"}, null, 1_000_000);

        assertThat(page.processes()).hasSize(3).allSatisfy(process -> assertThat(process.name()).isNull());
        assertThat(page.next()).isEqualTo(1004);
    }

    @Test
    void processes_senselessPage_isRefused() {
        assertThatExceptionOfType(InvalidEndpointRequestException.class)
                .isThrownBy(() -> endpoint.part(new String[] {"processes"}, -1L, null))
                .withMessage("'from' is '-1' but must be a whole number from 0 to 9223372036854775807");
        assertThatExceptionOfType(InvalidEndpointRequestException.class)
                .isThrownBy(() -> endpoint.part(new String[] {"processes"}, null, 0))
                .withMessage("'limit' is '0' but must be a whole number from 1 to 2147483647");
    }

    @Test
    void process_byNameAndPid_isTheSame() {
        fake.process(1001, "area/collector", "demo.Collector", 1, 4);
        String pid = fake.pid(1001).toString();

        ProcessDescriptor byName = (ProcessDescriptor) part("processes", "area", "collector");

        assertThat(byName).isNotNull().isEqualTo(part("processes", pid))
                .isEqualTo(part("processes", pid.substring(1, pid.length() - 1)));
        assertThat(byName.pid()).isEqualTo(pid);
        assertThat(byName.mailbox()).isEqualTo(new ProcessDescriptor.Mailbox(4, 0, 0, 4, 0, 100, "fallback to spill"));
        assertThat(byName.links()).containsExactly(fake.pid(1).toString());
        assertThat(byName.supervisor()).isNull();
        assertThat(byName.toString()).doesNotContain("SECRET");
    }

    @Test
    void process_supervisor_showsItsChildren() {
        fake.supervisor(1001, "sup", new Child("a", fake.pid(1002), true, false, 2),
                new Child("b", null, false, true, 0));
        fake.process(1002, "a", "demo.Worker", 1001, 0);

        ProcessDescriptor sup = (ProcessDescriptor) part("processes", "sup");

        assertThat(sup.supervisor())
                .isEqualTo(new SupervisorDescriptor("one for one", "transient", 5, Duration.ofSeconds(5), 3,
                        List.of(new RestartDescriptor(Instant.EPOCH, "lost", fake.pid(900).toString(), "disk full",
                                "restart", Duration.ofMillis(250), null))));
        assertThat(sup.children()).extracting(TreeNode::spec, TreeNode::state).containsExactly(
                org.assertj.core.groups.Tuple.tuple("a", "sleep"),
                org.assertj.core.groups.Tuple.tuple("b", "disabled"));
        assertThat(sup.truncated()).isFalse();
    }

    @Test
    void part_unknown_isNull() {
        assertThat(part("events")).isNull();
        assertThat(part()).isNull();
        assertThat(part("applications", "none")).isNull();
        assertThat(part("processes", "none")).isNull();
        assertThat(part("processes", "<00000000.0.7>")).isNull();
    }

    @Test
    void endpoint_allowedNoProcess_isRefused() {
        assertThatExceptionOfType(ErgoException.class).isThrownBy(() -> new ErgoEndpoint(fake.node(), 0))
                .withMessageContaining("at most 0 processes");
    }

    private ErgoDescriptor part(String... path) {
        return endpoint.part(path, null, null);
    }
}
