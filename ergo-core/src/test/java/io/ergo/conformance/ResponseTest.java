package io.ergo.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.ergo.Delivery;
import io.ergo.Delivery.Outcome;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Responses that are late, doubled, or for a requester that is gone. */
class ResponseTest {

    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofHours(1);

    /** A request that waits to be answered. */
    private record Open(Pid from, Ref ref) {}

    private final AtomicReference<Open> open = new AtomicReference<>();

    private Ask<String> leftOpen() {
        return (_, from, ref) -> {
            open.set(new Open(from, ref));
            return Reply.later();
        };
    }

    /** Waits for the latest request that was left open. */
    private Open opened(World world) {
        world.await("the request is there", () -> open.get() != null);
        return open.get();
    }

    private Delivery answer(World world, Probe responder, String value) {
        Open request = opened(world);
        return responder.in(self -> self.respond(request.from(), request.ref(), value));
    }

    @BothDispatchers
    void X5_response_late_isIgnored(World world) {
        Probe caller = world.spawn();
        Probe responder = world.spawn();

        caller.in(self -> refused(Reason.TIMEOUT, () -> self.call(responder.pid(), leftOpen(), SHORT)));

        outcome(Outcome.IGNORED, answer(world, responder, "late"));
        Open request = opened(world);
        outcome(Outcome.IGNORED,
                responder.in(self -> self.respondError(request.from(), request.ref(), Expect.CUSTOM)));
        assertThat(caller.<String>in(self -> self.call(responder.pid(), Ask.echo("fresh")))).isEqualTo("fresh");
        assertThat(caller.messages()).isEmpty();
    }

    @BothDispatchers
    void response_lateToTheNode_isIgnored(World world) {
        Probe responder = world.spawn();

        refused(Reason.TIMEOUT, () -> world.node().call(responder.pid(), leftOpen(), SHORT));

        outcome(Outcome.IGNORED, answer(world, responder, "late"));
    }

    @BothDispatchers
    void X5_response_second_isIgnoredAndTheFirstCounts(World world) {
        Probe caller = world.spawn();
        Probe responder = world.spawn();
        Ask<String> twice = (self, from, ref) -> {
            outcome(Outcome.DELIVERED, self.respond(from, ref, "first"));
            outcome(Outcome.IGNORED, self.respond(from, ref, "second"));
            outcome(Outcome.IGNORED, self.respondError(from, ref, Expect.CUSTOM));
            return Reply.of("third");
        };

        assertThat(caller.<String>in(self -> self.call(responder.pid(), twice))).isEqualTo("first");
        assertThat(world.node().call(responder.pid(), twice)).isEqualTo("first");
        assertThat(caller.<String>in(self -> self.call(responder.pid(), Ask.echo("next")))).isEqualTo("next");
    }

    @BothDispatchers
    void response_withTheRefOfAnotherCaller_isIgnored(World world) {
        Probe caller = world.spawn();
        Probe other = world.spawn();
        Probe responder = world.spawn();
        Pending<String> call = caller.start(self -> self.call(responder.pid(), leftOpen(), LONG));
        Open request = opened(world);

        responder.in(self -> {
            outcome(Outcome.IGNORED, self.respond(other.pid(), request.ref(), "to the wrong one"));
            outcome(Outcome.DELIVERED, self.respond(request.from(), request.ref(), "to the right one"));
            return self;
        });

        assertThat(call.get()).isEqualTo("to the right one");
    }

    @BothDispatchers
    void response_toARequesterThatEnded_isNotDelivered(World world) {
        Probe caller = world.spawn();
        Probe responder = world.spawn();
        caller.start(self -> self.call(responder.pid(), leftOpen(), LONG));
        opened(world);

        world.node().kill(caller.pid());
        caller.awaitEnd();

        assertThat(answer(world, responder, "too late").outcome())
                .isIn(Outcome.UNKNOWN, Outcome.IGNORED);
    }

