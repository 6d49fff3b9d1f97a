package io.ergo.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Args;
import io.ergo.MessageDownPid;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessContext;
import io.ergo.ProcessId;
import io.ergo.ProcessInfo;
import io.ergo.ProcessSettings;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.actor.Actor;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import org.jspecify.annotations.Nullable;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Defects of the reference that no other subject covers: what happens here instead. */
class KnownDefectTest {

    private static final int BEYOND = 300_000; // the reference repeats after 262,144
    private static final Duration LONG = Duration.ofHours(1);

    @BothDispatchers
    void D1_aliases_farBeyondTheReferencesRange_neverRepeat(World world) {
        Set<Alias> seen = world.spawn().in(self -> {
            Set<Alias> all = new HashSet<>();
            for (int i = 0; i < BEYOND; i++) {
                Alias alias = self.createAlias();
                all.add(alias);
                self.deleteAlias(alias);
            }
            return all;
        });

        assertThat(seen).hasSize(BEYOND);
    }

    @BothDispatchers
    void D5_consumerEnds_itsRelationsAreGoneOnBothSides(World world) {
        Node node = world.node();
        Probe target = world.spawn(SpawnOptions.named("target"));
        Alias alias = target.in(self -> self.createAlias());
        for (Reason reason : List.of(Reason.NORMAL, Expect.CUSTOM, Reason.KILL)) {
            Probe consumer = world.spawn();
            consumer.in(self -> {
                for (Address address : List.of(target.pid(), ProcessId.local("target"), alias)) {
                    self.link(address);
                    self.monitor(address);
                }
                return self;
            });
            assertThat(node.audit().relations()).hasSize(6);

            end(node, consumer, reason);

            assertThat(node.audit().relations()).as("after %s", reason).isEmpty();
        }
    }

    private static void end(Node node, Probe probe, Reason reason) {
        if (reason.equals(Reason.KILL)) {
            node.kill(probe.pid());
        } else {
            node.send(probe.pid(), new Stop(reason)).orThrow();
        }
        assertThat(probe.awaitEnd()).isEqualTo(reason);
    }

    @BothDispatchers
    void D8_sendAfter_toEachKindOfAddress_arrives(World world) {
        Probe target = world.spawn(SpawnOptions.named("target"));
        Alias alias = target.in(self -> self.createAlias());

        world.spawn().in(self -> {
            self.sendAfter(target.pid(), "pid", Duration.ofMillis(1));
            self.sendAfter("target", "text", Duration.ofMillis(1));
            self.sendAfter(ProcessId.local("target"), "name", Duration.ofMillis(1));
            self.sendAfter(new ProcessId("target", self.node().name()), "name and node", Duration.ofMillis(1));
            return self.sendAfter(alias, "alias", Duration.ofMillis(1));
        });

        assertThat(target.awaitMessages(5)).containsExactlyInAnyOrder("pid", "text", "name", "name and node", "alias");
    }

    @BothDispatchers
    void D16_name_registeredLater_behaviorStaysInTheLog(World world) {
        Probe probe = world.spawn();

        List<String> loggers = probe.in(self -> {
            List<String> names = new ArrayList<>();
            names.add(self.log().getName());
            self.registerName("later");
            names.add(self.log().getName());
            return names;
        });

        assertThat(loggers).containsOnly(Recorder.class.getName());
        ProcessInfo info = world.node().processInfo(probe.pid()).orElseThrow();
        assertThat(info.behavior()).isEqualTo(Recorder.class.getName());
        assertThat(info.name()).isEqualTo("later");
    }

