package io.ergo.actor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.RestartStrategy;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.SupervisionInfo;
import io.ergo.engine.NodeBuilder;
import io.ergo.engine.dispatch.SimulatedDispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ergo.SupervisorType.ALL_FOR_ONE;
import static io.ergo.SupervisorType.ONE_FOR_ONE;
import static io.ergo.SupervisorType.SIMPLE_ONE_FOR_ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Supervisors on a node, in virtual time, each test in a few orders of events. */
@ParameterizedClass
@ValueSource(longs = {1, 2, 3, 4, 5})
class SupervisorOnNodeTest {

    private static final Reason CUSTOM = Reason.of("custom");

    private final List<String> seen = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> escaped = new ArrayList<>();
    private final SimulatedDispatcher simulation;
    private final Node node;

    SupervisorOnNodeTest(long seed) {
        simulation = SimulatedDispatcher.seeded(seed, (what, thrown) -> escaped.add(what + ": " + thrown));
        node = NodeBuilder.named("test@localhost").dispatcher(simulation).start();
    }

    /** Ends with the reason it is sent, is busy for the time it is sent, and for very long if it is sent anything else. */
    private final class Worker extends Actor {

        private String name = "";

        @Override
        protected void init(Args args) {
            name = args.isEmpty() ? self().name().orElse("instance") : args.get(0, String.class);
            if (broken.contains(name)) {
                throw new Stop(Reason.of("broken"));
            }
            seen.add("init " + name);
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            switch (message) {
                case Reason reason -> throw new Stop(reason);
                case Duration busy -> await(busy);
                default -> await(Duration.ofHours(1));
            }
        }

        private void await(Duration time) {
            try {
                self().call(ProcessId.local("silent"), "an answer", String.class, time);
            } catch (ErgoException e) {
                if (!e.reason().equals(Reason.TIMEOUT)) {
                    throw e;
                }
            }
        }

        @Override
        protected void terminate(Reason why) {
            seen.add("end " + name + " " + why.outside());
        }
    }

