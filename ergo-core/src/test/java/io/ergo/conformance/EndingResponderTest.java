package io.ergo.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.ergo.ErgoException;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.Reply;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests to a process that ends: who waits is told at once, it does not run into its time-out (D-97). */
class EndingResponderTest {

    private static final Duration LONG = Duration.ofHours(1);

    @BothDispatchers
    void requestInMailbox_processKilled_requesterIsTold(World world) {
        queued(world, Ending.KILL);
    }

    @BothDispatchers
    void requestInMailbox_processExits_requesterIsTold(World world) {
        queued(world, Ending.CUSTOM);
    }

    @BothDispatchers
    void requestInMailbox_processShutDown_requesterIsTold(World world) {
        queued(world, Ending.SHUTDOWN);
    }

    @BothDispatchers
    void requestInMailbox_earlierMessageThrows_requesterIsTold(World world) {
        queued(world, Ending.PANIC);
    }

    /** The message that ends it stands before the requests, or overtakes them. */
    private static void queued(World world, Ending ending) {
        Node node = world.node();
        Probe responder = world.spawn();
        Gate gate = responder.block();
        if (ending != Ending.KILL) {
            ending.happenTo(responder, node);
        }
        Pending<ErgoException> caller = world.spawn()
                .start(self -> refused(Reason.PROCESS_TERMINATED,
                        () -> self.call(responder.pid(), Ask.echo("x"), LONG)));
        List<CompletableFuture<String>> requests = new ArrayList<>();
        int waiting = ending == Ending.PANIC ? 12 : 11; // the message that throws stands before the requests
        for (int i = 0; i < 10; i++) {
            requests.add(node.request(responder.pid(), Ask.echo("x"), LONG));
        }
        world.await("all requests are in the mailbox",
                () -> node.processInfo(responder.pid()).orElseThrow().mailbox().main() == waiting);
        if (ending == Ending.KILL) {
            ending.happenTo(responder, node);
        }
        gate.open();

        caller.get();
        for (CompletableFuture<String> request : requests) {
            world.await("the request completes", request::isDone);
            assertThat(((ErgoException) request.exceptionNow()).reason()).isEqualTo(Reason.PROCESS_TERMINATED);
        }
        assertThat(responder.requests()).isEmpty();
        assertThat(node.audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void requestInHandler_processKilled_requesterIsTold(World world) {
        Probe responder = world.spawn();
        Gate gate = world.gate();
        Ask<String> stuck = (_, _, _) -> {
            gate.pass();
            return Reply.of("too late");
        };
        Pending<ErgoException> caller = world.spawn()
                .start(self -> refused(Reason.PROCESS_TERMINATED, () -> self.call(responder.pid(), stuck, LONG)));
        world.await("the handler stands still", gate::isReached);

        world.node().kill(responder.pid());
        gate.open();

        caller.get();
        assertThat(responder.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers
    void requestInHandler_handlerThrows_requesterIsTold(World world) {
        Probe responder = world.spawn();
        Ask<String> failing = (_, _, _) -> {
            throw new IllegalStateException("on purpose");
        };

        world.spawn().in(self -> refused(Reason.PROCESS_TERMINATED, () -> self.call(responder.pid(), failing, LONG)));
    }

    @BothDispatchers
    void requestInHandlerThatWaits_processKilled_requesterIsTold(World world) {
        Probe silent = world.spawn();
        Probe responder = world.spawn();
        Ask<String> waiting = (self, _, _) -> Reply.of(self.call(silent.pid(), Ask.<String>open(), LONG));
        Pending<ErgoException> caller = world.spawn()
                .start(self -> refused(Reason.PROCESS_TERMINATED, () -> self.call(responder.pid(), waiting, LONG)));
        world.await("the request reached the last one", () -> silent.requests().size() == 1);

        world.node().kill(responder.pid());

        caller.get();
        assertThat(responder.awaitEnd()).isEqualTo(Reason.KILL);
    }

    @BothDispatchers(rounds = 3, seeds = 50)
    void requestAndEnd_atTheSameTime_isAnsweredOrTold(World world) {
        Node node = world.node();
        for (int i = 0; i < 20; i++) {
            Probe responder = world.spawn();
            Pending<Boolean> caller = world.spawn()
                    .start(self -> answeredOrTold(() -> self.call(responder.pid(), Ask.echo("x"), LONG)));
            Probe killer = world.spawn();
            killer.start(self -> self.sendExit(responder.pid(), Reason.SHUTDOWN));
            CompletableFuture<String> request = node.request(responder.pid(), Ask.echo("x"), LONG);

            assertThat(caller.get()).isTrue();
            world.await("the request completes", request::isDone);
            assertThat(answeredOrTold(() -> done(request))).isTrue();
        }
    }

    private static Object done(CompletableFuture<String> request) throws Throwable {
        if (request.isCompletedExceptionally()) {
            throw request.exceptionNow();
        }
        return request.resultNow();
    }

    private interface Call {

        Object run() throws Throwable;
    }

    private static boolean answeredOrTold(Call call) {
        try {
            return "x".equals(call.run());
        } catch (ErgoException e) {
            return e.reason() == Reason.PROCESS_TERMINATED || e.reason() == Reason.PROCESS_UNKNOWN;
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }
}
