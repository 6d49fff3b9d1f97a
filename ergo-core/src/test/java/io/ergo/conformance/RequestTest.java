package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import io.ergo.Args;
import io.ergo.Delivery.Outcome;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Response;
import io.ergo.SpawnOptions;
import io.ergo.actor.Actor;

import static io.ergo.conformance.Expect.outcome;
import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Requests of a process that does not wait: exactly one response for each, while it lives. */
class RequestTest {

    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofHours(1);

    private record Open(Pid from, Ref ref) {}

    /** Runs the bodies it is sent and writes the responses down. */
    private static final class Asker extends Actor {

        private final Map<Ref, Response> responses;
        private final List<Object> order;

        Asker(Map<Ref, Response> responses, List<Object> order) {
            this.responses = responses;
            this.order = order;
        }

        @Override
        protected void init(Args args) {}

        @Override
        protected void handleMessage(Pid from, Object message) {
            if (message instanceof Pending<?> pending) {
                pending.run(self());
            } else {
                order.add(message);
            }
        }

        @Override
        protected Reply handleCall(Pid from, Ref ref, Object request) throws Exception {
            return request instanceof Ask<?> ask ? ask.handle(self(), from, ref) : Reply.of(request);
        }

        @Override
        protected void handleResponse(Ref ref, Response response) {
            assertThat(responses.put(ref, response)).as("the second response to %s", ref).isNull();
            order.add(response);
            assertThat(self().state().name()).isEqualTo("RUNNING");
        }
    }

    private final Map<Ref, Response> responses = new ConcurrentHashMap<>();
    private final List<Object> order = new CopyOnWriteArrayList<>();
    private final AtomicReference<Open> open = new AtomicReference<>();

    private Pid asker(World world, SpawnOptions options) {
        return world.node().spawn(() -> new Asker(responses, order), options);
    }

    private static Ref ask(World world, Pid asker, Body<Ref> body) {
        Pending<Ref> pending = new Pending<>(world, body);
        world.node().send(asker, pending).orThrow();
        return pending.get();
    }

    private Response responseTo(World world, Ref ref) {
        world.await("the response comes", () -> responses.containsKey(ref));
        world.await("no request is open", () -> world.node().audit().pendingCalls() == 0);
        return responses.get(ref);
    }

    private Ask<String> leftOpen() {
        return (_, from, ref) -> {
            open.set(new Open(from, ref));
            return Reply.later();
        };
    }

    @BothDispatchers
    void request_answered_comesToTheResponseHandler(World world) {
        Probe responder = world.spawn(SpawnOptions.named("responder"));
        Pid asker = asker(world, SpawnOptions.defaults());

        Ref byPid = ask(world, asker, self -> self.request(responder.pid(), "question"));
        Ref byName = ask(world, asker, self -> self.request("responder", Ask.echo(null), LONG));

        assertThat(responseTo(world, byPid)).isEqualTo(new Response.Answer("question"));
        assertThat(responseTo(world, byName)).isEqualTo(new Response.Answer(null));
        assertThat(byPid).isNotEqualTo(byName);
    }

    @BothDispatchers
    void request_askerGoesOnMeanwhile(World world) {
        Probe responder = world.spawn();
        Gate gate = responder.block();
        Pid asker = asker(world, SpawnOptions.defaults());
        Ref ref = ask(world, asker, self -> self.request(responder.pid(), "question", LONG));

        world.node().send(asker, "message").orThrow();

        world.await("the message is handled", () -> order.contains("message"));
        assertThat(responses).isEmpty();
        assertThat(world.node().audit().pendingCalls()).isEqualTo(1);
        gate.open();
        responseTo(world, ref);
    }

    @BothDispatchers
    void request_answeredWithAnError_isAFailure(World world) {
        Probe responder = world.spawn();
        Pid asker = asker(world, SpawnOptions.defaults());
        Ask<String> fails = (_, _, _) -> Reply.error(Expect.CUSTOM);

        Ref ref = ask(world, asker, self -> self.request(responder.pid(), fails));

        assertThat(responseTo(world, ref)).isEqualTo(new Response.Failure(Expect.CUSTOM));
        refused(Expect.CUSTOM, () -> responses.get(ref).as(String.class));
    }

