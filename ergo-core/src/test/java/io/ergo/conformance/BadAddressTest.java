package io.ergo.conformance;

import java.time.Duration;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Delivery.Outcome;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Addresses that lead nowhere and names that cannot be. */
class BadAddressTest {

    private static final String LONGEST = "n".repeat(255);
    private static final String LONGEST_MULTIBYTE = "ä".repeat(127) + "n";

    @BothDispatchers
    void send_toWhatDoesNotExist_isUnknownAndADeadLetter(World world) {
        Node node = world.node();
        Alias dead = MonitorConformanceTest.deadAlias(world);
        long before = node.statistics().deadLetters().getOrDefault(Outcome.UNKNOWN, 0L);

        world.spawn().in(self -> {
            outcome(Outcome.UNKNOWN, self.send(Expect.unknownPid(node), "x"));
            outcome(Outcome.UNKNOWN, self.send("nobody", "x"));
            outcome(Outcome.UNKNOWN, self.send(dead, "x"));
            outcome(Outcome.UNKNOWN, self.sendExit(Expect.unknownPid(node), Reason.SHUTDOWN));
            return self;
        });
        outcome(Outcome.UNKNOWN, node.send(Expect.unknownPid(node), "x"));
        outcome(Outcome.UNKNOWN, node.send("nobody", "x"));
        outcome(Outcome.UNKNOWN, node.send(ProcessId.local("nobody"), "x"));

        assertThat(node.statistics().deadLetters().get(Outcome.UNKNOWN)).isGreaterThanOrEqualTo(before + 5);
    }

    @BothDispatchers
    void send_toTheCore_isUnknown(World world) {
        outcome(Outcome.UNKNOWN, world.node().send(world.node().pid(), "x"));
        refused(Reason.PROCESS_UNKNOWN, () -> world.node().call(world.node().pid(), Ask.echo("x")));
        world.spawn().in(self -> {
            outcome(Outcome.UNKNOWN, self.send(self.parent(), "x"));
            return self;
        });
    }

    @BothDispatchers
    void send_toAnEarlierIncarnation_saysSo(World world) {
        Node node = world.node();
        Probe probe = world.spawn();
        Pid old = new Pid(node.name(), probe.pid().id(), node.creation() - 1);

        outcome(Outcome.INCARNATION, node.send(old, "x"));
        refused(Reason.PROCESS_INCARNATION, () -> node.call(old, Ask.echo("x")));
        world.settle();
        assertThat(probe.messages()).isEmpty();
    }

    @BothDispatchers
    void send_toAnotherNode_hasNoRoute(World world) {
        Node node = world.node();
        ProcessId there = new ProcessId("collector", "other@localhost");

        outcome(Outcome.NO_ROUTE, node.send(there, "x"));
        outcome(Outcome.NO_ROUTE, node.send(new Pid("other@localhost", 1001, 1), "x"));
        outcome(Outcome.NO_ROUTE, node.send(new Alias("other@localhost", 1, 1, 1, 1), "x"));
        refused(Reason.NO_ROUTE, () -> node.call(there, Ask.echo("x")));
        world.spawn().in(self -> {
            refused(Reason.NO_ROUTE, () -> self.link(there));
            refused(Reason.NO_ROUTE, () -> self.monitor(there));
            return self;
        });
    }

    @BothDispatchers
    void respond_toWhatDoesNotExist_isNotDelivered(World world) {
        Node node = world.node();
        Ref foreign = new Ref(node.name(), node.creation(), 123_456_789, 0, 0);

        world.spawn().in(self -> {
            assertThat(self.respond(Expect.unknownPid(node), foreign, "x").isDelivered()).isFalse();
            assertThat(self.respond(new Pid("other@localhost", 1001, 1), foreign, "x").isDelivered()).isFalse();
            outcome(Outcome.IGNORED, self.respond(self.pid(), foreign, "x"));
            outcome(Outcome.IGNORED, self.respond(node.pid(), foreign, "x"));
            return self;
        });
    }

    @BothDispatchers
    void send_toNameThatCannotBe_isUnknown(World world) {
        outcome(Outcome.UNKNOWN, world.node().send(ProcessId.local(""), "x"));
        outcome(Outcome.UNKNOWN, world.node().send(LONGEST + "n", "x"));
        refused(Reason.INCORRECT, () -> world.node().send("", "x"));
        refused(Reason.PROCESS_UNKNOWN, () -> world.node().call(ProcessId.local(""), Ask.echo("x")));
    }

    @BothDispatchers
    void registerName_emptyOrTooLong_isRefused(World world) {
        Node node = world.node();
        Probe probe = world.spawn();

        refused(Reason.INCORRECT, () -> node.registerName("", probe.pid()));
        refused(Reason.INCORRECT, () -> node.registerName(Expect.nothing(), probe.pid()));
        refused(Reason.INCORRECT, () -> node.registerName("name", Expect.nothing()));
        refused(Reason.ATOM_TOO_LONG, () -> node.registerName(LONGEST + "n", probe.pid()));
        refused(Reason.ATOM_TOO_LONG, () -> node.registerName(LONGEST_MULTIBYTE + "n", probe.pid()));
        probe.in(self -> {
            refused(Reason.INCORRECT, () -> self.registerName(""));
            refused(Reason.INCORRECT, () -> self.registerName(Expect.nothing()));
            refused(Reason.ATOM_TOO_LONG, () -> self.registerName(LONGEST + "n"));
            refused(Reason.ATOM_TOO_LONG, () -> self.registerName(LONGEST_MULTIBYTE + "n"));
            assertThat(self.name()).isEmpty();
            return self;
        });
    }

