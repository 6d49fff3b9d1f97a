package io.ergo.conformance;

import java.util.List;
import java.util.Map;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationState;
import io.ergo.Node;
import io.ergo.ProcessInfo;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Applications: start, stop, environment, modes. */
class ApplicationConformanceTest extends ApplicationFixture {

    @BothDispatchers
    void L12_1_application_ofTheNodesOptions_runs(World world) {
        Probe member = world.probe();
        Node node = world.start("demo@localhost", builder -> builder.application(spec("app", member)));

        assertThat(node.applications()).containsExactly("app");
        assertThat(node.processes()).containsExactly(member.pid());
        ProcessInfo info = node.processInfo(member.pid()).orElseThrow();
        assertThat(info.application()).isEqualTo("app");
        assertThat(info.name()).isEqualTo("member0");
        assertThat(info.parent()).isEqualTo(node.pid());
        assertThat(info.leader()).isEqualTo(node.pid());
        ApplicationInfo application = node.applicationInfo("app").orElseThrow();
        assertThat(application.state()).isEqualTo(ApplicationState.RUNNING);
        assertThat(application.group()).containsExactly(member.pid());
        assertThat(node.info().applicationsRunning()).isEqualTo(1);
        assertThat(starts).containsExactly(ApplicationMode.TEMPORARY);
    }

    @BothDispatchers
    void L12_2_env_ofMemberAndItsChild_isTheApplications(World world) {
        Probe member = world.probe();
        Node node = world.start("demo@localhost", builder -> builder.env(Map.of("A", 1, "B", 2)).exposeEnv(true)
                .application(spec("app", member).withEnv(Map.of("b", 3, "C", 4))));
        Probe child = world.probe().spawnedBy(member, SpawnOptions.defaults());

        for (Probe probe : List.of(member, child)) {
            assertThat(probe.context().env()).containsExactlyInAnyOrderEntriesOf(Map.of("A", 1, "B", 3, "C", 4));
            ProcessInfo info = node.processInfo(probe.pid()).orElseThrow();
            assertThat(info.env()).isEqualTo(probe.context().env());
            assertThat(info.application()).isEqualTo("app");
            assertThat(probe.context().application()).isEqualTo("app");
        }
        assertThat(child.context().name()).isEmpty();
        assertThat(node.applicationInfo("app").orElseThrow().group()).containsExactly(member.pid());
    }

    @BothDispatchers
    void L12_3_unload_running_isRefused(World world) {
        Node node = world.start("demo@localhost", builder -> builder.application(spec("app", world.probe())));

        refused(Reason.APPLICATION_RUNNING, () -> node.unloadApplication("app"));
        refused(Reason.APPLICATION_RUNNING, () -> node.startApplication("app"));
    }

    @BothDispatchers
    void L12_4_stopThenUnload_isGone(World world) {
        Probe member = world.probe();
        Node node = world.start("demo@localhost", builder -> builder.application(spec("app", member)));

        node.stopApplication("app", LONG);

        assertThat(node.applicationInfo("app").orElseThrow().state()).isEqualTo(ApplicationState.LOADED);
        assertThat(node.applicationInfo("app").orElseThrow().group()).isEmpty();
        assertThat(node.applicationInfo("app").orElseThrow().uptime()).isZero();
        assertThat(node.processes()).isEmpty();
        assertThat(member.awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
        world.await("the callback is called", () -> ends.equals(List.of(Reason.SHUTDOWN)));
        node.stopApplication("app", LONG);
        node.unloadApplication("app");
        assertThat(node.applications()).isEmpty();
        assertThat(node.applicationInfo("app")).isEmpty();
        refused(Reason.APPLICATION_UNKNOWN, () -> node.unloadApplication("app"));
        refused(Reason.APPLICATION_UNKNOWN, () -> node.startApplication("app"));
        refused(Reason.APPLICATION_UNKNOWN, () -> node.stopApplication("app", LONG));
    }

    @BothDispatchers
    void L12_6_temporary_allMembersEnd_reasonIsNormalAndItStartsAgain(World world) {
        List<Probe> members = List.of(world.probe(), world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.TEMPORARY, members);

        for (Cause cause : Cause.values()) {
            node.startApplication("app");
            for (Probe member : members) {
                assertThat(node.applicationInfo("app").orElseThrow().state()).isEqualTo(ApplicationState.RUNNING);
                cause.happenTo(member.pid(), node);
                world.await("the member ends", () -> node.processInfo(member.pid()).isEmpty());
            }
            awaitEnd(world, node, Reason.NORMAL);
        }
        assertThat(ends).hasSize(4);
    }

    @BothDispatchers
    void L12_7_transient_allMembersEndNormally_reasonIsNormal(World world) {
        List<Probe> members = List.of(world.probe(), world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.TRANSIENT, members);

        for (Cause cause : List.of(Cause.NORMAL, Cause.SHUTDOWN)) {
            node.startApplication("app");
            members.forEach(member -> cause.happenTo(member.pid(), node));
            awaitEnd(world, node, Reason.NORMAL);
        }
    }

    @BothDispatchers
    void L12_7_transient_oneMemberFails_stopsWithItsReason(World world) {
        List<Probe> members = List.of(world.probe(), world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.TRANSIENT, members);

        for (Cause cause : List.of(Cause.KILL, Cause.CUSTOM)) {
            node.startApplication("app");
            cause.happenTo(members.get(1).pid(), node);
            awaitEnd(world, node, cause.reason);
            assertThat(members.get(0).awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
            assertThat(members.get(2).awaitEnd().outside()).isEqualTo(Reason.SHUTDOWN);
        }
    }

    @BothDispatchers
    void L12_8_permanent_oneMemberEnds_stopsWithItsReason(World world) {
        List<Probe> members = List.of(world.probe(), world.probe(), world.probe());
        Node node = loaded(world, ApplicationMode.PERMANENT, members);

        for (Cause cause : Cause.values()) {
            node.startApplication("app");
            cause.happenTo(members.get(1).pid(), node);
            awaitEnd(world, node, cause.reason);
        }
    }
}
