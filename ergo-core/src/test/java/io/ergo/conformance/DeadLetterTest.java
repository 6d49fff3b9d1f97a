package io.ergo.conformance;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import io.ergo.Delivery.Outcome;
import io.ergo.Node;

import static io.ergo.conformance.Expect.outcome;
import static org.assertj.core.api.Assertions.assertThat;

/** What was not delivered is counted, and logged at a bounded rate. */
class DeadLetterTest {

    private static final String LOGGER = "io.ergo.deadletters";

    /** Its text must not be asked for: it may be long or secret. */
    private static final class Secret {

        @Override
        public String toString() {
            throw new IllegalStateException("printed");
        }
    }

    @BothDispatchers
    void firstOfASecond_isLoggedWithWhatIsKnown(World world) {
        try (Logged log = Logged.by(LOGGER)) {
            Probe sender = world.spawn();
            Node node = world.node();

            sender.in(self -> self.send("nobody", new Secret()));

            assertThat(log.messages(Level.INFO, "dead letter on " + node.name())).singleElement().asString().contains(
                    Secret.class.getName(), sender.pid().toString(), "nobody", "unknown process", "0 more");
        }
    }

    @BothDispatchers
    void othersOfTheSameSecond_areCountedAndToldLater(World world) {
        try (Logged log = Logged.by(LOGGER)) {
            Node node = world.node();
            for (int i = 0; i < 100; i++) {
                outcome(Outcome.UNKNOWN, node.send(Expect.unknownPid(node), i));
            }
            int atOnce = log.messages(Level.INFO, "dead letter").size();
            world.advance(Duration.ofMillis(1_001));
            outcome(Outcome.UNKNOWN, node.send(Expect.unknownPid(node), "later"));

            List<String> lines = log.messages(Level.INFO, "dead letter");
            assertThat(lines).hasSize(atOnce + 1);
            assertThat(lines.stream().mapToInt(DeadLetterTest::notLogged).sum()).isEqualTo(100 - atOnce);
            assertThat(node.statistics().deadLetters()).containsEntry(Outcome.UNKNOWN, 101L);
            if (!world.isThreaded()) {
                assertThat(atOnce).as("time stands still").isEqualTo(1);
            }
        }
    }

    private static int notLogged(String line) {
        return Integer.parseInt(line.replaceAll(".*; (\\d+) more.*", "$1"));
    }

    @BothDispatchers
    void switchedOff_areCountedOnly(World world) {
        try (Logged log = Logged.by(LOGGER)) {
            Node node = world.start("quiet@localhost", builder -> builder.logDeadLetters(false));

            outcome(Outcome.UNKNOWN, node.send(Expect.unknownPid(node), "x"));

            assertThat(log.messages(Level.INFO, "quiet@localhost")).isEmpty();
            assertThat(node.statistics().deadLetters()).containsEntry(Outcome.UNKNOWN, 1L);
        }
    }

    @BothDispatchers
    void responseThatNobodyWaitsFor_isADeadLetter(World world) {
        try (Logged log = Logged.by(LOGGER)) {
            Probe responder = world.spawn();

            responder.in(self -> self.respond(self.pid(), self.node().makeRef(), "answer"));

            assertThat(log.messages(Level.INFO, "response ignored")).singleElement().asString()
                    .contains(responder.pid().toString(), String.class.getName());
        }
    }
}
