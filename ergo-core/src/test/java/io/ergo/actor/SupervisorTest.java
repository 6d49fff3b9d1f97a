package io.ergo.actor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ergo.Address;
import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.MessageExit;
import io.ergo.MessageExitPid;
import io.ergo.MessageExitProcessId;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.RestartStrategy;
import io.ergo.Stop;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisorType;
import io.ergo.spi.ProcessBehavior;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

/** The supervisor as a behaviour: how entries become inputs and actions become effects. */
class SupervisorTest {

    private static final Pid SENDER = FakeContext.pid(2000);
    private static final Pid A = FakeContext.pid(1002);
    private static final Pid B = FakeContext.pid(1003);
    private static final Ref REF = new Ref("test@localhost", 1, 1, 0, 0);
    private static final Reason CUSTOM = Reason.of("custom");
    private static final Address SELF = FakeContext.PID;

    private final FakeContext fake = new FakeContext();
    private final List<String> handled = new ArrayList<>();
    private SupervisorSpec spec = Scenario.spec(SupervisorType.ONE_FOR_ONE, RestartStrategy.TRANSIENT, "a", "b");

    /** Does what its messages say. */
    private final class Boss extends Supervisor {

        @Override
        protected SupervisorSpec init(Args args) {
            handled.add("init" + args.values());
            return spec;
        }

        @Override
        protected void handleMessage(Pid from, Object message) throws Exception {
            switch (message) {
                case Exception thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case Runnable task -> task.run();
                default -> handled.add("message " + message);
            }
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) throws Exception {
            return switch (request) {
                case Exception thrown -> throw thrown;
                case Reply reply -> reply;
                default -> Reply.of(request);
            };
        }

        @Override
        protected void handleChildStart(String name, Pid pid) {
            handled.add("started " + name + " " + pid);
        }

        @Override
        protected void handleChildTerminate(String name, Pid pid, Reason reason) {
            handled.add("ended " + name + " " + pid + " " + reason);
        }

        @Override
        protected void terminate(Reason why) {
            handled.add("terminate " + why);
        }
    }

    private Boss started() throws Exception {
        Boss boss = new Boss();
        boss.start(fake.context, Args.none());
        fake.takeDone();
        handled.clear();
        return boss;
    }

    private static void message(Supervisor supervisor, Object message) {
        supervisor.handle(FakeEntry.message(SENDER, SELF, message));
    }

    private static void exit(Supervisor supervisor, MessageExit exit) {
        supervisor.handle(FakeEntry.exit(SENDER, SELF, exit));
    }

    private static void ends(Supervisor supervisor, Pid child, Reason reason) {
        exit(supervisor, new MessageExitPid(child, reason));
    }

