package io.ergo.conformance;

import java.lang.management.ManagementFactory;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.sun.management.ThreadMXBean;
import io.ergo.Log;
import io.ergo.LogLevel;
import io.ergo.SpawnOptions;
import org.junit.jupiter.api.AfterEach;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

/** What SLF4J gets of the log of a process, and that a record nobody wants costs nothing. */
class LogToSlf4jTest {

    private final Logged logged = Logged.by(Recorder.class.getName()).from(Level.DEBUG);

    @AfterEach
    void stopListening() {
        logged.close();
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
        assertThat(logged.records()).containsExactly("INFO took it", "INFO fluent");
        assertThat(logged.events()).allSatisfy(event -> assertThat(event.getMDCPropertyMap())
                .isEqualTo(Map.of("ergo.node", World.NODE, "ergo.pid", probe.pid().toString(), "ergo.name", "source")));
        assertThat(logged.events().getFirst().getKeyValuePairs()).extracting(Object::toString)
                .containsExactly("a=\"1\"");
        assertThat(logged.events().getLast().getKeyValuePairs()).extracting(Object::toString)
                .containsExactly("a=\"1\"", "k=\"2\"");
        assertThat(logged.events().getFirst().getCallerData()[0].getClassName()).isEqualTo(getClass().getName());
    }

    @BothDispatchers
    void record_level_isFilteredByBoth(World world) {
        Log log = world.spawn(SpawnOptions.defaults().withLogLevel(LogLevel.WARNING)).context().log();

        log.info("too low for the process");
        log.warn("shown");
        log.setLevel(LogLevel.DEBUG);
        log.debug("shown, too");
        log.trace("too low for both");

        assertThat(logged.records()).containsExactly("WARN shown", "DEBUG shown, too");
    }

    @BothDispatchers
    void levelDefault_slf4jDecidesAlone_loggersGetInfo(World world) {
        world.start(World.NODE, builder -> builder.logLevel(LogLevel.DEFAULT));
        Collected all = Collected.in(world, "all");
        Log log = world.spawn().context().log();

        log.debug("debug");
        log.info("info");

        assertThat(log.level()).isEqualTo(LogLevel.DEFAULT);
        assertThat(logged.records()).containsExactly("DEBUG debug", "INFO info");
        assertThat(all.texts()).containsExactly("info");
    }

    @BothDispatchers
    void panic_isAnErrorWithAMarker(World world) {
        IllegalStateException thrown = new IllegalStateException("on purpose");

        world.spawn().context().log().panic("broken: {}", "it", thrown);

        assertThat(logged.records()).containsExactly("ERROR broken: it");
        ILoggingEvent event = logged.events().getFirst();
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

        assertThat(logged.records()).containsExactly("INFO to SLF4J alone");
        assertThat(all.texts()).containsExactly("past SLF4J");
    }

    @BothDispatchers
    void slf4jOff_fromTheStart_getsNothing(World world) {
        world.start(World.NODE, builder -> builder.slf4j(false));

        world.spawn().context().log().error("to nobody");

        assertThat(logged.records()).isEmpty();
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