    private static final class Silent extends Actor {

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return Reply.later();
        }
    }

    /** Starts instances and tells of them when asked. */
    private static final class Devices extends Supervisor {

        private final SupervisorSpec spec;

        Devices(SupervisorSpec spec) {
            this.spec = spec;
        }

        @Override
        protected SupervisorSpec init(Args args) {
            return spec;
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) {
            return Reply.of(startChild("w", Args.of(request)));
        }
    }

    private SupervisorSpec spec(String... names) {
        SupervisorSpec spec = SupervisorSpec.of(ONE_FOR_ONE).withStrategy(RestartStrategy.PERMANENT);
        for (String name : names) {
            spec = spec.withChild(ChildSpec.of(name, Worker::new));
        }
        return spec;
    }

    private Pid spawn(SupervisorSpec spec) {
        return node.spawn(() -> Supervisor.of(spec), SpawnOptions.named("sup"));
    }

    private List<String> takeSeen() {
        simulation.runUntilIdle();
        List<String> taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }

    private Optional<SupervisionInfo> supervision(Pid pid) {
        return node.supervision(pid);
    }

    @BeforeEach
    void spawnSilent() {
        node.spawn(Silent::new, SpawnOptions.named("silent"));
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(node.stop()).isTrue();
        assertThat(node.audit().isClean()).as(node.audit().toString()).isTrue();
        assertThat(escaped).isEmpty();
    }

    @Test
    void S1_ofo_killedChild_isRestartedUnderItsName() {
        Pid sup = spawn(spec("a", "b"));
        assertThat(takeSeen()).containsExactly("init a", "init b");
        Pid a = node.pidOf("a").orElseThrow();
        node.kill(a);
        assertThat(takeSeen()).containsExactlyInAnyOrder("end a kill", "init a");
        assertThat(node.pidOf("a")).isNotEmpty().isNotEqualTo(Optional.of(a));
        SupervisionInfo info = supervision(sup).orElseThrow();
        assertThat(info.restarts()).isEqualTo(1);
        assertThat(info.children()).extracting(SupervisionInfo.Child::pid)
                .containsExactly(node.pidOf("a"), node.pidOf("b"));
    }

    @Test
    void S11_afoPermanent_custom_restartsAllInOrder() {
        spawn(SupervisorSpec.of(ALL_FOR_ONE).withStrategy(RestartStrategy.PERMANENT)
                .withChildren(spec("a", "b", "c").children()));
        takeSeen();
        node.send("b", CUSTOM);
        List<String> events = takeSeen();
        assertThat(events).contains("end a custom", "end b custom", "end c custom");
        assertThat(events).filteredOn(event -> event.startsWith("init")).containsExactly("init a", "init b", "init c");
    }

    @Test
    void S20_exitFromTheNode_endsChildrenThenTheSupervisorWithExactlyThatReason() {
        Pid sup = spawn(spec("a", "b"));
        takeSeen();
        node.sendExit(sup, CUSTOM);
        assertThat(takeSeen()).containsExactlyInAnyOrder("end a custom", "end b custom");
        assertThat(node.processState(sup)).isEmpty();
    }

    @Test
    void S37_childFailsInInit_spawnFailsWithItsReasonAndTheOthersEnd() {
        broken.add("b");
        assertThatThrownBy(() -> spawn(spec("a", "b", "c"))).isInstanceOfSatisfying(ErgoException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.of("broken")));
        assertThat(takeSeen()).containsExactly("init a", "end a broken");
        assertThat(node.pidOf("a")).isEmpty();
    }

    @Test
    void S39_twoChildrenOfOneName_spawnFailsWithDuplicate() {
        assertThatThrownBy(() -> node.spawn(() -> new Supervisor() {
            @Override
            protected SupervisorSpec init(Args args) {
                return spec("a", "a");
            }
        })).isInstanceOfSatisfying(ErgoException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.SUPERVISOR_CHILD_DUPLICATE));
    }

    @Test
    void D28_childThatIsStuck_isKilledAfterItsTime() {
        Pid sup = spawn(spec("a", "b"));
        node.send("a", "stick");
        takeSeen();
        node.sendExit(sup, CUSTOM);
        assertThat(takeSeen()).containsExactly("end b custom");
        simulation.advance(Duration.ofMillis(4_900));
        assertThat(node.processState(sup)).isNotEmpty();
        simulation.advance(Duration.ofMillis(200));
        assertThat(takeSeen()).containsExactly("end a kill");
        assertThat(node.processState(sup)).isEmpty();
    }

    @Test
    void D28_stuckGrandchild_isKilledByItsOwnSupervisor() {
        SupervisorSpec inner = spec("leaf");
        Pid sup = spawn(SupervisorSpec.of(ONE_FOR_ONE, ChildSpec.of("inner", () -> Supervisor.of(inner))));
        node.send("leaf", "stick");
        takeSeen();
        node.sendExit(sup, CUSTOM);
        simulation.advance(Duration.ofSeconds(6));
        assertThat(takeSeen()).containsExactly("end leaf kill");
        assertThat(node.processState(sup)).isEmpty();
    }

    @Test
    void S21_childThatNeverComesUpAgain_endsTheSupervisor() {
        Pid sup = spawn(spec("a", "b"));
        takeSeen();
        broken.add("a");
        node.send("a", CUSTOM);
        assertThat(takeSeen()).containsExactly("end a custom");
        simulation.advance(Duration.ofSeconds(5));
        assertThat(takeSeen()).containsExactly("end b restart intensity is exceeded");
        assertThat(node.processState(sup)).isEmpty();
    }

    @Test
    void D26_supervisorWhoseNamesAreStillTaken_isRestartedWhenTheyAreFree() {
        SupervisorSpec inner = spec("leaf", "twig");
        spawn(SupervisorSpec.of(ONE_FOR_ONE, ChildSpec.of("inner", () -> Supervisor.of(inner))));
        node.send("leaf", Duration.ofMillis(100));
        takeSeen();
        node.kill(node.pidOf("inner").orElseThrow());
        simulation.advance(Duration.ofSeconds(2));
        assertThat(takeSeen()).contains("end leaf kill", "init leaf", "init twig");
        assertThat(node.pidOf("inner")).isNotEmpty();
        assertThat(node.pidOf("leaf")).isNotEmpty();
    }

    @Test
    void S30_sofo_instanceIsReplacedWithItsOwnArguments() {
        SupervisorSpec spec = SupervisorSpec.of(SIMPLE_ONE_FOR_ONE, ChildSpec.of("w", Worker::new));
        Pid sup = node.spawn(() -> new Devices(spec));
        Pid x = node.call(sup, "x", Pid.class);
        node.call(sup, "y", Pid.class);
        node.kill(x);
        assertThat(takeSeen()).containsExactlyInAnyOrder("init x", "init y", "end x kill", "init x");
        assertThat(supervision(sup).orElseThrow().children()).hasSize(2);
    }

    @Test
    void killedSupervisor_takesItsChildrenWithIt() {
        Pid sup = spawn(spec("a", "b"));
        takeSeen();
        node.kill(sup);
        assertThat(takeSeen()).containsExactlyInAnyOrder("end a kill", "end b kill");
    }
}
