package io.ergo.conformance;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

import io.ergo.ApplicationSpec;
import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.SpawnOptions;
import io.ergo.actor.Actor;
import io.ergo.engine.NodeBuilder;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import io.ergo.spi.Simulation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Where a spawn, an end and a stop cross each other. */
class SpawnAndStopEdgesTest {

    private static final class Idle extends Actor {}

    @BothDispatchers
    void spawn_initLinksToItsParentAsTheOptionsDo_isNoError(World world) {
        Probe parent = world.spawn();
        Probe child = world.probe().inInit(self -> {
            self.link(self.parent());
            return self;
        });

        child.spawnedBy(parent, SpawnOptions.defaults().withLinks(true, true));

        assertThat(world.node().processInfo(child.pid()).orElseThrow().links()).containsExactly(parent.pid());
    }

    @BothDispatchers
    void spawn_nodeStopsMeanwhile_isRefusedAndLeavesNothing(World world) {
        Node node = world.node();

        assertThatThrownBy(() -> node.spawn(() -> {
            assertThat(node.stop()).isTrue();
            return new Idle();
        }, SpawnOptions.named("late"))).isInstanceOfSatisfying(ErgoException.class,
                refused -> assertThat(refused.reason()).isEqualTo(Reason.NODE_TERMINATED));

        assertThat(node.audit().processes()).isEmpty();
        assertThat(node.audit().names()).isEmpty();
    }

    @Test
    void stopForce_whileAnOrderedStopWaits_endsIt() throws Exception {
        Node node = NodeBuilder.named("forced@localhost").start();
        Pid silent = node.spawn(Silent::new);
        CountDownLatch calling = new CountDownLatch(1);
        node.spawn(() -> new Caller(silent, calling));
        calling.await();
        Thread stopping = Thread.ofPlatform().start(node::stop);
        await().until(() -> !node.isAlive());

        node.stopForce();

        stopping.join();
        assertThat(node.audit().processes()).isEmpty();
    }

    /** Never answers. */
    private static final class Silent extends Actor {

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return Reply.later();
        }
    }

    /** Waits for an answer that does not come. */
    private static final class Caller extends Actor {

        private final Pid silent;
        private final CountDownLatch calling;

        Caller(Pid silent, CountDownLatch calling) {
            this.silent = silent;
            this.calling = calling;
        }

        @Override
        protected void init(Args args) {
            self().send(self().pid(), "call");
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            calling.countDown();
            self().call(silent, "anything", String.class, Duration.ofHours(1));
        }
    }

    @Test
    void audit_processInItsTerminateCallback_isListed() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Node node = NodeBuilder.named("last-words@localhost").start();
        Pid pid = node.spawn(() -> new Actor() {

            @Override
            protected void terminate(Reason why) {
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });

        node.kill(pid);

        await().until(() -> node.processState(pid).isEmpty());
        assertThat(node.audit().processes()).singleElement().asString().contains("in its terminate callback");
        mayEnd.countDown();
        assertThat(node.stop()).isTrue();
        assertThat(node.audit().processes()).isEmpty();
    }

    @Test
    void remind_fullMailbox_arrivesAllTheSame() throws Exception {
        Node node = NodeBuilder.named("reminded@localhost").start();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        LinkedBlockingQueue<Object> handled = new LinkedBlockingQueue<>();
        Pid pid = node.spawn(() -> new Reminded(busy, mayGoOn, handled),
                SpawnOptions.defaults().withMailbox(1, Overflow.reject()));
        node.send(pid, "block").orThrow();
        busy.await();
        node.send(pid, "fills the queue", Priority.HIGH).orThrow();
        assertThat(node.send(pid, "no room", Priority.HIGH).isDelivered()).isFalse();

        await().until(() -> node.audit().timers() == 0);
        mayGoOn.countDown();

        await().until(() -> handled.size() == 3);
        assertThat(handled).containsExactly("block", "fills the queue", "reminder");
        node.stop();
    }

    private record Reminded(CountDownLatch busy, CountDownLatch mayGoOn, LinkedBlockingQueue<Object> handled)
            implements
                ProcessBehavior {

        @Override
        public void start(BehaviorContext context, Args args) {
            context.remind("reminder", Duration.ofMillis(200));
        }

        @Override
        public void handle(Entry entry) throws Exception {
            if (entry.message().equals("block")) {
                busy.countDown();
                mayGoOn.await();
            }
            if (entry.kind() == Entry.Kind.EXIT) {
                throw new io.ergo.Stop(Reason.SHUTDOWN);
            }
            handled.add(entry.message());
        }

        @Override
        public void end(Reason why) {}
    }

    @Test
    void call_deadlineInTheRef_isNeverBeforeTheRealOne() {
        Simulation simulation = NodeBuilder.simulation(1);
        Node node = NodeBuilder.named("deadline@localhost").dispatcher(simulation).start();
        AtomicReference<Ref> seen = new AtomicReference<>();
        Pid pid = node.spawn(() -> new Actor() {

            @Override
            protected Reply handleCall(Pid from, Ref ref, Object request) {
                seen.set(ref);
                return Reply.of(request);
            }
        });
        simulation.advance(Duration.ofMillis(950));
        long begin = simulation.wallMillis();

        node.call(pid, "question", String.class, Duration.ofMillis(1_900));

        assertThat(seen.get().id2() * 1_000).isGreaterThanOrEqualTo(begin + 1_900);
        node.stop();
    }

    @Test
    void specification_missingParts_areRefusedByName() {
        ApplicationSpec spec = ApplicationSpec.of("fleet", ApplicationSpec.member("m", Idle::new));

        assertThatThrownBy(() -> spec.withMode(null)).isInstanceOf(ErgoException.class)
                .hasMessageContaining("the mode of application 'fleet'");
        assertThatThrownBy(() -> new ApplicationSpec.Member("m", Idle::new, null, Args.none()))
                .isInstanceOf(ErgoException.class).hasMessageContaining("the options of member 'm'");
        assertThat(spec.withEnv(Map.of()).env()).isEmpty();
    }
}