    private static void assertEndsWith(Reason reason, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Stop.class,
                stop -> assertThat(stop.reason()).isEqualTo(reason));
    }

    private static Map<String, String> inspected(Boss boss) {
        Map<String, String> shown = new LinkedHashMap<>();
        message(boss, (Runnable) () -> {
            try {
                shown.putAll(boss.handleInspect(SENDER, List.of()));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        return shown;
    }

    private void deliverToSelf(Supervisor supervisor) {
        List<Object> messages = List.copyOf(fake.toSelf);
        fake.toSelf.clear();
        messages.forEach(message -> supervisor.handle(FakeEntry.message(FakeContext.PID, SELF, message)));
    }

    @Test
    void start_spawnsTheChildrenUnderTheirNamesAndLinked() throws Exception {
        new Boss().start(fake.context, Args.of(7));
        assertThat(handled).containsExactly("init[7]");
        assertThat(fake.takeDone()).containsExactly("spawn(a) links true true", "spawn(b) links true true");
    }

    @Test
    void start_ofInstances_givesThemNoName() throws Exception {
        spec = Scenario.spec(SupervisorType.SIMPLE_ONE_FOR_ONE, RestartStrategy.TRANSIENT, "w");
        Boss boss = started();
        message(boss, (Runnable) () -> handled.add("pid " + boss.startChild("w", Args.of("x"))));
        assertThat(fake.takeDone()).containsExactly("spawn(instance[x]) links true true");
        assertThat(handled).containsExactly("pid " + A);
    }

    @Test
    void S37_start_childFails_failsWithItsReason() {
        fake.failing.add("b");
        assertEndsWith(Reason.of("b is broken"), () -> new Boss().start(fake.context, Args.none()));
        assertThat(fake.takeDone()).containsExactly("spawn(a) links true true", "failed(b)");
        assertThat(fake.log()).singleElement().asString().contains("child 'b'", "b is broken");
    }

    @Test
    void S39_start_twoChildrenOfOneName_failsWithDuplicate() {
        Supervisor supervisor = new Supervisor() {
            @Override
            protected SupervisorSpec init(Args args) {
                return spec.withChild(Scenario.child("a"));
            }
        };
        assertEndsWith(Reason.SUPERVISOR_CHILD_DUPLICATE, () -> supervisor.start(fake.context, Args.none()));
    }

    @Test
    void start_withoutChildren_fails() {
        spec = SupervisorSpec.of(SupervisorType.SIMPLE_ONE_FOR_ONE);
        assertEndsWith(Reason.of("children list can not be empty"), () -> new Boss().start(fake.context, Args.none()));
    }

    @Test
    void exit_ofAChild_restartsIt() throws Exception {
        Boss boss = started();
        ends(boss, A, CUSTOM);
        assertThat(fake.takeDone()).containsExactly("restarted(a,custom)", "spawn(a) links true true");
        assertThat(boss.children()).extracting(child -> child.pid().orElseThrow())
                .containsExactly(FakeContext.pid(1004), B);
        assertThat(boss.supervision().restarts()).isEqualTo(1);
    }

    @Test
    void S20_exit_ofANonChild_endsWithExactlyThatReasonAfterTheLastChild() throws Exception {
        Boss boss = started();
        exit(boss, new MessageExitPid(SENDER, CUSTOM));
        assertThat(fake.takeDone()).containsExactly("exit(" + A + ",custom)", "exit(" + B + ",custom)");
        ends(boss, A, CUSTOM);
        assertEndsWith(CUSTOM, () -> ends(boss, B, CUSTOM));
    }

    @Test
    void exit_ofALinkedName_isWrapped() throws Exception {
        Boss boss = started();
        ProcessId name = ProcessId.local("db");
        exit(boss, new MessageExitProcessId(name, CUSTOM));
        Reason wrapped = Reason.wrap(name.toString(), CUSTOM);
        assertThat(fake.takeDone()).first().isEqualTo("exit(" + A + "," + wrapped + ")");
        ends(boss, A, CUSTOM);
        assertEndsWith(wrapped, () -> ends(boss, B, CUSTOM));
    }

    @Test
    void S38_messageHandlerStops_shutsDownInOrder() throws Exception {
        Boss boss = started();
        message(boss, new Stop(CUSTOM));
        assertThat(fake.takeDone()).containsExactly("exit(" + A + ",custom)", "exit(" + B + ",custom)");
        message(boss, "still here");
        assertThat(handled).containsExactly("message still here");
        ends(boss, A, CUSTOM);
        assertEndsWith(CUSTOM, () -> ends(boss, B, CUSTOM));
    }

    @Test
    void messageHandlerThrows_shutsDownWithPanicThatCarriesTheException() throws Exception {
        Boss boss = started();
        IllegalStateException broken = new IllegalStateException("broken");
        message(boss, broken);
        assertThat(fake.takeDone()).containsExactly("exit(" + A + ",panic)", "exit(" + B + ",panic)");
        assertThat(fake.log()).hasSize(1);
        ends(boss, A, Reason.PANIC);
        assertThatThrownBy(() -> ends(boss, B, Reason.PANIC)).isInstanceOfSatisfying(Stop.class, stop -> {
            assertThat(stop.reason().outside()).isEqualTo(Reason.PANIC);
            assertThat(stop.reason().exception()).containsSame(broken);
        });
    }

    @Test
    void messageHandlerRunsOutOfMemory_endsAtOnce() throws Exception {
        Boss boss = started();
        OutOfMemoryError broken = new OutOfMemoryError("test");
        assertThatThrownBy(() -> message(boss, broken)).isSameAs(broken);
        assertThat(fake.takeDone()).isEmpty();
    }

    @Test
    void callHandlerStopsWithAnswer_answersThenShutsDown() throws Exception {
        Boss boss = started();
        boss.handle(FakeEntry.request(SENDER, REF, SELF, Reply.stop(CUSTOM, "bye")));
        assertThat(fake.takeDone()).containsExactly("respond(bye)", "exit(" + A + ",custom)", "exit(" + B + ",custom)");
    }

    @Test
    void D97_callHandlerThrows_tellsTheRequesterThenShutsDown() throws Exception {
        Boss boss = started();
        boss.handle(FakeEntry.request(SENDER, REF, SELF, new Stop(CUSTOM)));
        assertThat(fake.takeDone()).containsExactly("respondError(process terminated)", "exit(" + A + ",custom)",
                "exit(" + B + ",custom)");
    }

    @Test
    void call_value_isResponded() throws Exception {
        started().handle(FakeEntry.request(SENDER, REF, SELF, 42));
        assertThat(fake.takeDone()).containsExactly("respond(42)");
    }

    @Test
    void plainSupervisor_answersNotSupportedAndLogsMessages() throws Exception {
        Supervisor plain = Supervisor.of(spec);
        plain.start(fake.context, Args.none());
        fake.takeDone();
        plain.handle(FakeEntry.request(SENDER, REF, SELF, 42));
        message(plain, "hello");
        assertThat(fake.takeDone()).containsExactly("respondError(not supported)");
        assertThat(fake.log()).last().isEqualTo("WARN unhandled message java.lang.String from " + SENDER);
        assertThat(plain.behaviorClass()).isEqualTo(Supervisor.class);
    }

    @Test
    void S40_management_outsideOfTheCallbacks_isNotAllowed() throws Exception {
        Boss boss = started();
        assertNotAllowed(() -> boss.startChild("a"));
        assertNotAllowed(() -> boss.addChild(Scenario.child("c")));
        assertNotAllowed(() -> boss.enableChild("a"));
        assertNotAllowed(() -> boss.disableChild("a"));
        assertNotAllowed(() -> new Boss().startChild("a"));
        assertThat(fake.takeDone()).isEmpty();
    }

    @Test
    void S40_management_onAForeignThreadWhileACallbackRuns_isNotAllowed() throws Exception {
        Boss boss = started();
        message(boss, (Runnable) () -> {
            Thread foreign = Thread.ofVirtual().start(() -> {
                assertNotAllowed(() -> boss.disableChild("a"));
                handled.add("refused");
            });
            try {
                foreign.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(handled).containsExactly("refused");
    }

    private static void assertNotAllowed(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(ErgoException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED));
    }

    @Test
    void S24_management_thatIsRefused_throwsInTheCallback() throws Exception {
        Boss boss = started();
        message(boss, (Runnable) () -> assertThatThrownBy(() -> boss.startChild("a")).isInstanceOfSatisfying(
                ErgoException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SUPERVISOR_CHILD_RUNNING)));
        assertThat(fake.takeDone()).isEmpty();
    }

    @Test
    void S42_addChildThatFails_throwsItsReasonInTheCallback() throws Exception {
        Boss boss = started();
        fake.failing.add("c");
        message(boss,
                (Runnable) () -> assertThatThrownBy(() -> boss.addChild(Scenario.child("c"))).isInstanceOfSatisfying(
                        ErgoException.class, e -> assertThat(e.reason()).isEqualTo(Reason.of("c is broken"))));
        assertThat(boss.children()).extracting(SupervisionInfo.Child::spec).containsExactly("a", "b", "c");
    }

    @Test
    void S26_disableAndEnable_areCarriedOut() throws Exception {
        Boss boss = started();
        message(boss, (Runnable) () -> boss.disableChild("a"));
        ends(boss, A, Reason.SHUTDOWN);
        message(boss, (Runnable) () -> boss.enableChild("a"));
        assertThat(fake.takeDone()).containsExactly("exit(" + A + ",shutdown)", "spawn(a) links true true");
    }

    @Test
    void D28_childThatDoesNotEndInTime_isKilled() throws Exception {
        spec = spec.withChild(Scenario.child("slow").withShutdown(Duration.ofMinutes(1)));
        Boss boss = started();
        exit(boss, new MessageExitPid(SENDER, CUSTOM));
        assertThat(fake.timers).extracting(timer -> timer.delay.toSeconds()).containsExactly(5L, 5L, 60L);
        ends(boss, B, CUSTOM);
        assertThat(fake.timers).extracting(timer -> timer.cancelled).containsExactly(false, true, false);
        fake.takeDone();
        message(boss, fake.timers.getFirst().message);
        message(boss, fake.timers.get(1).message);
        assertThat(fake.takeDone()).containsExactly("kill(" + A + ")");
    }

    @Test
    void D28_childThatIsASupervisor_hasNoTimeOutUnlessItIsGivenOne() throws Exception {
        spec = spec.withChild(Scenario.child("c").withShutdown(Duration.ofSeconds(1)));
        Boss boss = started();
        fake.supervisors.addAll(List.of(A, FakeContext.pid(1004)));
        exit(boss, new MessageExitPid(SENDER, CUSTOM));
        assertThat(fake.timers).extracting(timer -> timer.delay.toSeconds()).containsExactly(5L, 1L);
    }

    @Test
    void L10_2_childCallbacks_comeThroughTheMailboxInTheOrderOfTheFacts() throws Exception {
        spec = spec.withHandleChild(true);
        Boss boss = started();
        deliverToSelf(boss);
        assertThat(handled).containsExactly("started a " + A, "started b " + B);
        handled.clear();
        ends(boss, A, CUSTOM);
        assertThat(handled).isEmpty();
        deliverToSelf(boss);
        assertThat(handled).containsExactly("ended a " + A + " custom", "started a " + FakeContext.pid(1004));
    }

    @Test
    void childCallbacks_areOffByDefault() throws Exception {
        Boss boss = started();
        ends(boss, A, CUSTOM);
        assertThat(fake.toSelf).isEmpty();
    }

    @Test
    void S21_tooManyRestarts_areLoggedWithTheChildAndItsReason() throws Exception {
        spec = spec.withIntensity(0, Duration.ofSeconds(5));
        ends(started(), A, CUSTOM);
        assertThat(fake.log()).singleElement().asString().startsWith("ERROR").contains("'a'", "custom");
    }

    @Test
    void S23_restartsAreCountedOnTheMonotonicClock() throws Exception {
        spec = spec.withIntensity(1, Duration.ofSeconds(5));
        Boss boss = started();
        ends(boss, A, CUSTOM);
        fake.nanos += Duration.ofSeconds(6).toNanos();
        ends(boss, B, CUSTOM);
        assertThat(boss.supervision().restarts()).isEqualTo(2);
    }

    @Test
    void supervision_beforeTheStart_isEmpty() {
        assertThat(new Boss().supervision().children()).isEmpty();
    }

    @Test
    void supervision_showsSpecificationAndChildren() throws Exception {
        Boss boss = started();
        assertThat(boss.supervision())
                .isEqualTo(new SupervisionInfo(spec.type(), spec.strategy(), 5, Duration.ofSeconds(5),
                        0, List.of(new SupervisionInfo.Child("a", A, false, false, 0),
                                new SupervisionInfo.Child("b", B, false, false, 0)),
                        List.of()));
    }

    @Test
    void inspect_ofNamedChildren_showsTheFrameworksKeys() throws Exception {
        Boss boss = started();
        assertThat(inspected(boss)).containsExactly(entry("type", "One For One"), entry("strategy", "Transient"),
                entry("intensity", "5"), entry("period", "5"), entry("restarts_count", "0"),
                entry("auto_shutdown", "true"), entry("children_total", "2"), entry("children_running", "2"),
                entry("children_disabled", "0"));
    }

    @Test
    void inspect_afterAFailureAndADisable_countsThem() throws Exception {
        spec = Scenario.spec(SupervisorType.REST_FOR_ONE, RestartStrategy.PERMANENT, "a", "b").withKeepOrder(true)
                .withIntensity(3, Duration.ofMillis(1500));
        Boss boss = started();
        ends(boss, B, CUSTOM);
        message(boss, (Runnable) () -> boss.disableChild("a"));
        assertThat(inspected(boss)).contains(entry("type", "Rest For One"), entry("strategy", "Permanent"),
                entry("period", "1.5"), entry("restarts_count", "1"), entry("keep_order", "true"),
                entry("children_running", "2"), entry("children_disabled", "1"));
    }

    @Test
    void inspect_ofTemplates_countsInstancesAndThoseWithArgumentsOfTheirOwn() throws Exception {
        spec = Scenario.spec(SupervisorType.SIMPLE_ONE_FOR_ONE, RestartStrategy.TEMPORARY, "w", "v");
        Boss boss = started();
        message(boss, (Runnable) () -> {
            boss.startChild("w");
            boss.startChild("w", Args.of("x"));
            boss.disableChild("v");
        });
        assertThat(inspected(boss)).containsExactly(entry("type", "Simple One For One"), entry("strategy", "Temporary"),
                entry("intensity", "5"), entry("period", "5"), entry("restarts_count", "0"), entry("specs_total", "2"),
                entry("specs_disabled", "1"), entry("instances_total", "2"), entry("child:'w'", "2"),
                entry("child:'w':args", "1"), entry("child:'v'", "0"), entry("child:'v':args", "0"));
    }

    @Test
    void end_callsTerminate() throws Exception {
        ProcessBehavior boss = started();
        boss.end(CUSTOM);
        assertThat(handled).containsExactly("terminate custom");
    }
}
