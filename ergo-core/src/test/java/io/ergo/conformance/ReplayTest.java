package io.ergo.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.ergo.MessageDown;
import io.ergo.MessageExit;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A seed decides the whole run: everything that happens on a simulated node happens again with the same seed. */
class ReplayTest {

    private static final int SEEDS = 15;
    private static final int PROCESSES = 12;

    @Test
    void sameSeed_sameRun_otherSeeds_otherRuns() {
        Set<List<String>> runs = new HashSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<String> run = new Town(seed).live();

            assertThat(new Town(seed).live()).as("seed %d", seed).isEqualTo(run);
            assertThat(run).hasSizeGreaterThan(PROCESSES);
            runs.add(run);
        }
        assertThat(runs).hasSizeGreaterThan(SEEDS / 2);
    }

    /** Processes that watch, call, delay and end each other; all of it is written down. */
    private static final class Town {

        private final World world;
        private final List<Probe> people = new ArrayList<>();
        private final List<String> story = new ArrayList<>();

        Town(long seed) {
            world = new World(new SimulatedDrive(seed, dispatcher -> dispatcher));
        }

        List<String> live() {
            for (int i = 0; i < PROCESSES; i++) {
                people.add(world.probe().onMessage(this::told)
                        .onTerminate((self, why) -> note(self, "ends with " + why.outside()))
                        .spawn(SpawnOptions.named("p" + i)));
            }
            people.forEach(person -> person.trap(person.pid().id() % 2 == 0));
            for (Probe person : people) {
                person.start(this::begin);
            }
            world.advance(Duration.ofSeconds(2));
            world.finish();
            return story;
        }

        private Object begin(ProcessContext self) {
            for (int step : new int[] {1, 3, 5}) {
                Pid other = neighbour(self, step);
                if (step == 3) {
                    self.monitor(other);
                } else {
                    self.link(other);
                }
                self.send(other, "hello", Priority.values()[step % 3]);
                self.sendAfter(other, "later", Duration.ofMillis(self.pid().id() * step % 40));
            }
            note(self, "calls: " + self.call(neighbour(self, 2), Ask.echo("answer")));
            return self;
        }

        private void told(ProcessContext self, Object message) {
            note(self, message.toString());
            switch (message) {
                case String text when text.equals("hello") -> self.send(neighbour(self, 4), "greetings");
                case String text when text.equals("later") ->
                        self.sendAfter("p" + self.pid().id() % PROCESSES, "at last", Duration.ofMillis(7));
                case String text when text.equals("at last") -> end(self);
                case MessageDown down -> self.send(neighbour(self, 1), "down " + down.reason());
                case MessageExit _ -> self.createAlias();
                default -> {}
            }
        }

        private void end(ProcessContext self) {
            if (self.pid().id() % 3 == 0) {
                self.node().kill(neighbour(self, 7));
            } else if (self.pid().id() % 5 == 0) {
                self.sendExit(neighbour(self, 2), Reason.SHUTDOWN);
            }
        }

        private Pid neighbour(ProcessContext self, int step) {
            return people.get((int) ((self.pid().id() + step) % PROCESSES)).pid();
        }

        private void note(ProcessContext self, String what) {
            story.add(self.pid() + " " + what);
        }
    }
}
