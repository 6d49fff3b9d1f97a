package io.ergo.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Stop;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts, stops, kills and unloads of applications that depend on each other, by several processes at the same time. */
class ApplicationRaceTest extends ApplicationFixture {

    private static final List<String> NAMES = List.of("base", "left", "right", "top");
    private static final List<Reason> REFUSALS = List.of(Reason.APPLICATION_RUNNING, Reason.APPLICATION_STATE,
            Reason.APPLICATION_STOPPING, Reason.APPLICATION_UNKNOWN, Reason.APPLICATION_DEPENDS, Reason.TAKEN,
            Reason.KILL, Expect.CUSTOM);
    private static final int STEPS = 12;

    private final AtomicInteger inits = new AtomicInteger();

    private ApplicationSpec spec(World world, String name) {
        ApplicationSpec spec = ApplicationSpec
                .of(name, member(name + "1", weak(world)), member(name + "2", weak(world)))
                .withMode(ApplicationMode.PERMANENT).withCallbacks(callbacks);
        return switch (name) {
            case "left", "right" -> spec.dependingOn("base");
            case "top" -> spec.dependingOn("left", "right");
            default -> spec;
        };
    }

    /** Its init gives way to others, and fails now and then. */
    private Probe weak(World world) {
        return world.probe().inInit(self -> {
            int turn = inits.incrementAndGet();
            try {
                self.call("idle", Ask.open(), Duration.ofMillis(1 + turn % 3));
            } catch (ErgoException timedOut) {
                assertThat(timedOut.reason()).isIn(Reason.TIMEOUT, Reason.PROCESS_TERMINATED);
            }
            if (turn % 11 == 0) {
                throw new Stop(Expect.CUSTOM);
            }
            return self;
        });
    }

    private void act(World world, ProcessContext self, SplittableRandom random) {
        Node node = self.node();
        String name = NAMES.get(random.nextInt(NAMES.size()));
        try {
            switch (random.nextInt(7)) {
                case 0, 1, 2 -> node.startApplication(name);
                case 3 -> node.stopApplication(name, Duration.ofSeconds(5));
                case 4 -> node.stopApplicationForce(name);
                case 5 -> node.pidOf(name + "1").ifPresent(node::kill);
                default -> {
                    node.unloadApplication(name);
                    node.loadApplication(spec(world, name));
                }
            }
        } catch (ErgoException refused) {
            assertThat(refused.reason()).as("%s", refused).isIn(REFUSALS);
        }
    }

    @BothDispatchers(rounds = 3, seeds = 60)
    void startsStopsKillsAndUnloads_atTheSameTime_leaveNothingBehind(World world) {
        Node node = world.node();
        world.spawn(io.ergo.SpawnOptions.named("idle"));
        NAMES.forEach(name -> node.loadApplication(spec(world, name)));
        List<Pending<String>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SplittableRandom random = new SplittableRandom(i);
            all.add(world.spawn().start(self -> {
                for (int step = 0; step < STEPS; step++) {
                    act(world, self, random);
                }
                return "done";
            }));
        }
        all.forEach(pending -> assertThat(pending.get()).isEqualTo("done"));

        assertThat(starts).isNotEmpty();

        world.await("none is between two states", () -> node.applications().stream()
                .allMatch(name -> node.applicationInfo(name).orElseThrow().state() != ApplicationState.STOPPING));
        for (String name : node.applications()) {
            boolean running = node.applicationInfo(name).orElseThrow().state() == ApplicationState.RUNNING;
            for (String member : List.of(name + "1", name + "2")) {
                world.await(member + " is there as long as its application runs",
                        () -> node.pidOf(member).isPresent() == running);
            }
        }
        for (String name : NAMES) {
            node.stopApplication(name, LONG);
        }
        world.await("each start is followed by an end", () -> starts.size() == ends.size());
        assertThat(node.processes()).hasSize(5);
    }

    @BothDispatchers(rounds = 20, seeds = 40)
    void unload_crossesAStart_eitherIsRefused(World world) {
        Node node = world.node();
        node.loadApplication(spec("app", world.probe()));
        Pending<Boolean> start = world.spawn().start(self -> succeeds(() -> self.node().startApplication("app")));
        Pending<Boolean> unload = world.spawn().start(self -> succeeds(() -> self.node().unloadApplication("app")));

        assertThat(start.get()).isNotEqualTo(unload.get());
        assertThat(node.applications()).hasSize(unload.get() ? 0 : 1);
        assertThat(node.pidOf("member0").isPresent()).isEqualTo(start.get());
    }

    @BothDispatchers(rounds = 20, seeds = 40)
    void startOfTwo_atTheSameTime_oneIsRefused(World world) {
        Node node = world.node();
        node.loadApplication(spec("app", world.probe()).dependingOn("base"));
        node.loadApplication(ApplicationSpec.of("base", member("base1", world.probe())));
        List<Pending<Boolean>> starts = List.of(
                world.spawn().start(self -> succeeds(() -> self.node().startApplication("app"))),
                world.spawn().start(self -> succeeds(() -> self.node().startApplication("app"))));

        assertThat(starts.stream().filter(Pending::get)).hasSize(1);
        assertThat(node.runningApplications()).containsExactly("app", "base");
    }

    private static boolean succeeds(Runnable operation) {
        try {
            operation.run();
            return true;
        } catch (ErgoException refused) {
            assertThat(refused.reason()).as("%s", refused).isIn(Reason.APPLICATION_UNKNOWN, Reason.APPLICATION_RUNNING);
            return false;
        }
    }
}