    @BothDispatchers
    void registerName_ofExactly255Bytes_works(World world) {
        world.node().registerName(LONGEST, world.spawn().pid());
        Probe multibyte = world.spawn(SpawnOptions.named(LONGEST_MULTIBYTE));

        world.node().send(LONGEST_MULTIBYTE, "x").orThrow();

        assertThat(multibyte.awaitMessages(1)).containsExactly("x");
        assertThat(world.node().pidOf(LONGEST)).isPresent();
    }

    @BothDispatchers
    void spawnOptions_nameThatCannotBe_isRefused(World world) {
        refused(Reason.INCORRECT, () -> SpawnOptions.named(""));
        refused(Reason.INCORRECT, () -> SpawnOptions.named(Expect.nothing()));
        refused(Reason.INCORRECT, () -> SpawnOptions.defaults().withName(""));
        refused(Reason.ATOM_TOO_LONG, () -> SpawnOptions.named(LONGEST + "n"));
        assertThat(world.node().processes()).isEmpty();
    }

    @BothDispatchers
    void find_whatNobodyIs_isEmpty(World world) {
        Node node = world.node();
        Probe probe = world.spawn(SpawnOptions.named("probe"));
        String printed = probe.pid().toString();

        assertThat(node.find("probe")).contains(probe.pid());
        assertThat(node.find(printed)).contains(probe.pid());
        assertThat(node.find(printed.substring(1, printed.length() - 1))).contains(probe.pid());
        for (String nobody : new String[] {"", "<", "<>", "<..>", "1001", "nobody", printed.replace("1001", "9999"),
            printed.replace("1001", "x"), printed.replace("1001", "99999999999999999999"), printed + printed,
            "<00000000.0.1001>", printed.replace(".0.", ".-1.")}) {
            assertThat(node.find(nobody)).as(nobody).isEmpty();
        }
        assertThat(node.pidOf("")).isEmpty();
        assertThat(node.pidOf("nobody")).isEmpty();
    }

    @BothDispatchers
    void nodeQueries_unknownPid_areEmpty(World world) {
        Node node = world.node();
        Probe probe = world.spawn();
        Pid other = new Pid("other@localhost", probe.pid().id(), probe.pid().creation());
        Pid old = new Pid(node.name(), probe.pid().id(), node.creation() - 1);

        for (Pid pid : new Pid[] {Expect.unknownPid(node), other, old, new Pid("", 0, 0),
            new Pid(node.name(), -1, node.creation())}) {
            assertThat(node.processInfo(pid)).as("%s", pid).isEmpty();
            assertThat(node.processState(pid)).as("%s", pid).isEmpty();
            assertThat(node.supervision(pid)).as("%s", pid).isEmpty();
            refused(Reason.PROCESS_UNKNOWN, () -> node.kill(pid));
        }
        assertThat(node.supervision(probe.pid())).isEmpty();
        assertThat(probe.isEnded()).isFalse();
    }

    @BothDispatchers
    void nullAddresses_areIncorrect(World world) {
        Node node = world.node();

        refused(Reason.INCORRECT, () -> node.send(Expect.<Address>nothing(), "x"));
        refused(Reason.INCORRECT, () -> node.send(Expect.<String>nothing(), "x"));
        refused(Reason.INCORRECT, () -> node.call(Expect.<Address>nothing(), Ask.echo("x")));
        refused(Reason.INCORRECT, () -> node.call(Expect.<String>nothing(), Ask.echo("x")));
        refused(Reason.INCORRECT, () -> node.request(Expect.nothing(), Ask.echo("x"), Duration.ofSeconds(1)));
        refused(Reason.INCORRECT, () -> node.sendExit(Expect.nothing(), Reason.SHUTDOWN));
        world.spawn().in(self -> {
            refused(Reason.INCORRECT, () -> self.send(Expect.<Address>nothing(), "x"));
            refused(Reason.INCORRECT, () -> self.call(Expect.<Address>nothing(), Ask.echo("x")));
            refused(Reason.INCORRECT, () -> self.sendExit(Expect.nothing(), Reason.SHUTDOWN));
            refused(Reason.INCORRECT, () -> self.sendAfter(Expect.<Address>nothing(), "x", Duration.ZERO));
            refused(Reason.INCORRECT, () -> self.link(Expect.nothing()));
            refused(Reason.INCORRECT, () -> self.monitor(Expect.nothing()));
            refused(Reason.INCORRECT, () -> self.deleteAlias(Expect.nothing()));
            return self;
        });
    }
}
