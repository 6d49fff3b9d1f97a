package io.ergo.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.ErgoException;
import io.ergo.MessageDown;
import io.ergo.MessageExit;
import io.ergo.Node;
import io.ergo.ProcessContext;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens at the very time a process ends: relations are refused or notified, never forgotten; names are free before notices. */
class EndRaceTest {

    private static final List<Reason> REFUSALS = List.of(Reason.PROCESS_UNKNOWN, Reason.ALIAS_UNKNOWN,
            Reason.PROCESS_TERMINATED);
    private static final int PAIRS = 10;

    @BothDispatchers(rounds = 20, seeds = 100)
    void X8_link_whileTheTargetEnds_isRefusedOrNotified(World world) {
        race(world, ProcessContext::link);
    }

    @BothDispatchers(rounds = 20, seeds = 100)
    void X8_monitor_whileTheTargetEnds_isRefusedOrNotified(World world) {
        race(world, ProcessContext::monitor);
    }

    @BothDispatchers(rounds = 10, seeds = 50)
    void X8_watch_whileTheAddressIsTakenBack_isRefusedOrNotified(World world) {
        for (int i = 0; i < 50; i++) {
            boolean byName = i % 2 == 0;
            Watch watch = i % 3 == 0 ? ProcessContext::link : ProcessContext::monitor;
            Probe target = world.spawn(SpawnOptions.named("target"));
            Alias alias = target.in(self -> self.createAlias());
            Address address = byName ? new ProcessId("target", world.node().name()) : alias;
            Probe watcher = world.spawn().trap(true);

            target.start(self -> {
                self.unregisterName();
                self.deleteAlias(alias);
                return self;
            });
            Optional<Reason> refusal = watcher.start(self -> refusal(() -> watch.on(self, address))).get();

            if (refusal.isPresent()) {
                assertThat(refusal.get()).isIn(REFUSALS);
            } else {
                assertThat(source(watcher.awaitMessages(1).getFirst())).isEqualTo(address);
            }
            assertThat(watcher.context().links()).isEmpty();
            assertThat(watcher.context().monitors()).isEmpty();
            target.end();
        }
    }

    private interface Watch {

        void on(ProcessContext self, Address target);
    }

    private record Pair(Probe watcher, Address target, Pending<Optional<Reason>> refusal) {}

    private static void race(World world, Watch watch) {
        Node node = world.node();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Probe target = world.spawn(SpawnOptions.named("target " + i));
            Address address = switch (i % 3) {
                case 0 -> target.pid();
                case 1 -> new ProcessId("target " + i, node.name());
                default -> target.<Address>in(self -> self.createAlias());
            };
            Probe watcher = world.spawn().trap(true);
            Probe ender = world.spawn();
            end(ender, target, i);
            pairs.add(new Pair(watcher, address, watcher.start(self -> refusal(() -> watch.on(self, address)))));
        }
        for (Pair pair : pairs) {
            Optional<Reason> refusal = pair.refusal().get();
            if (refusal.isPresent()) {
                assertThat(refusal.get()).isIn(REFUSALS);
            } else {
                assertThat(source(pair.watcher().awaitMessages(1).getFirst())).isEqualTo(pair.target());
            }
        }
        world.settle();
        assertThat(pairs).allMatch(pair -> pair.watcher().messages().size() <= 1);
        assertThat(node.audit().relations()).isEmpty();
    }

    private static void end(Probe ender, Probe target, int i) {
        switch (i % 4) {
            case 0 -> ender.start(self -> self.sendExit(target.pid(), Reason.SHUTDOWN));
            case 1 -> ender.start(self -> self.send(target.pid(), new IllegalStateException("on purpose")));
            default -> ender.start(self -> {
                self.node().kill(target.pid());
                return self;
            });
        }
    }

    private static Optional<Reason> refusal(Runnable watch) {
        try {
            watch.run();
            return Optional.empty();
        } catch (ErgoException e) {
            return Optional.of(e.reason());
        }
    }

    private static Address source(Object notice) {
        return switch (notice) {
            case MessageDown down -> down.source();
            case MessageExit exit -> exit.source();
            default -> throw new AssertionError("no notice: " + notice);
        };
    }

    @BothDispatchers(rounds = 5, seeds = 50)
    void down_arrived_nameIsFreeAndProcessUnknown(World world) {
        Node node = world.node();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        Probe target = world.probe();
        Probe watcher = world.probe();
        watcher.onMessage((self, message) -> {
            if (message instanceof MessageDown || message instanceof MessageExit) {
                restart(self, target, failures);
            }
        });
        watcher.spawn().trap(true);
        watcher.in(self -> {
            restart(self, target, failures);
            return self;
        });

        for (int i = 1; i <= 10; i++) {
            int notices = i;
            node.kill(target.pid());
            world.await("both notices of round " + i, () -> watcher.messages().size() == 2 * notices);
            world.settle();
            assertThat(failures).isEmpty();
            assertThat(node.pidOf("phoenix")).contains(target.pid());
        }
    }

    /** Spawns the target again unless the other notice of its end did that already. */
    private static void restart(ProcessContext self, Probe target, List<Throwable> failures) {
        if (target.isStarted() && self.node().pidOf("phoenix").isPresent()) {
            return;
        }
        try {
            self.spawn(target.factory(), SpawnOptions.named("phoenix"));
            self.monitor(target.pid());
            self.link(target.pid());
        } catch (ErgoException e) {
            failures.add(e);
        }
    }

    @BothDispatchers(rounds = 5, seeds = 20)
    void names_contendedByMany_haveOneOwner(World world) {
        Node node = world.node();
        List<Pending<Boolean>> claims = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            claims.add(world.spawn().start(self -> refusal(() -> self.registerName("contended")).isEmpty()));
        }

        assertThat(claims.stream().filter(Pending::get).count()).isEqualTo(1);
        assertThat(node.info().registeredNames()).isEqualTo(1);
    }
}
