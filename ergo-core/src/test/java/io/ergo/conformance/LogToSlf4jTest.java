package io.ergo.conformance;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.sun.management.ThreadMXBean;
import io.ergo.Log;
import io.ergo.LogLevel;
import io.ergo.SpawnOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

/** What SLF4J gets of the log of a process, and that a record nobody wants costs nothing. */
class LogToSlf4jTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(Recorder.class);
    private final Events events = new Events();

    private static final class Events extends AppenderBase<ILoggingEvent> {

        private final List<ILoggingEvent> list = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            event.getCallerData();
            list.add(event);
        }
    }

    @BeforeEach
    void listen() {
        events.setContext(logger.getLoggerContext());
        events.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(events);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(events);
        logger.setLevel(null);
    }

    private List<String> texts() {
        return events.list.stream().map(event -> event.getLevel() + " " + event.getFormattedMessage()).toList();
    }

    @BothDispatchers
    void record_ofAProcess_hasItsIdentityInTheMdcAndItsFieldsAsPairs(World world) {
        Probe probe = world.spawn(SpawnOptions.named("source"));
        MDC.put("ergo.pid", "before");
        Log log = probe.context().log();
        log.addField("a", 1);

        log.info("took {}", "it");
        log.atInfo().addKeyValue("k", 2).log("fluent");

        assertThat(MDC.get("ergo.pid")).isEqualTo("before");
        MDC.remove("ergo.pid");
        assertThat(texts()).containsExactly("INFO took it", "INFO fluent");
        assertThat(events.list).allSatisfy(event -> assertThat(event.getMDCPropertyMap())
                .isEqualTo(Map.of("ergo.node", World.NODE, "ergo.pid", probe.pid().toString(), "ergo.name", "source")));
        assertThat(events.list.getFirst().getKeyValuePairs()).extracting(Object::toString).containsExactly("a=\"1\"");
        assertThat(events.list.getLast().getKeyValuePairs()).extracting(Object::toString)
                .containsExactly("a=\"1\"", "k=\"2\"");
        assertThat(events.list.getFirst().getCallerData()[0].getClassName()).isEqualTo(getClass().getName());
    }

    @BothDispatchers
    void record_level_isFilteredByBoth(World world) {
        Log log = world.spawn(SpawnOptions.defaults().withLogLevel(LogLevel.WARNING)).context().log();

        log.info("too low for the process");
        log.warn("shown");
        log.setLevel(LogLevel.DEBUG);
        log.debug("shown, too");
        log.trace("too low for both");

        assertThat(texts()).containsExactly("WARN shown", "DEBUG shown, too");
    }

    @BothDispatchers
    void levelDefault_slf4jDecidesAlone_loggersGetInfo(World world) {
        world.start(World.NODE, builder -> builder.logLevel(LogLevel.DEFAULT));
        Collected all = Collected.in(world, "all");
        Log log = world.spawn().context().log();

        log.debug("debug");
        log.info("info");

        assertThat(log.level()).isEqualTo(LogLevel.DEFAULT);
        assertThat(texts()).containsExactly("DEBUG debug", "INFO info");
        assertThat(all.texts()).containsExactly("info");
    }

    @BothDispatchers
    void panic_isAnErrorWithAMarker(World world) {
        IllegalStateException thrown = new IllegalStateException("on purpose");

        world.spawn().context().log().panic("broken: {}", "it", thrown);

        assertThat(texts()).containsExactly("ERROR broken: it");
        ILoggingEvent event = events.list.getFirst();
        assertThat(event.getMarkerList()).extracting(Object::toString).containsExactly("PANIC");
        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("on purpose");
    }

    @BothDispatchers
    void onlyLogger_slf4jIsTheOneNamedDefault(World world) {
        Collected all = Collected.in(world, "all");
        Log log = world.spawn().context().log();

        log.setLogger("all");
        log.info("past SLF4J");
        log.setLogger("default");
        log.info("to SLF4J alone");

        assertThat(texts()).containsExactly("INFO to SLF4J alone");
        assertThat(all.texts()).containsExactly("past SLF4J");
    }

    @BothDispatchers
    void slf4jOff_fromTheStart_getsNothing(World world) {
        world.start(World.NODE, builder -> builder.slf4j(false));

        world.spawn().context().log().error("to nobody");

        assertThat(texts()).isEmpty();
        assertThat(world.node().loggers().names()).isEmpty();
    }

    @BothDispatchers
    void recordThatNobodyWants_allocatesNothing(World world) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Probe probe = world.spawn();
        probe.context().log().setLevel(LogLevel.ERROR);
        long thread = Thread.currentThread().threadId();
        logManyTimes(probe); // what is made once
        long before = threads.getThreadAllocatedBytes(thread);

        logManyTimes(probe);

        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(10_000);
    }

    private static void logManyTimes(Probe probe) {
        for (int i = 0; i < 10_000; i++) {
            probe.context().log().info("not wanted: {}", "text");
            probe.context().log().debug("not wanted");
        }
    }
}