    @BothDispatchers
    void D17_aliases_deletedFromTheMiddle_keepTheirOrder(World world) {
        world.spawn().in(self -> {
            List<Alias> made = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                made.add(self.createAlias());
            }
            for (int i : new int[] {4, 0, 6}) {
                self.deleteAlias(made.remove(i));
                assertThat(self.aliases()).isEqualTo(made);
            }
            made.add(self.createAlias());
            assertThat(self.aliases()).isEqualTo(made);
            return self;
        });
    }

    @BothDispatchers
    void D22_watch_whatHasEnded_isRefusedByEachAddress(World world) {
        Gate gate = world.gate();
        Probe ending = world.probe().onTerminate((_, _) -> gate.pass()).spawn(SpawnOptions.named("ending"));
        Alias alias = ending.in(self -> self.createAlias());
        world.node().send(ending.pid(), new Stop(Expect.CUSTOM)).orThrow();
        world.await("the terminate callback stands still", gate::isReached);

        world.spawn().in(self -> {
            for (Address address : List.of(ending.pid(), ProcessId.local("ending"))) {
                refused(Reason.PROCESS_UNKNOWN, () -> self.link(address));
                refused(Reason.PROCESS_UNKNOWN, () -> self.monitor(address));
            }
            refused(Reason.ALIAS_UNKNOWN, () -> self.link(alias));
            refused(Reason.ALIAS_UNKNOWN, () -> self.monitor(alias));
            assertThat(self.links()).isEmpty();
            assertThat(self.monitors()).isEmpty();
            return self;
        });
        gate.open();
        ending.awaitEnd();
    }

    @BothDispatchers
    void D23_emptyNode_isTheOwnOneEverywhere(World world) {
        Node node = world.node();
        Probe target = world.spawn(SpawnOptions.named("target"));
        ProcessId bare = new ProcessId("target", "");
        ProcessId full = new ProcessId("target", node.name());

        world.spawn().in(self -> {
            assertThat(self.send(bare, "x").isDelivered()).isTrue();
            assertThat(self.call(bare, Ask.echo("y"))).isEqualTo("y");
            self.link(bare);
            refused(Reason.TARGET_EXIST, () -> self.link(full));
            self.monitor(full);
            refused(Reason.TARGET_EXIST, () -> self.monitor(bare));
            assertThat(self.links()).containsExactly(full);
            self.unlink(full);
            self.demonitor(bare);
            return self;
        });

        assertThat(node.call(bare, Ask.echo("z"))).isEqualTo("z");
        assertThat(target.awaitMessages(1)).containsExactly("x");
        assertThat(node.audit().relations()).isEmpty();
    }

    /** Notes what its entries were addressed to and answers requests. */
    private static final class Addressed implements ProcessBehavior {

        private final List<Address> targets = new CopyOnWriteArrayList<>();
        private @Nullable BehaviorContext context;

        @Override
        public void start(BehaviorContext process, Args args) {
            context = process;
            process.registerName("addressed");
        }

        @Override
        public void handle(Entry entry) {
            if (entry.kind() == Entry.Kind.EXIT) {
                throw new Stop(Reason.SHUTDOWN);
            }
            targets.add(entry.target());
            Ref ref = entry.ref();
            if (ref != null) {
                Objects.requireNonNull(context).respond(entry.from(), ref, "answer");
            }
        }

        @Override
        public void end(Reason why) {}
    }

    @BothDispatchers
    void D25_request_byPid_carriesItsTarget(World world) {
        Node node = world.node();
        Addressed addressed = new Addressed();
        Pid pid = node.spawn(() -> addressed);

        node.call(pid, "request", String.class);
        node.call(ProcessId.local("addressed"), "request", String.class);
        world.spawn().in(self -> self.call(pid, "request", String.class));
        node.send(pid, "message").orThrow();
        world.settle();

        assertThat(addressed.targets).containsExactly(pid, ProcessId.local("addressed"), pid, pid);
    }

    @BothDispatchers
    void D75_priorityOfOneOperation_changesNoSetting(World world) {
        Node node = world.node();
        Probe target = world.spawn();
        Probe probe = world.spawn();

        probe.in(self -> {
            self.sendAfter(target.pid(), "timer", Duration.ofMillis(1), Priority.MAX);
            self.send(target.pid(), "message", Priority.MAX).orThrow();
            assertThat(self.sendPriority()).isEqualTo(Priority.NORMAL);
            return self.call(target.pid(), (Ask<ProcessSettings>) (_, from, _) -> Reply
                    .of(node.processInfo(from).orElseThrow().settings()));
        });

        assertThat(target.awaitMessages(2)).contains("message", "timer");
        assertThat(probe.context().sendPriority()).isEqualTo(Priority.NORMAL);
        assertThat(node.processInfo(probe.pid()).orElseThrow().settings()).isEqualTo(ProcessSettings.defaults());
    }

    @BothDispatchers
    void D83_callOfMilliseconds_timesOutAfterThose(World world) {
        Node node = world.node();
        Probe silent = world.spawn();
        Duration timeout = Duration.ofMillis(37);
        Duration before = node.uptime();

        refused(Reason.TIMEOUT, () -> node.call(silent.pid(), Ask.open(), timeout));

        Duration waited = node.uptime().minus(before);
        assertThat(waited).isGreaterThanOrEqualTo(timeout).isLessThan(LONG);
        if (!world.isThreaded()) {
            assertThat(waited).isEqualTo(timeout);
        }
    }

    /** Overrides nothing. */
    private static final class Plain extends Actor {}

    @BothDispatchers
    void D85_unhandledRequest_isAnsweredAtOnce(World world) {
        Pid plain = world.node().spawn(Plain::new);

        refused(Reason.UNSUPPORTED, () -> world.node().call(plain, "anything", String.class, LONG));

        assertThat(world.node().processState(plain)).isPresent();
    }

    @BothDispatchers
    void D90_everythingAProcessOwns_isReleasedByInitFailureEndAndKillAlike(World world) {
        Node node = world.node();
        Probe friend = world.spawn(SpawnOptions.named("friend"));
        Probe watcher = world.spawn();
        for (String way : List.of("init", "end", "kill")) {
            Probe owner = world.probe().inInit(self -> own(self, watcher, way.equals("init")));
            if (way.equals("init")) {
                refused(Expect.CUSTOM, owner::spawn);
            } else {
                owner.spawn();
                end(node, owner, way.equals("kill") ? Reason.KILL : Expect.CUSTOM);
            }

            assertThat(watcher.awaitMessages(1)).hasSize(1).first().isInstanceOf(MessageDownPid.class);
            watcher.received().clear();
            assertThat(node.audit().names()).as(way).containsExactly("friend");
            assertThat(node.audit().aliases()).as(way).isEmpty();
            assertThat(node.audit().relations()).as(way).isEmpty();
            assertThat(node.audit().timers()).as(way).isZero();
        }
        assertThat(friend.messages()).isEmpty();
    }

    /** Makes one of everything, and is watched. */
    private static Object own(ProcessContext self, Probe watcher, boolean fail) {
        self.registerName("owner");
        self.createAlias();
        self.monitor(ProcessId.local("friend"));
        self.link(ProcessId.local("friend"));
        self.sendAfter("friend", "never", LONG);
        self.call(watcher.pid(), (Ask<String>) (watching, from, _) -> {
            watching.monitor(from);
            return Reply.of("watched");
        });
        if (fail) {
            throw new Stop(Expect.CUSTOM);
        }
        return self;
    }

    @BothDispatchers
    void D95_unlimitedMailbox_isZeroEverywhere(World world) {
        Node node = world.node();
        Probe unlimited = world.spawn();
        Probe limited = world.spawn(SpawnOptions.defaults().withMailbox(7, Overflow.reject()));

        assertThat(SpawnOptions.defaults().mailboxSize()).isZero();
        assertThat(node.processInfo(unlimited.pid()).orElseThrow().mailboxSize()).isZero();
        assertThat(node.processInfo(limited.pid()).orElseThrow().mailboxSize()).isEqualTo(7);
    }
}
