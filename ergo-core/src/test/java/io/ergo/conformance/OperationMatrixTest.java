package io.ergo.conformance;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ergo.Alias;
import io.ergo.ErgoException;
import io.ergo.NodeAudit;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import io.ergo.conformance.Operation.Allowed;
import io.ergo.conformance.Operation.Scene;
import io.ergo.conformance.Operation.Where;
import io.ergo.spi.BehaviorContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of a process in every state: it is done, or refused without doing anything. The table is {@link Operation}; an operation
 * that is added to the roles of a process needs a row there.
 */
class OperationMatrixTest {

    @Test
    void X1_table_operations_areThoseOfTheRoles() {
        List<String> operations = Arrays.stream(BehaviorContext.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")")))
                .distinct().toList();

        assertThat(Operation.all().keySet()).as("the rows of Operation")
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @BothDispatchers
    void X1_inInit(World world) {
        all(world, Where.INIT);
    }

    @BothDispatchers
    void X1_running(World world) {
        all(world, Where.RUNNING);
    }

    @BothDispatchers
    void X1_sleeping(World world) {
        all(world, Where.SLEEP);
    }

    @BothDispatchers
    void X1_waitingForAResponse(World world) {
        all(world, Where.WAIT_RESPONSE);
    }

    @BothDispatchers
    void X1_inTheTerminateCallback(World world) {
        all(world, Where.TERMINATED);
    }

    @BothDispatchers
    void X1_afterTheEnd(World world) {
        all(world, Where.ENDED);
    }

    @BothDispatchers
    void X1_killed(World world) {
        all(world, Where.ZOMBEE);
    }

    @BothDispatchers
    void X1_onAForeignThread(World world) {
        all(world, Where.FOREIGN);
    }

    private static void all(World world, Where where) {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Operation> row : Operation.all().entrySet()) {
            Cell cell = new Cell(world, row.getValue());
            cell.reach(where);
            String outcome = cell.outcome();
            if (!isRight(outcome, row.getValue().allowed(), where)) {
                wrong.add(row.getKey() + ": " + outcome);
            }
            cell.end();
        }
        assertThat(wrong).as("%s", where).isEmpty();
    }

    /** What is done may show an effect later; what is not must never have one, and would show it at once. */
    private static boolean isRight(String outcome, Allowed allowed, Where where) {
        if (allowed.at(where)) {
            return outcome.startsWith("done");
        }
        return outcome.equals(allowed == Allowed.ELSEWHERE_IGNORED ? "done without effect" : "refused without effect");
    }

    /** One operation in one state, with processes of its own. */
    private static final class Cell {

        private final World world;
        private final Operation operation;
        private final Probe other;
        private final Probe child;
        private final Probe probe;
        private final AtomicReference<Alias> alias = new AtomicReference<>();
        private final AtomicReference<@Nullable String> outcome = new AtomicReference<>();

        Cell(World world, Operation operation) {
            this.world = world;
            this.operation = operation;
            this.other = world.spawn(SpawnOptions.named("other")).trap(true);
            this.child = world.probe();
            this.probe = world.probe();
        }

        void reach(Where where) {
            switch (where) {
                case INIT -> spawn(true);
                case RUNNING -> spawn(false).in(_ -> act());
                case SLEEP -> {
                    spawn(false);
                    await(ProcessState.SLEEP);
                    act();
                }
                case WAIT_RESPONSE -> waiting();
                case TERMINATED -> {
                    spawn(false).onTerminate((_, _) -> act());
                    finish();
                }
                case ENDED -> {
                    spawn(false);
                    finish();
                    act();
                }
                case ZOMBEE -> killed();
                case FOREIGN -> {
                    Gate gate = spawn(false).block();
                    act();
                    gate.open();
                }
            }
        }

        private Probe spawn(boolean act) {
            probe.inInit(_ -> {
                operation.before().accept(scene());
                return act ? act() : "later";
            });
            return probe.spawn();
        }

        private void await(ProcessState state) {
            world.await("the process is in state " + state,
                    () -> world.node().processState(probe.pid()).orElseThrow() == state);
        }

        private void waiting() {
            Probe silent = world.spawn();
            Pending<ErgoException> call = spawn(false).start(self -> Expect.refused(Reason.PROCESS_TERMINATED,
                    () -> self.call(silent.pid(), Ask.open(), ofHours(1))));
            await(ProcessState.WAIT_RESPONSE);
            act();
            silent.end();
            world.node().kill(probe.pid());
            call.get();
        }

        private void finish() {
            world.node().send(probe.pid(), new Stop(Reason.NORMAL)).orThrow();
            probe.awaitEnd();
        }

        private void killed() {
            Gate gate = world.gate();
            Pending<String> rest = spawn(false).start(_ -> {
                gate.pass();
                return act();
            });
            world.await("the handler stands still", gate::isReached);
            world.node().kill(probe.pid());
            gate.open();
            rest.get();
        }

        private Scene scene() {
            return new Scene((BehaviorContext) probe.context(), other, child, alias);
        }

        /** Does the operation and notes what came of it. */
        private String act() {
            List<Object> before = footprint();
            String what;
            try {
                operation.act().accept(scene());
                what = "done";
            } catch (ErgoException refusal) {
                what = refusal.reason().equals(Reason.NOT_ALLOWED) ? "refused" : refusal.toString();
            }
            String noted = before.equals(footprint()) ? what + " without effect" : what;
            outcome.set(noted);
            return noted;
        }

        /** What an operation could change, as far as it can be seen at once. */
        private List<Object> footprint() {
            BehaviorContext self = scene().self();
            NodeAudit audit = world.node().audit();
            return List.of(self.name(), self.aliases(), self.links(), self.monitors(), self.env(), self.sendPriority(),
                    self.compression(), self.keepNetworkOrder(), self.importantDelivery(), audit.timers(),
                    audit.names(), audit.relations(), world.node().processes().size(), child.isStarted(),
                    world.node().statistics().deadLetters(), messagesIn(), isOtherAlive());
        }

        private long messagesIn() {
            return world.node().processInfo(other.pid()).map(info -> info.messagesIn()).orElse(-1L);
        }

        private boolean isOtherAlive() {
            return world.node().processState(other.pid()).filter(ProcessState::isAlive).isPresent();
        }

        String outcome() {
            return String.valueOf(outcome.get());
        }

        void end() {
            Stream.of(probe, child, other).filter(Probe::isStarted).filter(one -> !one.isEnded()).forEach(one -> {
                world.node().kill(one.pid());
                one.awaitEnd();
            });
        }
    }
}
