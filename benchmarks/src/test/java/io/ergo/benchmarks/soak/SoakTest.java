package io.ergo.benchmarks.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.ergo.Node;
import io.ergo.engine.NodeBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class SoakTest {

    private static final double SMALL = 0.02;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    @BeforeEach
    void silence() {
        root.setLevel(Level.OFF); // processes that fail on purpose
    }

    @AfterEach
    void speakAgain() {
        root.setLevel(before);
    }

    @Test
    void soak_veryShort_noTableGrows() throws InterruptedException, ExecutionException {
        Node node = NodeBuilder.named("soak@localhost").start();
        try {
            List<Growth> growths = SoakMain.growths(SoakMain.samples(node, Duration.ofSeconds(1), SMALL));

            assertThat(growths).extracting(Growth::name).contains(Sample.HEAP, "names", "timers");
            assertThat(growths).filteredOn(growth -> growth.allowed() == 0).allMatch(Growth::isWithinBounds);
            assertThat(node.statistics().spawned()).isGreaterThan(4 * 2_000L);
            assertThat(node.statistics().restarts().values()).first().satisfies(
                    restarts -> assertThat(restarts).isGreaterThanOrEqualTo(4 * 100L));
            assertThat(node.statistics().callTimeouts()).isPositive();
        } finally {
            node.stop();
        }
    }

    @Test
    void growth_lastIsMoreThanAllowed_grew() {
        List<Growth> growths = Growth.parse(List.of(Growth.of("names", List.of(names(1), names(2))).line(),
                Growth.of("names", List.of(names(2), names(9), names(2))).line(), "something else"));

        assertThat(growths).extracting(Growth::isWithinBounds).containsExactly(false, true);
        assertThat(growths.getLast()).isEqualTo(new Growth("names", 2, 2, 9, 0));
    }

    private static Sample names(long count) {
        return new Sample(Map.of("names", count));
    }
}
