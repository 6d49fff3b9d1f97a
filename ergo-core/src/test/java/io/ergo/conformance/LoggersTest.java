package io.ergo.conformance;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.ergo.Log;
import io.ergo.LogLevel;
import io.ergo.LoggerInfo;
import io.ergo.Loggers;
import io.ergo.MessageLog;
import io.ergo.MessageLogNode;
import io.ergo.MessageLogProcess;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.engine.NodeBuilder;
import io.ergo.spi.LogSink;
import org.junit.jupiter.api.Test;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Loggers beside SLF4J: fan-out, filters, hidden ones, failing ones, and their life (16.4, item 15). */
class LoggersTest {

    private static Log logOf(World world) {
        return world.spawn(SpawnOptions.named("source")).context().log();
    }

    @BothDispatchers
    void record_ofAProcess_tellsItsSource(World world) {
        Collected all = Collected.in(world, "all");
        Probe probe = world.spawn(SpawnOptions.named("source"));
        IllegalStateException thrown = new IllegalStateException("on purpose");

        probe.context().log().error("took {} of {}", 1, 2, thrown);

        MessageLog record = all.records().getFirst();
        assertThat(record.level()).isEqualTo(LogLevel.ERROR);
        assertThat(record.source()).isEqualTo(new MessageLogProcess(World.NODE, probe.pid(), "source",
                Recorder.class.getName(), ""));
        assertThat(record.message()).isEqualTo("took 1 of 2");
        assertThat(record.format()).isEqualTo("took {} of {}");
        assertThat(record.args()).containsExactly(1, 2);
        assertThat(record.thrown()).isSameAs(thrown);
    }

    @BothDispatchers
    void D16_record_afterALaterName_stillTellsTheBehaviour(World world) {
        Collected all = Collected.in(world, "all");
        Probe probe = world.spawn();

        probe.in(self -> {
            self.registerName("later");
            self.log().info("named");
            return self;
        });

        assertThat(all.records().getFirst().source()).isEqualTo(new MessageLogProcess(World.NODE, probe.pid(), "later",
                Recorder.class.getName(), ""));
    }

    @BothDispatchers
    void record_ofTheNode_hasTheNodeAsSource(World world) {
        Collected all = Collected.in(world, "all");

        world.node().log().warn("from the node");

        assertThat(all.records()).singleElement().satisfies(record -> assertThat(record.source())
                .isEqualTo(new MessageLogNode(World.NODE, world.node().creation())));
    }

    @BothDispatchers
    void abnormalEnd_ofAProcess_isARecordOfTheNode(World world) {
        Collected all = Collected.in(world, "all");
        Probe probe = world.spawn();

        world.node().send(probe.pid(), new IllegalStateException("on purpose")).orThrow();
        probe.awaitEnd();

        assertThat(all.records()).filteredOn(record -> record.message().startsWith("process terminated abnormally"))
                .singleElement().satisfies(record -> {
                    assertThat(record.source()).isInstanceOf(MessageLogNode.class);
                    assertThat(record.level()).isEqualTo(LogLevel.PANIC);
                    assertThat(record.thrown()).hasMessage("on purpose");
                });
    }

    @BothDispatchers
    void X15_fanOut_severalLoggers_eachGetsWhatItsFilterContains(World world) {
        Collected all = Collected.in(world, "all");
        Collected grave = Collected.in(world, "grave", LogLevel.ERROR, LogLevel.PANIC);
        Log log = logOf(world);

        log.info("info");
        log.error("error");
        log.panic("panic");

        assertThat(all.texts()).containsExactly("info", "error", "panic");
        assertThat(grave.texts()).containsExactly("error", "panic");
        assertThat(world.node().loggers().levels("grave")).containsExactly(LogLevel.ERROR, LogLevel.PANIC);
        assertThat(world.node().loggers().levels("all")).containsExactly(LogLevel.TRACE, LogLevel.DEBUG, LogLevel.INFO,
                LogLevel.WARNING, LogLevel.ERROR, LogLevel.PANIC);
    }

