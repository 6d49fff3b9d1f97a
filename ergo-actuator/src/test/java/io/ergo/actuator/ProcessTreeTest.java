package io.ergo.actuator;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationState;
import io.ergo.SupervisionInfo.Child;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessTreeTest {

    private final FakeNode fake = new FakeNode();

    @Test
    void application_nestedSupervisors_isShownAsTree() {
        fleet();

        ApplicationDescriptor fleet = tree(1000);

        assertThat(print(fleet)).isEqualTo("""
                fleet.sup
                  probe(probe)
                    helper
                  devices(devices.sup)
                    device(device)
                  spare(not running)
                """);
        assertThat(fleet.processes()).isEqualTo(5);
        assertThat(fleet.truncated()).isFalse();
        TreeNode probe = fleet.tree().getFirst().children().getFirst();
        assertThat(probe.restarts()).isEqualTo(2);
        assertThat(probe.significant()).isTrue();
        assertThat(probe.mailboxDepth()).isEqualTo(9);
        assertThat(fleet.tree().getFirst().supervisor()).isNotNull();
    }

    @Test
    void application_moreProcessesThanAllowed_isTruncated() {
        fleet();

        ApplicationDescriptor fleet = tree(3);

        assertThat(print(fleet)).isEqualTo("""
                fleet.sup
                  probe(probe)
                  devices(devices.sup)
                """);
        assertThat(fleet.truncated()).isTrue();
    }

    @Test
    void application_hugeSupervisor_looksAtABoundedNumberOfProcesses() {
        Child[] children = new Child[5000];
        for (int i = 0; i < children.length; i++) {
            children[i] = new Child("worker", fake.pid(2000 + i), false, false, 0);
            fake.process(2000 + i, "", "demo.Worker", 1001, 0);
        }
        fake.supervisor(1001, "sup", children);
        fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.RUNNING, 1001);

        ApplicationDescriptor fleet = tree(100);

        assertThat(fleet.processes()).isEqualTo(100);
        assertThat(fleet.truncated()).isTrue();
        assertThat(fake.looked).isLessThanOrEqualTo(201);
    }

    @Test
    void application_childOfAnotherIncarnationOfTheTable_endedMeanwhile_isShownAsNotRunning() {
        fleet();
        fake.end(1002);

        assertThat(print(tree(1000))).contains("  probe(not running)\n");
    }

    @Test
    void application_memberEnded_isLeftOut() {
        fake.application("fleet", ApplicationMode.TEMPORARY, ApplicationState.RUNNING, 1001);

        assertThat(tree(10).tree()).isEmpty();
    }

    @Test
    void application_deepChain_isCutAndSaysSo() {
        for (long id = 1001; id < 1001 + 500; id++) {
            fake.process(id, "", "demo.Link", id == 1001 ? 1 : id - 1, 0);
        }
        fake.application("fleet", ApplicationMode.TEMPORARY, ApplicationState.RUNNING, 1001);

        ApplicationDescriptor fleet = tree(1000);

        assertThat(fleet.processes()).isEqualTo(ProcessTree.MAX_LEVELS);
        assertThat(fleet.truncated()).isTrue();
    }

    @Test
    void application_oldNode_looksFromItsOldestMemberOn() {
        for (long id = 1001; id < 1101; id++) {
            fake.process(id, "", "demo.Other", 1, 0);
        }
        fake.process(1200, "member", "demo.Member", 1, 0);
        fake.process(1201, "spawned", "demo.Helper", 1200, 0);
        fake.application("fleet", ApplicationMode.TEMPORARY, ApplicationState.RUNNING, 1200);

        ApplicationDescriptor fleet = tree(10);

        assertThat(print(fleet)).isEqualTo("""
                member
                  spawned
                """);
        assertThat(fleet.truncated()).isFalse();
    }

    private void fleet() {
        fake.supervisor(1001, "fleet.sup", new Child("probe", fake.pid(1002), true, false, 2),
                new Child("devices", fake.pid(1003), false, false, 0), new Child("spare", null, false, false, 0));
        fake.process(1002, "probe", "demo.Probe", 1001, 9);
        fake.supervisor(1003, "devices.sup", new Child("device", fake.pid(1005), false, false, 0));
        fake.process(1004, "helper", "demo.Helper", 1002, 0);
        fake.process(1005, "device", "demo.Device", 1003, 0);
        fake.application("fleet", ApplicationMode.PERMANENT, ApplicationState.RUNNING, 1001);
    }

    private ApplicationDescriptor tree(int maxProcesses) {
        return (ApplicationDescriptor) new ErgoEndpoint(fake.node(), maxProcesses).part(
                new String[] {"applications", "fleet"}, null,
                null);
    }

    private static String print(ApplicationDescriptor application) {
        StringBuilder lines = new StringBuilder();
        application.tree().forEach(node -> print(node, "", lines));
        return lines.toString();
    }

    private static void print(TreeNode node, String indent, StringBuilder lines) {
        String who = node.pid() == null ? node.state() : node.name();
        lines.append(indent).append(node.spec() == null ? who : node.spec() + "(" + who + ")").append('\n');
        node.children().forEach(child -> print(child, indent + "  ", lines));
    }
}
