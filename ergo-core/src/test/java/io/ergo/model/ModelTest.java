package io.ergo.model;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The runtime against its model, seed by seed; see the documentation of the package. */
class ModelTest {

    private static final int SEEDS = Integer.getInteger("ergo.model.seeds", 200);
    private static final int FACTS_SHOWN = 40;
    private static final int SHRINKS = 300;

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.ergo");
    private @Nullable Level before;

    /** Nearly everything that happens here would be logged as an error. */
    @BeforeEach
    void silence() {
        before = logger.getLevel();
        logger.setLevel(Level.OFF);
    }

    @AfterEach
    void speakAgain() {
        logger.setLevel(before);
    }

    @Test
    @Timeout(3_600)
    void runtime_doesWhatTheModelPredicts() {
        Long one = Long.getLong("ergo.model.seed");
        for (long seed = one == null ? 1 : one; seed <= (one == null ? SEEDS : one); seed++) {
            Plan plan = Plan.of(seed);
            Failure failure = run(plan);
            if (failure != null) {
                throw new AssertionError(report(plan, failure), failure.cause());
            }
        }
    }

    @Test
    void sameSeed_sameFacts() {
        for (long seed = 1; seed <= 20; seed++) {
            Plan plan = Plan.of(seed);
            Town first = new Town(plan);
            first.live();
            Town second = new Town(plan);
            second.live();
            assertThat(second.facts()).as("seed %d", seed).isEqualTo(first.facts());
        }
    }

    private record Failure(Throwable cause, List<Fact> facts) {}

    private static @Nullable Failure run(Plan plan) {
        Town town = new Town(plan);
        try {
            town.live();
            return null;
        } catch (AssertionError | RuntimeException contradiction) {
            return new Failure(contradiction, town.facts());
        }
    }

    private static String report(Plan plan, Failure failure) {
        Plan small = shrunk(plan);
        Failure again = run(small);
        Failure shown = again == null ? failure : again;
        StringBuilder text = new StringBuilder("seed " + plan.seed() + ", repeat with -Dergo.model.seed=" + plan.seed()
                + "\n" + failure.cause().getMessage() + "\nwith " + small.steps().size() + " of " + plan.steps().size()
                + " steps: " + shown.cause().getMessage());
        plan.supervisors().forEach((key, sup) -> text.append("\n  ").append(key).append(" ").append(sup));
        text.append("\n  failing ").append(plan.failing()).append(", members ").append(plan.members());
        small.steps().forEach(step -> text.append("\n  ").append(step));
        text.append("\nthe last facts");
        shown.facts().stream().skip(Math.max(0, shown.facts().size() - FACTS_SHOWN))
                .forEach(fact -> text.append("\n  ").append(fact));
        return text.append('\n').toString();
    }

    /** Leaves out steps as long as the run fails without them, more and more of them at a time. */
    private static Plan shrunk(Plan plan) {
        Plan small = plan;
        int tries = 0;
        for (int size = plan.steps().size() / 2; size > 0; size /= 2) {
            for (int from = 0; from < small.steps().size() && tries < SHRINKS; tries++) {
                List<Step> fewer = new ArrayList<>(small.steps());
                fewer.subList(from, Math.min(from + size, fewer.size())).clear();
                Plan candidate = small.withSteps(fewer);
                if (run(candidate) != null) {
                    small = candidate;
                } else {
                    from += size;
                }
            }
        }
        return small;
    }
}