    @BothDispatchers
    void X15_hiddenLogger_getsOnlyWhatIsSentToItAlone(World world) {
        Collected all = Collected.in(world, "all");
        Collected hidden = Collected.in(world, ".hidden");
        Log log = logOf(world);

        log.info("to all");
        log.setLogger(".hidden");
        log.info("to one");
        log.setLogger("");
        log.info("to all again");

        assertThat(all.texts()).containsExactly("to all", "to all again");
        assertThat(hidden.texts()).containsExactly("to one");
    }

    @BothDispatchers
    void onlyLogger_filterOrNameDoNotFit_goesNowhere(World world) {
        Collected all = Collected.in(world, "all");
        Collected grave = Collected.in(world, "grave", LogLevel.ERROR);
        Log log = logOf(world);

        log.setLogger("grave");
        log.info("not wanted");
        assertThat(log.isInfoEnabled()).isFalse();
        log.error("wanted");
        log.setLogger("unknown");
        log.error("lost");
        assertThat(log.isErrorEnabled()).isFalse();

        assertThat(log.logger()).isEqualTo("unknown");
        assertThat(grave.texts()).containsExactly("wanted");
        assertThat(all.texts()).isEmpty();
        refused(Reason.INCORRECT, () -> log.setLogger(Expect.nothing()));
    }

    @BothDispatchers
    void logger_removed_getsNothingMoreAndIsClosedOnce(World world) {
        Loggers loggers = world.node().loggers();
        Collected all = Collected.in(world, "all");
        Log log = logOf(world);

        log.info("before");
        assertThat(loggers.remove("all")).isTrue();
        log.info("after");

        assertThat(all.texts()).containsExactly("before");
        assertThat(all.closed()).isEqualTo(1);
        assertThat(loggers.remove("all")).isFalse();
        assertThat(loggers.names()).containsExactly("default");
        assertThat(loggers.levels("all")).isEmpty();
    }

    @BothDispatchers
    void nodeStops_loggersAreClosedAfterTheLastRecord(World world) {
        Node node = world.node();
        Collected all = Collected.in(world, "all");

        node.stop();

        assertThat(all.texts()).contains("node " + World.NODE + " stopped");
        assertThat(all.closed()).isEqualTo(1);
        refused(Reason.NODE_TERMINATED, () -> node.loggers().add("late", all));
        node.log().info("SLF4J alone gets this");
        assertThat(node.loggers().names()).containsExactly("default");
    }

    @BothDispatchers
    void loggers_listed_inTheOrderTheyWereAdded(World world) {
        Collected.in(world, "b");
        Collected.in(world, ".a", LogLevel.PANIC);

        assertThat(world.node().loggers().names()).containsExactly("default", "b", ".a");
        assertThat(world.node().info().loggers()).extracting(LoggerInfo::behavior).containsExactly("org.slf4j.Logger",
                Collected.class.getName(), Collected.class.getName());
        assertThat(world.node().info().loggers().getLast().levels()).isEqualTo(Set.of(LogLevel.PANIC));
    }

    @BothDispatchers
    void add_badArguments_areRefused(World world) {
        Loggers loggers = world.node().loggers();
        Collected taken = Collected.in(world, "taken");

        refused(Reason.INCORRECT, () -> loggers.add("null", Expect.<Consumer<MessageLog>>nothing()));
        refused(Reason.INCORRECT, () -> loggers.add("filter", taken, LogLevel.INFO, Expect.nothing()));
        refused(Reason.TAKEN, () -> loggers.add("taken", taken));
        refused(Reason.TAKEN, () -> loggers.add("default", taken));
        refused(Reason.INCORRECT, () -> loggers.remove(Expect.<String>nothing()));
        assertThat(loggers.names()).containsExactly("default", "taken");
    }

