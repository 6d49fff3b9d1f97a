package io.ergo.conformance;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import io.ergo.ApplicationSpec;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessSettings;
import io.ergo.Reason;
import io.ergo.Reply;
import io.ergo.SampleListener;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.engine.NodeBuilder;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Nulls, durations and sizes that cannot be. */
class BadArgumentTest {

    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    @BothDispatchers
    void nullMessages_areIncorrect(World world) {
        Node node = world.node();
        Probe receiver = world.spawn();
        Pid to = receiver.pid();

        refused(Reason.INCORRECT, () -> node.send(to, Expect.nothing()));
        refused(Reason.INCORRECT, () -> node.send(to, "x", Expect.nothing()));
        refused(Reason.INCORRECT, () -> node.call(to, Expect.nothing()));
        refused(Reason.INCORRECT, () -> node.call(to, "x", Expect.<Class<String>>nothing()));
        refused(Reason.INCORRECT, () -> node.request(to, Expect.nothing(), Duration.ofSeconds(1)));
        world.spawn().in(self -> {
            refused(Reason.INCORRECT, () -> self.send(to, Expect.nothing()));
            refused(Reason.INCORRECT, () -> self.send(to, "x", Expect.nothing()));
            refused(Reason.INCORRECT, () -> self.call(to, Expect.nothing()));
            refused(Reason.INCORRECT, () -> self.sendAfter(to, Expect.nothing(), Duration.ZERO));
            refused(Reason.INCORRECT, () -> self.sendAfter(to, "x", Expect.nothing()));
            return self;
        });
        world.settle();
        assertThat(receiver.messages()).isEmpty();
    }

    @BothDispatchers
    void nullReasons_areIncorrect(World world) {
        Probe receiver = world.spawn();

        refused(Reason.INCORRECT, () -> world.node().sendExit(receiver.pid(), Expect.nothing()));
        refused(Reason.INCORRECT, () -> Reply.error(Expect.nothing()));
        refused(Reason.INCORRECT, () -> Reply.stop(Expect.nothing()));
        refused(Reason.INCORRECT, () -> new Stop(Expect.nothing()));
        refused(Reason.INCORRECT, () -> Reason.of(Expect.nothing()));
        Ask<String> answersWithNullReason = (self, from, ref) -> {
            refused(Reason.INCORRECT, () -> self.respondError(from, ref, Expect.nothing()));
            refused(Reason.INCORRECT, () -> self.respond(Expect.nothing(), ref, "x"));
            refused(Reason.INCORRECT, () -> self.respond(from, Expect.nothing(), "x"));
            return Reply.of("still answered");
        };
        assertThat(world.node().call(receiver.pid(), answersWithNullReason)).isEqualTo("still answered");
    }