    @BothDispatchers
    void request_notAnsweredInTime_isATimeoutAndALateAnswerIsIgnored(World world) {
        Probe responder = world.spawn();
        Pid asker = asker(world, SpawnOptions.defaults());

        Ref ref = ask(world, asker, self -> self.request(responder.pid(), leftOpen(), SHORT));

        assertThat(responseTo(world, ref)).isEqualTo(new Response.Failure(Reason.TIMEOUT));
        outcome(Outcome.IGNORED, responder.in(self -> self.respond(open.get().from(), open.get().ref(), "late")));
        world.settle();
        assertThat(responses).hasSize(1);
        assertThat(world.node().statistics().callTimeouts()).isEqualTo(1);
    }

    @BothDispatchers
    void request_answeredTwice_theFirstCounts(World world) {
        Probe responder = world.spawn();
        Pid asker = asker(world, SpawnOptions.defaults());
        Ask<String> twice = (self, from, ref) -> {
            outcome(Outcome.DELIVERED, self.respond(from, ref, "first"));
            outcome(Outcome.IGNORED, self.respond(from, ref, "second"));
            return Reply.of("third");
        };

        Ref ref = ask(world, asker, self -> self.request(responder.pid(), twice));

        assertThat(responseTo(world, ref)).isEqualTo(new Response.Answer("first"));
    }

    @BothDispatchers
    void request_thatCannotBeSent_isAFailure(World world) {
        Node node = world.node();
        Probe full = world.spawn(SpawnOptions.defaults().withMailbox(1, Overflow.await(LONG)));
        full.block();
        node.send(full.pid(), "fills").orThrow();
        Pid asker = asker(world, SpawnOptions.defaults());

        Ref unknown = ask(world, asker, self -> self.request("nobody", "x", LONG));
        Ref tooFull = ask(world, asker, self -> self.request(full.pid(), "x", LONG));

        assertThat(responseTo(world, unknown)).isEqualTo(new Response.Failure(Reason.PROCESS_UNKNOWN));
        assertThat(responseTo(world, tooFull)).isEqualTo(new Response.Failure(Reason.PROCESS_MAILBOX_FULL));
    }

    @BothDispatchers
    void request_toOneThatEnds_isAFailureAtOnce(World world) {
        Probe responder = world.spawn();
        Gate gate = responder.block();
        Pid asker = asker(world, SpawnOptions.defaults());
        Ref ref = ask(world, asker, self -> self.request(responder.pid(), "x", LONG));

        world.node().kill(responder.pid());
        gate.open();

        assertThat(responseTo(world, ref)).isEqualTo(new Response.Failure(Reason.PROCESS_TERMINATED));
    }

    @BothDispatchers
    void request_toItself_isAnswered(World world) {
        Pid asker = asker(world, SpawnOptions.defaults());

        Ref ref = ask(world, asker, self -> self.request(self.pid(), Ask.echo("of itself")));

        assertThat(responseTo(world, ref)).isEqualTo(new Response.Answer("of itself"));
    }

    @BothDispatchers
    void request_inInit_isAnsweredAfterIt(World world) {
        Probe responder = world.spawn();
        AtomicReference<Ref> asked = new AtomicReference<>();
        world.node().spawn(() -> new Actor() {

            @Override
            protected void init(Args args) {
                asked.set(self().request(responder.pid(), "in init"));
            }

            @Override
            protected void handleResponse(Ref ref, Response response) {
                responses.put(ref, response);
            }
        });

        assertThat(responseTo(world, asked.get())).isEqualTo(new Response.Answer("in init"));
    }