    @BothDispatchers
    void D71_add_emptyName_isIncorrectAndLaterRecordsGoOn(World world) {
        Loggers loggers = world.node().loggers();
        Collected all = Collected.in(world, "all");
        Probe probe = world.spawn();

        assertThat(refused(Reason.INCORRECT, () -> loggers.add("", all)).asked())
                .contains("logger name can not be empty");
        refused(Reason.INCORRECT, () -> loggers.add(Expect.nothing(), all));
        refused(Reason.INCORRECT, () -> loggers.add("", probe.pid()));
        probe.context().log().info("still");

        assertThat(all.texts()).containsExactly("still");
    }

    @Test
    void builder_badLoggers_areRefusedAtOnce() {
        NodeBuilder builder = NodeBuilder.named(World.NODE).logger("taken", _ -> {});

        assertThat(refused(Reason.INCORRECT, () -> builder.logger("", _ -> {})).asked())
                .contains("logger name can not be empty");
        refused(Reason.INCORRECT, () -> builder.logger("x", Expect.nothing()));
        refused(Reason.INCORRECT, () -> builder.logger("x", _ -> {}, LogLevel.INFO, Expect.nothing()));
        refused(Reason.TAKEN, () -> builder.logger("taken", _ -> {}));
        refused(Reason.INCORRECT, () -> builder.logLevel(Expect.nothing()));
    }

    @BothDispatchers
    void loggerOfTheBuilder_isThereFromTheFirstRecordOn(World world) {
        Collected early = new Collected();

        world.start(World.NODE, builder -> builder.logger("early", early));

        assertThat(early.texts()).singleElement().asString().startsWith("node " + World.NODE + " started");
    }

    @BothDispatchers
    void sink_throws_nobodyIsHarmedAndItIsCounted(World world) {
        for (Throwable failure : new Throwable[] {new IllegalStateException("on purpose"),
            new StackOverflowError("on purpose"), new AssertionError("on purpose")}) {
            String name = failure.getClass().getSimpleName();
            LogSink broken = _ -> {
                throw Probe.<RuntimeException>sneaky(failure);
            };
            world.node().loggers().add(name, broken);
        }
        Collected behind = Collected.in(world, "behind");
        Probe probe = world.spawn();

        String answer = probe.in(self -> {
            self.log().info("one");
            self.log().info("two");
            self.log().info("three");
            return "alive";
        });
        assertThat(answer).isEqualTo("alive");

        assertThat(behind.texts()).containsExactly("one", "two", "three");
        assertThat(world.node().loggers().list()).filteredOn(logger -> logger.name().endsWith("r")
                || logger.name().endsWith("n")).extracting(LoggerInfo::failed).containsExactly(3L, 3L, 3L);
        assertThat(world.uncaught()).as("told as often as it is logged: the first time, the second, the fourth")
                .hasSize(2)
                .hasOnlyElementsOfType(StackOverflowError.class);
    }

    @BothDispatchers
    void sink_throwsWhenClosed_isGoneAllTheSame(World world) {
        LogSink broken = new LogSink() {
            @Override
            public void log(MessageLog record) {}

            @Override
            public void close() {
                throw new IllegalStateException("on purpose");
            }
        };
        world.node().loggers().add("broken", broken);

        assertThat(world.node().loggers().remove("broken")).isTrue();

        assertThat(world.node().loggers().names()).containsExactly("default");
    }

    @BothDispatchers
    void sink_thatLogsItself_doesNotHearItselfAgain(World world) {
        Node node = world.node();
        AtomicInteger heard = new AtomicInteger();
        node.loggers().add("echo", _ -> {
            heard.incrementAndGet();
            node.log().warn("echo");
        });
        Collected behind = Collected.in(world, "behind");

        logOf(world).info("once");

        assertThat(heard).hasValue(1);
        assertThat(behind.texts()).containsExactly("once");
    }

    @BothDispatchers
    void slf4j_removed_isOneLoggerLess(World world) {
        world.node().loggers().remove("default");
        Log log = logOf(world);

        assertThat(log.isErrorEnabled()).isFalse();
        Collected own = Collected.in(world, "default");
        log.error("to the new default");

        assertThat(own.texts()).containsExactly("to the new default");
    }
}
