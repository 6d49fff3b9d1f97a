package io.ergo.actor;

import java.util.ArrayList;
import java.util.List;

import io.ergo.Alias;
import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.MessageExit;
import io.ergo.MessageExitAlias;
import io.ergo.MessageExitPid;
import io.ergo.MessageExitProcessId;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Stop;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActorTest {

    private static final Pid SENDER = FakeContext.pid(2000);
    private static final Ref REF = new Ref("test@localhost", 1, 1, 0, 0);
    private static final ProcessId NAME = new ProcessId("probe", "test@localhost");
    private static final Alias ALIAS = new Alias("test@localhost", 1, 1, 2, 3);
    private static final Reason CUSTOM = Reason.of("custom");

    private final FakeContext fake = new FakeContext();
    private final List<String> handled = new ArrayList<>();

    /** Writes down its callbacks; answers a request with what it is if that is a reply, throws it if it is an exception. */
    private final class Probe extends Actor {

        @Override
        protected void init(Args args) {
            handled.add("init" + args.values() + " of " + self().pid());
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            handled.add("message " + message);
        }

        @Override
        protected void handleMessageName(String name, Pid from, Object message) {
            handled.add("message for " + name + " " + message);
        }

        @Override
        protected void handleMessageAlias(Alias alias, Pid from, Object message) {
            handled.add("message for alias " + message);
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) throws Exception {
            handled.add("call " + request);
            return switch (request) {
                case Reply reply -> reply;
                case Exception thrown -> throw thrown;
                default -> Reply.of(request);
            };
        }

        @Override
        protected Reply handleCallName(String name, Pid from, Ref ref, Object request) {
            handled.add("call for " + name + " " + request);
            return Reply.of(request);
        }

        @Override
        protected Reply handleCallAlias(Alias alias, Pid from, Ref ref, Object request) {
            handled.add("call for alias " + request);
            return Reply.of(request);
        }

        @Override
        protected void terminate(Reason why) {
            handled.add("terminate " + why);
        }
    }

    private static final class Silent extends Actor {}

    private static final class Hasty extends Actor {

        Hasty() {
            self();
        }
    }

    private Probe started() throws Exception {
        Probe probe = new Probe();
        probe.start(fake.context, Args.none());
        handled.clear();
        return probe;
    }

    private void message(Actor actor, Object message) throws Exception {
        actor.handle(FakeEntry.message(SENDER, FakeContext.PID, message));
    }

    private void call(Actor actor, Object request) throws Exception {
        actor.handle(FakeEntry.request(SENDER, REF, FakeContext.PID, request));
    }

    private void exit(Actor actor, MessageExit exit) throws Exception {
        actor.handle(FakeEntry.exit(SENDER, FakeContext.PID, exit));
    }

    @Test
    void self_inTheConstructor_namesTheClassAndTheWayOut() {
        assertThatThrownBy(Hasty::new).isInstanceOf(ErgoException.class).hasMessageContaining(Hasty.class.getName())
                .hasMessageContaining("init(Args)");
    }

    @Test
    void start_withArguments_runsInitInTheProcess() throws Exception {
        new Probe().start(fake.context, Args.of("cpu"));
        assertThat(handled).containsExactly("init[cpu] of " + FakeContext.PID);
    }

    @Test
    void start_ofAnInstanceThatRunsAlready_isRefused() throws Exception {
        Probe probe = started();
        assertThatThrownBy(() -> probe.start(fake.context, Args.none())).isInstanceOf(ErgoException.class)
                .hasMessageContaining("make a new one");
    }

    @Test
    void message_whenNotOverridden_isLoggedWithItsSender() throws Exception {
        Silent silent = new Silent();
        silent.start(fake.context, Args.none());
        message(silent, "hello");
        assertThat(fake.log()).containsExactly("WARN unhandled message java.lang.String from " + SENDER);
    }

    @Test
    void call_whenNotOverridden_isAnsweredWithNotSupported() throws Exception {
        Silent silent = new Silent();
        silent.start(fake.context, Args.none());
        call(silent, "hello");
        assertThat(fake.takeDone()).containsExactly("respondError(not supported)");
        assertThat(fake.log()).containsExactly("WARN unhandled request java.lang.String from " + SENDER);
    }

    @Test
    void end_passesTheFullReasonToTerminate() throws Exception {
        started().end(Reason.wrap("x", CUSTOM));
        assertThat(handled).containsExactly("terminate x: custom");
    }

    @Test
    void L08_1_splitHandle_isOffByDefaultAndToggles() throws Exception {
        Probe probe = started();
        assertThat(probe.splitHandle()).isFalse();
        probe.setSplitHandle(true);
        assertThat(probe.splitHandle()).isTrue();
    }

    @Test
    void L08_2_splitHandleOff_everythingGoesToThePlainCallbacks() throws Exception {
        Probe probe = started();
        probe.handle(FakeEntry.message(SENDER, NAME, 1));
        probe.handle(FakeEntry.message(SENDER, ALIAS, 2));
        probe.handle(FakeEntry.request(SENDER, REF, NAME, 3));
        probe.handle(FakeEntry.request(SENDER, REF, ALIAS, 4));
        assertThat(handled).containsExactly("message 1", "message 2", "call 3", "call 4");
    }

    @Test
    void L08_3_splitHandleOn_nameAndAliasHaveTheirOwnCallbacks() throws Exception {
        Probe probe = started();
        probe.setSplitHandle(true);
        message(probe, 0);
        probe.handle(FakeEntry.message(SENDER, NAME, 1));
        probe.handle(FakeEntry.message(SENDER, ALIAS, 2));
        probe.handle(FakeEntry.request(SENDER, REF, NAME, 3));
        probe.handle(FakeEntry.request(SENDER, REF, ALIAS, 4));
        assertThat(handled).containsExactly("message 0", "message for probe 1", "message for alias 2",
                "call for probe 3",
                "call for alias 4");
    }

    @Test
    void exit_untrapped_endsWithSourceAndReason() throws Exception {
        Probe probe = started();
        assertEndsWith(Reason.wrap(SENDER.toString(), Reason.NORMAL),
                () -> exit(probe, new MessageExitPid(SENDER, Reason.NORMAL)));
        assertEndsWith(Reason.wrap(NAME.toString(), CUSTOM), () -> exit(probe, new MessageExitProcessId(NAME, CUSTOM)));
        assertEndsWith(Reason.wrap(ALIAS.toString(), CUSTOM), () -> exit(probe, new MessageExitAlias(ALIAS, CUSTOM)));
        assertThat(handled).isEmpty();
    }

    @Test
    void exit_trapped_isAMessage() throws Exception {
        Probe probe = started();
        probe.setTrapExit(true);
        MessageExit ofPid = new MessageExitPid(SENDER, CUSTOM);
        MessageExit ofName = new MessageExitProcessId(NAME, CUSTOM);
        exit(probe, ofPid);
        exit(probe, ofName);
        assertThat(handled).containsExactly("message " + ofPid, "message " + ofName);
    }

    @Test
    void exit_trappedFromTheParent_endsAllTheSame() throws Exception {
        Probe probe = started();
        probe.setTrapExit(true);
        assertEndsWith(Reason.wrap(FakeContext.PARENT.toString(), Reason.SHUTDOWN),
                () -> exit(probe, new MessageExitPid(FakeContext.PARENT, Reason.SHUTDOWN)));
    }

    @Test
    void D24_exitTrapped_senderIsTheParentButThePidIsNot_isAMessage() throws Exception {
        Probe probe = started();
        probe.setTrapExit(true);
        MessageExit lost = new MessageExitPid(SENDER, Reason.NO_CONNECTION);
        probe.handle(FakeEntry.exit(FakeContext.PARENT, FakeContext.PID, lost));
        assertThat(handled).containsExactly("message " + lost);
    }

    @Test
    void call_value_isResponded() throws Exception {
        call(started(), 42);
        assertThat(fake.takeDone()).containsExactly("respond(42)");
    }

    @Test
    void call_null_isResponded() throws Exception {
        call(started(), Reply.of(null));
        assertThat(fake.takeDone()).containsExactly("respond(null)");
    }

    @Test
    void call_error_isRespondedAsError() throws Exception {
        call(started(), Reply.error(CUSTOM));
        assertThat(fake.takeDone()).containsExactly("respondError(custom)");
    }

    @Test
    void call_later_respondsNothing() throws Exception {
        call(started(), Reply.later());
        assertThat(fake.takeDone()).isEmpty();
    }

    @Test
    void call_stopWithAnswer_respondsThenEnds() throws Exception {
        Probe probe = started();
        assertEndsWith(CUSTOM, () -> call(probe, Reply.stop(CUSTOM, "bye")));
        assertThat(fake.takeDone()).containsExactly("respond(bye)");
    }

    @Test
    void call_normalStopWithoutAnswer_leavesTheRequestOpen() throws Exception {
        Probe probe = started();
        assertEndsWith(Reason.SHUTDOWN, () -> call(probe, Reply.stop(Reason.SHUTDOWN)));
        assertThat(fake.takeDone()).isEmpty();
    }

    @Test
    void call_abnormalStopWithoutAnswer_tellsTheRequester() throws Exception {
        Probe probe = started();
        assertEndsWith(CUSTOM, () -> call(probe, Reply.stop(CUSTOM)));
        assertThat(fake.takeDone()).containsExactly("respondError(process terminated)");
    }

    @Test
    void D97_call_handlerThrows_tellsTheRequesterAndGoesOnToTheEngine() throws Exception {
        Probe probe = started();
        IllegalStateException broken = new IllegalStateException("broken");
        assertThatThrownBy(() -> call(probe, broken)).isSameAs(broken);
        assertThat(fake.takeDone()).containsExactly("respondError(process terminated)");
    }

    @Test
    void call_handlerThrowsInAKilledProcess_theRefusedAnswerDoesNotHideIt() throws Exception {
        Probe probe = started();
        fake.mayRespond = false;
        IllegalStateException broken = new IllegalStateException("broken");
        assertThatThrownBy(() -> call(probe, broken)).isSameAs(broken);
        assertThat(broken.getSuppressed()).hasSize(1);
    }

    private static void assertEndsWith(Reason reason, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Stop.class,
                stop -> assertThat(stop.reason()).isEqualTo(reason));
    }
}
