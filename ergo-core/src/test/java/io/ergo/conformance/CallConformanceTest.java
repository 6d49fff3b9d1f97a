package io.ergo.conformance;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.SpawnOptions;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests and their answers. */
class CallConformanceTest {

    private static final Duration LONG = Duration.ofHours(1);

    /** A request as somebody else passes it on. */
    private record Forwarded(Pid from, Ref ref, String answer) {}

    @BothDispatchers
    void L04_1_call_byPidAnsweredWithStop_isAnsweredAndResponderEnds(World world) {
        Probe responder = world.spawn();

        answersAndEnds(world, responder, responder.pid());
    }

    @BothDispatchers
    void L04_2_call_byNameAnsweredWithStop_isAnsweredAndResponderEnds(World world) {
        Probe responder = world.spawn(SpawnOptions.named("responder"));

        answersAndEnds(world, responder, ProcessId.local("responder"));
    }

    @BothDispatchers
    void L04_3_call_byAliasAnsweredWithStop_isAnsweredAndResponderEnds(World world) {
        Probe responder = world.spawn();

        answersAndEnds(world, responder, responder.<Alias>in(self -> self.createAlias()));
    }

    private static void answersAndEnds(World world, Probe responder, Address address) {
        Ask<String> request = (_, _, _) -> Reply.stop(Reason.NORMAL, "answer");

        String answer = world.spawn().in(self -> self.call(address, request));

        assertThat(answer).isEqualTo("answer");
        assertThat(responder.awaitEnd()).isEqualTo(Reason.NORMAL);
        assertThat(world.node().processInfo(responder.pid())).isEmpty();
        refused(Reason.PROCESS_UNKNOWN, () -> world.node().call(responder.pid(), request));
    }

    @BothDispatchers
    void L04_4_call_forwardedByOneThatEnds_isAnsweredByTheThird(World world) {
        Probe caller = world.spawn();
        Probe forwarder = world.spawn();
        Probe third = world.probe().onMessage((self, message) -> {
            if (message instanceof Forwarded request) {
                self.respond(request.from(), request.ref(), request.answer()).orThrow();
            }
        }).spawn();
        Ask<String> request = (self, from, ref) -> {
            self.send(third.pid(), new Forwarded(from, ref, "from the third")).orThrow();
            return Reply.stop(Reason.NORMAL);
        };

        assertThat(caller.<String>in(self -> self.call(forwarder.pid(), request))).isEqualTo("from the third");
        assertThat(forwarder.awaitEnd()).isEqualTo(Reason.NORMAL);
    }

    @BothDispatchers
    void L04_5_call_toUnknown_isRefusedAtOnce(World world) {
        Node node = world.node();
        Alias dead = world.spawn().in(self -> {
            Alias alias = self.createAlias();
            self.deleteAlias(alias);
            return alias;
        });

        world.spawn().in(self -> {
            refused(Reason.PROCESS_UNKNOWN, () -> self.call(Expect.unknownPid(node), Ask.echo(1), LONG));
            refused(Reason.PROCESS_UNKNOWN, () -> self.call("nobody", Ask.echo(1), LONG));
            refused(Reason.PROCESS_UNKNOWN, () -> self.call(ProcessId.local("nobody"), Ask.echo(1), LONG));
            refused(Reason.PROCESS_UNKNOWN, () -> self.call(dead, Ask.echo(1), LONG));
            return self;
        });
        refused(Reason.PROCESS_UNKNOWN, () -> node.call("nobody", Ask.echo(1), LONG));
    }

    @BothDispatchers
    void call_fromTheNode_isAnswered(World world) {
        Probe responder = world.spawn(SpawnOptions.named("responder"));

        assertThat(world.node().call(responder.pid(), Ask.echo("by pid"))).isEqualTo("by pid");
        assertThat(world.node().call("responder", Ask.echo("by name"), LONG)).isEqualTo("by name");
        assertThat(world.node().call(responder.pid(), "untyped", String.class)).isEqualTo("untyped");
    }

    @BothDispatchers
    void call_answeredWithNull_returnsNull(World world) {
        Probe responder = world.spawn();

        assertThat(world.node().<Object>call(responder.pid(), (Ask<Object>) (_, _, _) -> Reply.of(null))).isNull();
        assertThat(world.node().call(responder.pid(), (Ask<Object>) (_, _, _) -> Reply.of(null), String.class))
                .isNull();
    }

    @BothDispatchers
    void call_answeredWithAnotherType_isIncorrect(World world) {
        Probe responder = world.spawn();

        refused(Reason.INCORRECT, () -> world.node().call(responder.pid(), "text", Integer.class));
    }