    @BothDispatchers
    void call_durationNotPositive_isIncorrect(World world) {
        Node node = world.node();
        Probe receiver = world.spawn();

        for (Duration bad : List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofSeconds(Long.MIN_VALUE))) {
            refused(Reason.INCORRECT, () -> node.call(receiver.pid(), Ask.echo("x"), bad));
            refused(Reason.INCORRECT, () -> node.request(receiver.pid(), Ask.echo("x"), bad));
            world.spawn().in(self -> refused(Reason.INCORRECT, () -> self.call(receiver.pid(), Ask.echo("x"), bad)));
        }
        refused(Reason.INCORRECT, () -> node.call(receiver.pid(), Ask.echo("x"), Expect.<Duration>nothing()));
        world.settle();
        assertThat(receiver.requests()).isEmpty();
    }

    @BothDispatchers
    void sendAfter_negativeDelay_isIncorrect(World world) {
        world.spawn()
                .in(self -> refused(Reason.INCORRECT, () -> self.sendAfter(self.pid(), "x", Duration.ofNanos(-1))));
    }

    @BothDispatchers
    void longestDurations_doNotOverflow(World world) {
        Node node = world.node();
        Probe receiver = world.spawn();

        assertThat(node.call(receiver.pid(), Ask.echo("answer"), LONGEST)).isEqualTo("answer");
        assertThat(world.spawn().<String>in(self -> self.call(receiver.pid(), Ask.echo("answer"), LONGEST)))
                .isEqualTo("answer");
        assertThat(receiver.<Boolean>in(self -> self.sendAfter(self.pid(), "x", LONGEST).cancel())).isTrue();
        assertThat(node.call(world.spawn(SpawnOptions.defaults().withInitTimeout(LONGEST)).pid(), Ask.echo("lives")))
                .isEqualTo("lives");
        world.settle();
        assertThat(receiver.messages()).isEmpty();
    }

    @BothDispatchers
    void shortestDuration_ofACall_timesOutOrIsAnswered(World world) {
        Probe receiver = world.spawn();

        refused(Reason.TIMEOUT, () -> world.node().call(receiver.pid(), Ask.open(), Duration.ofNanos(1)));
        refused(Reason.TIMEOUT,
                () -> world.spawn().in(self -> self.call(receiver.pid(), Ask.open(), Duration.ofNanos(1))));
    }

    @BothDispatchers
    void awaitStop_negative_isIncorrect(World world) {
        refused(Reason.INCORRECT, () -> world.node().awaitStop(Duration.ofNanos(-1)));
        refused(Reason.INCORRECT, () -> world.node().awaitStop(Expect.nothing()));
        refused(Reason.TIMEOUT, () -> world.node().awaitStop(Duration.ofMillis(10)));
    }

    @BothDispatchers
    void processes_negativePage_isIncorrect(World world) {
        Node node = world.node();
        Probe first = world.spawn();
        Probe second = world.spawn();

        refused(Reason.INCORRECT, () -> node.processes(-1, 10));
        refused(Reason.INCORRECT, () -> node.processes(0, -1));
        assertThat(node.processes(0, 0)).extracting("pid").containsExactly(first.pid(), second.pid());
        assertThat(node.processes(second.pid().id(), 1)).extracting("pid").containsExactly(second.pid());
        assertThat(node.processes(0, 1)).extracting("pid").containsExactly(first.pid());
        assertThat(node.processes(Long.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
    }

    @BothDispatchers
    void sample_notAPowerOfTwo_isIncorrect(World world) {
        Node node = world.node();
        SampleListener listener = (_, _, _) -> {};

        for (int bad : new int[] {0, 3, -1, -8, Integer.MIN_VALUE, 1_000}) {
            refused(Reason.INCORRECT, () -> node.sample(bad, listener));
        }
        refused(Reason.INCORRECT, () -> node.sample(8, Expect.nothing()));
        Runnable detach = node.sample(1, listener);
        refused(Reason.TAKEN, () -> node.sample(8, listener));
        detach.run();
        node.sample(8, listener).run();
    }

    @BothDispatchers
    void spawnOptions_badValues_areIncorrect(World world) {
        SpawnOptions options = SpawnOptions.defaults();

        refused(Reason.INCORRECT, () -> options.withMailbox(-1, Overflow.reject()));
        refused(Reason.INCORRECT, () -> options.withMailbox(1, Expect.nothing()));
        refused(Reason.INCORRECT, () -> options.withInitTimeout(Duration.ZERO));
        refused(Reason.INCORRECT, () -> options.withInitTimeout(Duration.ofNanos(-1)));
        refused(Reason.INCORRECT, () -> options.withPriority(Expect.<Priority>nothing()));
        refused(Reason.INCORRECT, () -> options.withCompression(Expect.nothing()));
        refused(Reason.INCORRECT, () -> options.withLogLevel(Expect.nothing()));
        ErgoException unordered = refused(Reason.INCORRECT, () -> new SpawnOptions(null, 0, Overflow.reject(), null,
                Map.of(), false, false, null, ProcessSettings.defaults().withKeepNetworkOrder(false),
                LogLevel.DEFAULT));
        assertThat(unordered.asked()).contains("turn it off in init");
        refused(Reason.INCORRECT, () -> Overflow.fallback("", "tag"));
        refused(Reason.INCORRECT, () -> Overflow.await(Duration.ZERO));
        refused(Reason.INCORRECT, () -> Overflow.await(Duration.ofSeconds(-1)));
        refused(Reason.INCORRECT, () -> Overflow.await(Expect.nothing()));
        refused(Reason.INCORRECT, () -> Overflow.fallback("name", Expect.nothing()));
        refused(Reason.INCORRECT, () -> world.node().spawn(world.probe().factory(), Expect.nothing()));
        refused(Reason.INCORRECT, () -> world.node().spawn(world.probe().factory(), options, Expect.nothing()));
        assertThat(world.node().processes()).isEmpty();
    }

    @BothDispatchers
    void env_badVariables_areIncorrect(World world) {
        SpawnOptions options = SpawnOptions.defaults();
        Map<String, Object> nullValue = new HashMap<>();
        nullValue.put("A", null);
        Map<String, Object> nullName = new HashMap<>();
        nullName.put(null, "x");

        for (Map<String, Object> bad : List.of(nullValue, nullName, Map.<String, Object>of("", "x"))) {
            refused(Reason.INCORRECT, () -> options.withEnv(bad));
            refused(Reason.INCORRECT, () -> NodeBuilder.named("demo@localhost").env(bad).start().stop());
            refused(Reason.INCORRECT, () -> ApplicationSpec.of("app", member(world)).withEnv(bad));
        }
        refused(Reason.INCORRECT, () -> options.withEnv(Expect.nothing()));
    }

    private static ApplicationSpec.Member member(World world) {
        return ApplicationSpec.member("member", world.probe().factory());
    }

    @BothDispatchers
    void env_namesThatDifferInCase_lastOneCounts(World world) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String name : List.of("color", "Color", "COLOR", "cOLOR", "coloR")) {
            variables.put(name, name);
        }

        try (Logged log = Logged.byNodes().from(Level.WARN)) {
            assertThat(world.spawn(SpawnOptions.defaults().withEnv(variables)).context().env())
                    .containsExactly(Map.entry("COLOR", "coloR"));
            assertThat(log.records()).hasSize(4)
                    .contains(
                            "WARN environment variables 'color' and 'Color' are the same; what counts is the last one, 'Color'");
        }
    }

    @BothDispatchers
    void nullQueries_areIncorrect(World world) {
        Node node = world.node();

        refused(Reason.INCORRECT, () -> node.pidOf(Expect.nothing()));
        refused(Reason.INCORRECT, () -> node.find(Expect.nothing()));
        refused(Reason.INCORRECT, () -> node.processInfo(Expect.nothing()));
        refused(Reason.INCORRECT, () -> node.processState(Expect.nothing()));
        refused(Reason.INCORRECT, () -> node.supervision(Expect.nothing()));
    }

    @BothDispatchers
    void nodeBuilder_badOptions_areIncorrect(World world) {
        for (String bad : List.of("", "demo", "demo@local@host")) {
            refused(Reason.of("incorrect FQDN node name (example: node@localhost)"), () -> NodeBuilder.named(bad));
        }
        refused(Reason.of("too short node name"), () -> NodeBuilder.named("@localhost"));
        refused(Reason.of("too short host name"), () -> NodeBuilder.named("demo@"));
        refused(Reason.INCORRECT, () -> NodeBuilder.named(Expect.nothing()));
        refused(Reason.ATOM_TOO_LONG, () -> NodeBuilder.named("n".repeat(250) + "@localhost"));
        NodeBuilder builder = NodeBuilder.named("demo@localhost");
        refused(Reason.INCORRECT, () -> builder.env(Expect.nothing()));
        refused(Reason.INCORRECT, () -> builder.application(Expect.nothing()));
        refused(Reason.INCORRECT, () -> builder.slots(-1));
        refused(Reason.INCORRECT, () -> builder.slots(65));
        refused(Reason.INCORRECT, () -> builder.dispatcher(Expect.nothing()));
        refused(Reason.INCORRECT, () -> builder.creations(Expect.nothing()));
        refused(Reason.INCORRECT, () -> builder.completions(Expect.nothing()));
        refused(Reason.INCORRECT, () -> builder.uncaughtHandler(Expect.nothing()));
        for (Duration bad : List.of(Duration.ZERO, Duration.ofNanos(-1))) {
            refused(Reason.INCORRECT, () -> builder.shutdownTimeout(bad));
        }
        refused(Reason.INCORRECT, () -> builder.shutdownTimeout(Expect.nothing()));
        assertThat(world.node().isAlive()).isTrue();
    }

    @BothDispatchers
    void setEnv_badName_isIncorrect(World world) {
        refused(Reason.INCORRECT, () -> world.node().setEnv(Expect.nothing(), "x"));
        refused(Reason.INCORRECT, () -> world.node().setEnv("", "x"));
        world.spawn().in(self -> {
            refused(Reason.INCORRECT, () -> self.setEnv(Expect.nothing(), "x"));
            refused(Reason.INCORRECT, () -> self.setEnv("", "x"));
            return self;
        });
    }
}
