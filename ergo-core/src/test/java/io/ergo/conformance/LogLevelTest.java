package io.ergo.conformance;

import io.ergo.ApplicationSpec;
import io.ergo.Log;
import io.ergo.LogLevel;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import org.junit.jupiter.api.Test;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Log levels: their order, who inherits which, who may change them. */
class LogLevelTest {

    @Test
    void levels_order_isThatOfTheirNumbers() {
        assertThat(LogLevel.values()).extracting(LogLevel::value)
                .containsExactly(-100, -2, -1, 0, 1, 2, 3, 4, 5).isSorted();
        assertThat(LogLevel.values()).extracting(LogLevel::toString).containsExactly("system", "trace", "debug",
                "default", "info", "warning", "error", "panic", "disabled");
        assertThat(LogLevel.DEFAULT.admits(LogLevel.INFO)).isTrue();
        assertThat(LogLevel.DEFAULT.admits(LogLevel.DEBUG)).isFalse();
        assertThat(LogLevel.DISABLED.admits(LogLevel.PANIC)).isFalse();
    }

    @BothDispatchers
    void node_unlessSet_logsFromInfoOn(World world) {
        assertThat(world.node().log().level()).isEqualTo(LogLevel.INFO);
        assertThat(world.node().info().logLevel()).isEqualTo(LogLevel.INFO);
    }

    @BothDispatchers
    void process_ofTheNode_inheritsItsLevelOfThatMoment(World world) {
        Node node = world.start(World.NODE, builder -> builder.logLevel(LogLevel.TRACE));
        Probe before = world.spawn();

        node.log().setLevel(LogLevel.ERROR);
        Probe after = world.spawn();

        assertThat(node.logLevel(before.pid())).isEqualTo(LogLevel.TRACE);
        assertThat(node.logLevel(after.pid())).isEqualTo(LogLevel.ERROR);
    }

    @BothDispatchers
    void child_ofAProcess_inheritsItsCurrentLevel(World world) {
        Probe parent = world.spawn(SpawnOptions.defaults().withLogLevel(LogLevel.DEBUG));
        Probe first = world.probe().spawnedBy(parent, SpawnOptions.defaults());

        parent.in(self -> {
            self.log().setLevel(LogLevel.PANIC);
            return self;
        });
        Probe second = world.probe().spawnedBy(parent, SpawnOptions.defaults());
        Probe own = world.probe().spawnedBy(parent, SpawnOptions.defaults().withLogLevel(LogLevel.TRACE));

        assertThat(first.context().log().level()).isEqualTo(LogLevel.DEBUG);
        assertThat(second.context().log().level()).isEqualTo(LogLevel.PANIC);
        assertThat(own.context().log().level()).isEqualTo(LogLevel.TRACE);
    }

    @BothDispatchers
    void member_ofAnApplication_inheritsTheLevelOfTheNode(World world) {
        Node node = world.start(World.NODE, builder -> builder.logLevel(LogLevel.WARNING));
        Probe member = world.probe();
        node.loadApplication(ApplicationSpec.of("app", ApplicationSpec.member("member", member.factory())));

        node.startApplication("app");

        assertThat(node.logLevel(member.pid())).isEqualTo(LogLevel.WARNING);
    }

    @BothDispatchers
    void level_setByTheNode_isSeenEverywhere(World world) {
        Node node = world.node();
        Probe probe = world.spawn();

        node.setLogLevel(probe.pid(), LogLevel.DISABLED);

        LogLevel seen = probe.in(self -> self.log().level());
        assertThat(seen).isEqualTo(LogLevel.DISABLED);
        assertThat(node.processInfo(probe.pid()).orElseThrow().logLevel()).isEqualTo(LogLevel.DISABLED);
        assertThat(node.processes(0, 0)).singleElement()
                .satisfies(info -> assertThat(info.logLevel()).isEqualTo(LogLevel.DISABLED));
    }

    @BothDispatchers
    void level_fromDebugToDisabled_isAcceptedAndLowerOnesAreNot(World world) {
        Node node = world.node();
        Probe probe = world.spawn();

        for (LogLevel level : LogLevel.values()) {
            for (Log log : new Log[] {node.log(), probe.context().log()}) {
                if (level.value() >= LogLevel.DEBUG.value()) {
                    log.setLevel(level);
                    assertThat(log.level()).isEqualTo(level);
                } else {
                    assertThat(refused(Reason.INCORRECT, () -> log.setLevel(level)).asked())
                            .contains(level.toString(), "options");
                }
            }
        }
        refused(Reason.INCORRECT, () -> node.log().setLevel(Expect.nothing()));
        refused(Reason.INCORRECT, () -> node.setLogLevel(probe.pid(), LogLevel.TRACE));
    }

    @BothDispatchers
    void level_ofUnknownProcess_isRefused(World world) {
        Node node = world.node();
        Pid unknown = Expect.unknownPid(node);

        refused(Reason.PROCESS_UNKNOWN, () -> node.logLevel(unknown));
        refused(Reason.PROCESS_UNKNOWN, () -> node.setLogLevel(unknown, LogLevel.INFO));
        refused(Reason.INCORRECT, () -> node.logLevel(Expect.nothing()));
    }

    @BothDispatchers
    void record_belowTheLevel_isNotMade(World world) {
        Collected all = Collected.in(world, "all");
        Probe probe = world.spawn(SpawnOptions.defaults().withLogLevel(LogLevel.WARNING));

        probe.in(LogLevelTest::logAll);

        assertThat(all.texts()).containsExactly("warning", "error", "panic");
        assertThat(probe.context().log().isInfoEnabled()).isFalse();
        assertThat(probe.context().log().isWarnEnabled()).isTrue();
    }

    @BothDispatchers
    void record_disabled_nothingIsMade(World world) {
        Collected all = Collected.in(world, "all");
        Probe probe = world.spawn(SpawnOptions.defaults().withLogLevel(LogLevel.DISABLED));

        probe.in(LogLevelTest::logAll);

        assertThat(all.texts()).isEmpty();
        assertThat(probe.context().log().isErrorEnabled()).isFalse();
    }

    @BothDispatchers
    void record_trace_everythingIsMade(World world) {
        Collected all = Collected.in(world, "all");
        Probe probe = world.spawn(SpawnOptions.defaults().withLogLevel(LogLevel.TRACE));

        probe.in(LogLevelTest::logAll);

        assertThat(all.texts()).containsExactly("trace", "debug", "info", "warning", "error", "panic");
    }

    private static ProcessContext logAll(ProcessContext self) {
        self.log().trace("trace");
        self.log().debug("debug");
        self.log().info("info");
        self.log().warn("warning");
        self.log().error("error");
        self.log().panic("panic");
        return self;
    }
}
