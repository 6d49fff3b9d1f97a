package io.ergo.conformance;

import io.ergo.Log;
import io.ergo.LogLevel;
import io.ergo.LoggerInfo;
import io.ergo.Loggers;
import io.ergo.MessageLog;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.SupervisorType;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Processes as loggers (16.4, item 15). */
class ProcessLoggerTest {

    private static Probe logger(World world, String name, LogLevel... levels) {
        Probe probe = world.spawn();
        world.node().loggers().add(name, probe.pid(), levels);
        return probe;
    }

    private static void awaitRecords(World world, Probe logger, String... texts) {
        world.await("the records come", () -> logger.records().size() >= texts.length);
        assertThat(logger.records()).extracting(MessageLog::message).containsExactly(texts);
    }

    @BothDispatchers
    void X15_processLogger_getsWhatItsFilterContains(World world) {
        Probe logger = logger(world, "logger", LogLevel.ERROR);
        Log log = world.spawn().context().log();

        log.info("info");
        log.error("error");

        awaitRecords(world, logger, "error");
        assertThat(logger.messages()).isEmpty();
    }

    @BothDispatchers
    void processLogger_records_comeBehindAllMessages(World world) {
        Probe logger = logger(world, "logger");
        StringBuffer order = new StringBuffer();
        logger.onLog((_, record) -> order.append(record.message())).onMessage((_, message) -> order.append(message));
        Gate gate = logger.block();

        world.node().log().info("log");
        world.node().send(logger.pid(), "message").orThrow();
        assertThat(world.node().processInfo(logger.pid()).orElseThrow().mailbox().log()).isEqualTo(1);
        gate.open();

        awaitRecords(world, logger, "log");
        world.settle(); // a record is there before its handler has run
        assertThat(order).hasToString("messagelog");
    }

    @BothDispatchers
    void processLogger_hidden_getsWhatIsSentToItAlone(World world) {
        Probe logger = logger(world, ".hidden");
        Log log = world.spawn().context().log();

        log.info("to all");
        log.setLogger(".hidden");
        log.info("to one");

        awaitRecords(world, logger, "to one");
    }

    @BothDispatchers
    void processLogger_itsOwnLog_isDisabledWhileItIsOne(World world) {
        Loggers loggers = world.node().loggers();
        Collected all = Collected.in(world, "all");
        Probe logger = logger(world, "logger");

        assertThat(world.node().logLevel(logger.pid())).isEqualTo(LogLevel.DISABLED);
        refused(Reason.NOT_ALLOWED, () -> world.node().setLogLevel(logger.pid(), LogLevel.INFO));
        logger.in(self -> {
            self.log().error("not logged");
            return self;
        });
        assertThat(loggers.remove(logger.pid())).isTrue();

        assertThat(world.node().logLevel(logger.pid())).isEqualTo(LogLevel.INFO);
        logger.context().log().info("logged");
        assertThat(all.texts()).containsExactly("logged");
        assertThat(logger.records()).isEmpty();
        assertThat(loggers.remove(logger.pid())).isFalse();
    }

    @BothDispatchers
    void processLogger_removedByName_levelIsInfoAgain(World world) {
        Probe logger = logger(world, "logger");

        assertThat(world.node().loggers().remove("logger")).isTrue();

        assertThat(world.node().logLevel(logger.pid())).isEqualTo(LogLevel.INFO);
    }

    @BothDispatchers
    void processLogger_queueIsFull_dropsAndCountsAndDivertsNothing(World world) {
        Probe standIn = world.spawn(SpawnOptions.named("fallback"));
        Probe logger = world.spawn(SpawnOptions.defaults().withMailbox(2, Overflow.fallback("fallback", "tag")));
        world.node().loggers().add("logger", logger.pid());
        Gate gate = logger.block();

        for (int i = 0; i < 5; i++) {
            world.node().log().info("record {}", i);
        }
        assertThat(world.node().loggers().list()).filteredOn(info -> info.name().equals("logger"))
                .extracting(LoggerInfo::dropped).containsExactly(3L);
        gate.open();

        awaitRecords(world, logger, "record 0", "record 1");
        world.settle();
        assertThat(standIn.messages()).isEmpty();
    }

    @BothDispatchers
    void processLogger_ends_isRemoved(World world) {
        Probe logger = logger(world, "logger");

        logger.end();

        assertThat(world.node().loggers().names()).containsExactly("default");
        world.node().log().info("to nobody but SLF4J");
    }

    @BothDispatchers
    void processLogger_handlerThrows_endsAndIsRemoved(World world) {
        Probe logger = logger(world, "logger").onLog((_, _) -> {
            throw new IllegalStateException("on purpose");
        });

        world.node().log().info("the last one");

        assertThat(logger.awaitEnd().is(Reason.PANIC)).isTrue();
        assertThat(world.node().loggers().names()).containsExactly("default");
        assertThat(logger.records()).hasSize(1);
    }

    @BothDispatchers(rounds = 50, seeds = 50)
    void processLogger_addedWhileItEnds_isRefusedOrRemoved(World world) {
        Probe logger = world.spawn();
        Pid pid = logger.pid();
        world.node().sendExit(pid, Reason.SHUTDOWN).orThrow();

        boolean added = true;
        try {
            world.node().loggers().add("logger", pid);
        } catch (io.ergo.ErgoException late) {
            assertThat(late.reason()).isEqualTo(Reason.PROCESS_UNKNOWN);
            added = false;
        }
        logger.awaitEnd();

        assertThat(world.node().loggers().names()).as("added: %s", added).containsExactly("default");
    }

    @BothDispatchers
    void twoProcessLoggers_doNotLogIntoEachOther(World world) {
        Probe first = logger(world, "first").onLog((self, record) -> self.log().error("first: {}", record.message()));
        Probe second = logger(world, "second")
                .onLog((self, record) -> self.log().error("second: {}", record.message()));

        world.node().log().info("once");

        awaitRecords(world, first, "once");
        awaitRecords(world, second, "once");
        world.settle();
        assertThat(first.records()).hasSize(1);
        assertThat(second.records()).hasSize(1);
    }

    @BothDispatchers
    void processLogger_badArguments_areRefused(World world) {
        Loggers loggers = world.node().loggers();
        Probe logger = logger(world, "logger");
        Pid other = world.spawn().pid();

        refused(Reason.PROCESS_UNKNOWN, () -> loggers.add("x", Expect.unknownPid(world.node())));
        refused(Reason.INCORRECT, () -> loggers.add("x", Expect.<Pid>nothing()));
        refused(Reason.INCORRECT, () -> loggers.remove(Expect.<Pid>nothing()));
        refused(Reason.TAKEN, () -> loggers.add("logger", other));
        refused(Reason.NOT_ALLOWED, () -> loggers.add("again", logger.pid()));
        assertThat(loggers.names()).containsExactly("default", "logger");
        assertThat(world.node().logLevel(other)).isEqualTo(LogLevel.INFO);
    }

    @BothDispatchers
    void supervisor_asLogger_isRefused(World world) {
        SupervisorSpec spec = SupervisorSpec.of(SupervisorType.ONE_FOR_ONE,
                ChildSpec.of("child", world.probe().factory()));
        Pid supervisor = world.node().spawn(() -> Supervisor.of(spec));

        assertThat(refused(Reason.NOT_ALLOWED, () -> world.node().loggers().add("x", supervisor)).asked())
                .contains("supervisor process can not be a logger");
        assertThat(world.node().loggers().names()).containsExactly("default");
    }
}