    @BothDispatchers
    void X5_responses_hundredsOfLateOnes_doNotBlockAWantedOne(World world) {
        Probe caller = world.spawn();
        Probe responder = world.spawn();
        for (int i = 0; i < 30; i++) {
            caller.in(self -> refused(Reason.TIMEOUT,
                    () -> self.call(responder.pid(), leftOpen(), Duration.ofMillis(1))));
            for (int k = 0; k < 10; k++) {
                outcome(Outcome.IGNORED, answer(world, responder, "late"));
            }
        }

        assertThat(caller.<String>in(self -> self.call(responder.pid(), Ask.echo("wanted")))).isEqualTo("wanted");
        assertThat(world.node().audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void request_cancelledByItsOwner_leavesNothing(World world) {
        Node node = world.node();
        Probe responder = world.spawn();
        CompletableFuture<String> future = node.request(responder.pid(), leftOpen(), LONG);
        opened(world);

        future.cancel(false);

        outcome(Outcome.IGNORED, answer(world, responder, "late"));
        assertThat(node.audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void request_pendingWhenTheNodeStops_fails(World world) {
        Node node = world.node();
        Probe responder = world.spawn();
        CompletableFuture<String> future = node.request(responder.pid(), leftOpen(), LONG);
        opened(world);

        node.stop();

        world.await("the request completes", future::isDone);
        assertThat(future).isCompletedExceptionally();
        assertThat(node.audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void respond_inInitAndInTheTerminateCallback_isNotAllowed(World world) {
        Node node = world.node();
        Ref ref = node.makeRef();
        AtomicReference<Boolean> refusedAtTheEnd = new AtomicReference<>();
        Probe probe = world.probe().inInit(self -> {
            refused(Reason.NOT_ALLOWED, () -> self.respond(node.pid(), ref, "x"));
            return refused(Reason.NOT_ALLOWED, () -> self.respondError(node.pid(), ref, Reason.TIMEOUT));
        }).onTerminate((self, _) -> {
            refused(Reason.NOT_ALLOWED, () -> self.respond(node.pid(), ref, "x"));
            refused(Reason.NOT_ALLOWED, () -> self.respondError(node.pid(), ref, Reason.TIMEOUT));
            refusedAtTheEnd.set(true);
        }).spawn();

        probe.end();

        assertThat(refusedAtTheEnd.get()).isTrue();
    }

    @BothDispatchers
    void respond_inTheTerminateCallbackThroughTheNode_isDelivered(World world) {
        Probe responder = world.probe()
                .onTerminate((self, _) -> self.node().respond(open.get().from(), open.get().ref(), "last words"))
                .spawn();
        Pending<String> call = world.spawn().start(self -> self.call(responder.pid(), leftOpen(), LONG));
        opened(world);

        responder.end();

        assertThat(call.get()).isEqualTo("last words");
    }

    @BothDispatchers
    void X5_deadline_ofARequest_isInItsReferenceAndNeverBeforeTheRealOne(World world) {
        Probe caller = world.spawn();
        Probe responder = world.spawn();
        Duration timeout = Duration.ofMillis(1_100);
        Pending<?> call = caller
                .start(self -> refused(Reason.TIMEOUT, () -> self.call(responder.pid(), leftOpen(), timeout)));
        Ref ref = opened(world).ref();
        assertThat(ref.deadline()).isPositive();
        assertThat(responder.<Boolean>in(self -> self.isAlive(ref))).isTrue();
        assertThat(ref.isAliveAt(Instant.ofEpochSecond(ref.deadline()))).isTrue();
        assertThat(ref.isAliveAt(Instant.ofEpochSecond(ref.deadline() + 1))).isFalse();

        call.get();
        world.advance(Duration.ofSeconds(3));

        assertThat(responder.<Boolean>in(self -> self.isAlive(ref))).isFalse();
        assertThat(world.node().isAlive(ref)).isFalse();
        assertThat(world.node().isAlive(world.node().makeRef())).as("without a deadline").isTrue();
    }

    @BothDispatchers
    void makeRefWithDeadline_notLaterThanNow_isIncorrect(World world) {
        Node node = world.node();
        AtomicReference<Ref> last = new AtomicReference<>();
        Probe clock = world.spawn();
        clock.in(self -> self.call(world.spawn().pid(), (Ask<String>) (_, _, ref) -> {
            last.set(ref);
            return Reply.of("");
        }, Duration.ofNanos(1_000_000_000)));
        Instant soon = Instant.ofEpochSecond(last.get().deadline() + 60).plusMillis(1);

        Ref ref = node.makeRefWithDeadline(soon);

        assertThat(ref.deadline()).isEqualTo(soon.getEpochSecond() + 1);
        assertThat(node.isAlive(ref)).isTrue();
        refused(Reason.INCORRECT, () -> node.makeRefWithDeadline(Instant.EPOCH));
        refused(Reason.INCORRECT, () -> node.makeRefWithDeadline(Instant.ofEpochSecond(-1)));
        refused(Reason.INCORRECT, () -> node.makeRefWithDeadline(Instant.ofEpochSecond(last.get().deadline() - 3)));
        refused(Reason.INCORRECT, () -> node.makeRefWithDeadline(Expect.nothing()));
        refused(Reason.INCORRECT, () -> node.isAlive(Expect.nothing()));
    }

    @BothDispatchers
    void D1_references_areAllDifferent(World world) {
        Set<Ref> refs = new HashSet<>();
        for (int i = 0; i < 300_000; i++) {
            refs.add(world.node().makeRef());
        }

        assertThat(refs).hasSize(300_000);
    }
}