    @BothDispatchers
    void call_answeredWithError_throwsItsReason(World world) {
        Probe responder = world.spawn();
        Ask<String> request = (_, _, _) -> Reply.error(Expect.CUSTOM);

        refused(Expect.CUSTOM, () -> world.node().call(responder.pid(), request));
        refused(Reason.UNSUPPORTED,
                () -> world.node().call(responder.pid(), (Ask<String>) (_, _, _) -> Reply.unsupported()));
        world.spawn().in(self -> refused(Expect.CUSTOM, () -> self.call(responder.pid(), request)));
        assertThat(responder.isEnded()).isFalse();
    }

    @BothDispatchers
    void call_answeredLaterByTheHandlerItself_isAnswered(World world) {
        Probe responder = world.probe().onMessage((self, message) -> {
            if (message instanceof Forwarded request) {
                self.respond(request.from(), request.ref(), request.answer()).orThrow();
            }
        }).spawn();
        Ask<String> request = (self, from, ref) -> {
            self.sendAfter(self.pid(), new Forwarded(from, ref, "later"), Duration.ofMillis(20));
            return Reply.later();
        };

        assertThat(world.node().call(responder.pid(), request)).isEqualTo("later");
    }

    @BothDispatchers
    void call_notAnswered_timesOutAndNamesTheTarget(World world) {
        Probe responder = world.spawn(SpawnOptions.named("responder"));

        ErgoException timeout = world.spawn().in(
                self -> refused(Reason.TIMEOUT, () -> self.call("responder", Ask.open(), Duration.ofMillis(30))));

        assertThat(timeout).hasMessageContaining("responder").hasMessageContaining("waited PT");
        refused(Reason.TIMEOUT, () -> world.node().call(responder.pid(), Ask.open(), Duration.ofMillis(30)));
        assertThat(world.node().statistics().callTimeouts()).isEqualTo(2);
        assertThat(world.node().audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void call_nested_goesThroughSeveralProcesses(World world) {
        Probe first = world.spawn();
        Probe second = world.spawn();
        Probe third = world.spawn();
        Ask<String> inner = (self, _, _) -> Reply.of(self.call(third.pid(), Ask.echo("deep")) + " down");

        String answer = first.in(self -> self.call(second.pid(), inner) + " here");

        assertThat(answer).isEqualTo("deep down here");
    }

    @BothDispatchers
    void call_waiting_handlesNothingElse(World world) {
        Probe caller = world.spawn();
        Probe responder = world.spawn();
        Gate gate = responder.block();
        Pending<String> call = caller.start(self -> self.call(responder.pid(), Ask.echo("answer"), LONG));
        world.await("the caller waits", () -> caller.context().state() == ProcessState.WAIT_RESPONSE);

        world.node().send(caller.pid(), "meanwhile").orThrow();
        assertThat(caller.messages()).isEmpty();
        gate.open();

        assertThat(call.get()).isEqualTo("answer");
        assertThat(caller.awaitMessages(1)).containsExactly("meanwhile");
    }

    @BothDispatchers
    void request_fromTheNode_completesWithTheAnswer(World world) {
        Probe responder = world.spawn();

        CompletableFuture<String> answered = world.node().request(responder.pid(), Ask.echo("answer"), LONG);
        CompletableFuture<?> late = world.node().request(responder.pid(), Ask.open(), Duration.ofMillis(30));
        CompletableFuture<?> unknown = world.node().request(ProcessId.local("nobody"), Ask.echo("answer"), LONG);

        world.await("all requests complete", () -> answered.isDone() && late.isDone() && unknown.isDone());
        assertThat(answered).isCompletedWithValue("answer");
        refused(Reason.TIMEOUT, () -> completed(late));
        refused(Reason.PROCESS_UNKNOWN, () -> completed(unknown));
    }

    @BothDispatchers
    void request_answered_completesOnTheExecutorOfTheNode(World world) {
        Queue<Runnable> executor = new ConcurrentLinkedQueue<>();
        Node node = world.start("demo@localhost", builder -> builder.completions(executor::add));
        Probe responder = world.spawn();

        CompletableFuture<String> answered = node.request(responder.pid(), Ask.echo("answer"), LONG);

        world.await("the completion is given to the executor", () -> !executor.isEmpty());
        assertThat(answered).isNotDone();
        executor.remove().run();
        assertThat(answered).isCompletedWithValue("answer");
    }

    private static Object completed(CompletableFuture<?> future) throws Throwable {
        if (future.isCompletedExceptionally()) {
            throw future.exceptionNow();
        }
        return future.resultNow();
    }
}