    @BothDispatchers
    void responses_fullMailbox_areTakenAndOvertakeMessages(World world) {
        Probe responder = world.spawn();
        Pid asker = asker(world, SpawnOptions.defaults().withMailbox(1, Overflow.reject()));
        Gate gate = world.gate();
        Pending<ProcessContext> block = new Pending<>(world, self -> {
            for (int i = 0; i < 5; i++) {
                self.request(responder.pid(), i, LONG);
            }
            gate.pass();
            return self;
        });
        world.node().send(asker, block).orThrow();
        world.await("the handler stands still", gate::isReached);
        world.node().send(asker, "message").orThrow();
        world.await("all are answered", () -> world.node().audit().pendingCalls() == 0);

        gate.open();

        world.await("all is handled", () -> order.size() == 6);
        assertThat(order).endsWith("message");
    }

    @BothDispatchers
    void askerEnded_nobodyWaitsAnyMore(World world) {
        Probe responder = world.spawn();
        for (Ending ending : Ending.values()) {
            Probe asker = world.spawn();
            open.set(null);
            asker.in(self -> self.request(responder.pid(), leftOpen(), LONG));
            world.await("the request is there", () -> open.get() != null);

            ending.happenTo(asker, world.node());
            asker.awaitEnd();

            assertThat(world.node().audit().pendingCalls()).as("%s", ending).isZero();
            assertThat(responder.in(self -> self.respond(open.get().from(), open.get().ref(), "late")).outcome())
                    .isIn(Outcome.UNKNOWN, Outcome.IGNORED, Outcome.TERMINATED);
        }
    }

    @BothDispatchers(rounds = 2, seeds = 20)
    void answerAndTimeout_atOnce_areOneResponse(World world) {
        Pid asker = asker(world, SpawnOptions.defaults());
        Probe responder = world.spawn();
        Pending<Boolean> asked = new Pending<>(world, self -> {
            for (int i = 0; i < 200; i++) {
                self.request(responder.pid(), i, Duration.ofNanos(1 + i * 1_000L));
            }
            return true;
        });
        world.node().send(asker, asked).orThrow();

        world.await("all responses are there", () -> responses.size() == 200);
        world.settle();
        assertThat(order).hasSize(200);
        assertThat(world.node().audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void unhandledResponse_isNoError(World world) {
        Probe probe = world.spawn();
        probe.in(self -> self.request(self.parent(), "x", LONG));

        world.await("the response was there", () -> world.node().audit().pendingCalls() == 0);
        assertThat(probe.<String>in(_ -> "lives")).isEqualTo("lives");
    }

    @BothDispatchers
    void badArguments_areRefused(World world) {
        Probe probe = world.spawn();
        probe.in(self -> {
            refused(Reason.INCORRECT, () -> self.request(probe.pid(), Expect.nothing()));
            refused(Reason.INCORRECT, () -> self.request((Pid) Expect.nothing(), "x"));
            refused(Reason.INCORRECT, () -> self.request("", "x", LONG));
            refused(Reason.INCORRECT, () -> self.request(probe.pid(), "x", Duration.ZERO));
            refused(Reason.INCORRECT, () -> self.request(probe.pid(), "x", Duration.ofSeconds(-1)));
            refused(Reason.INCORRECT, () -> self.request(probe.pid(), "x", Expect.nothing()));
            return self;
        });
        refused(Reason.NOT_ALLOWED, () -> probe.context().request(probe.pid(), "x"));
        assertThat(world.node().audit().pendingCalls()).isZero();
    }

    @BothDispatchers
    void answerOfAnotherType_isRefusedByAs(World world) {
        Response answer = new Response.Answer("text");

        assertThat(answer.as(String.class)).isEqualTo("text");
        assertThat(new Response.Answer(null).as(String.class)).isNull();
        refused(Reason.INCORRECT, () -> answer.as(Integer.class));
        refused(Reason.INCORRECT, () -> answer.as(Expect.nothing()));
        refused(Reason.INCORRECT, () -> new Response.Failure(Expect.nothing()));
        assertThat(world.node().isAlive()).isTrue();
    }
}
