package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.ergo.Delivery.Outcome;
import io.ergo.MessageDownPid;
import io.ergo.Node;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.SpawnOptions;
import io.ergo.Stop;
import org.jspecify.annotations.Nullable;

import static io.ergo.conformance.Expect.refused;
import static org.assertj.core.api.Assertions.assertThat;

/** Code of the user that fails where nobody expects it: in the options of a node, in messages, in the last callback. */
class HostileCodeTest {

    /** An exception that fails while it is printed. */
    private static final class Unprintable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }
    }

    private static void endsWithPanic(World world, Throwable failure) {
        Probe probe = world.spawn();
        Pid pid = probe.pid();
        Probe watcher = watcherOf(world, probe);

        world.node().send(pid, failure).orThrow();

        assertThat(probe.awaitEnd().exception()).containsSame(failure);
        assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownPid(pid, Reason.PANIC));
    }

    private static Probe watcherOf(World world, Probe probe) {
        Probe watcher = world.spawn();
        watcher.in(self -> {
            self.monitor(probe.pid());
            return self;
        });
        return watcher;
    }

    @BothDispatchers
    void terminate_throws_nothingElseHappens(World world) {
        for (Throwable failure : List.of(new IllegalStateException("on purpose"), new AssertionError("on purpose"),
                new Stop(Expect.CUSTOM), new Unprintable())) {
            Probe probe = world.probe().onTerminate((_, _) -> {
                throw Probe.<RuntimeException>sneaky(failure);
            }).spawn();
            Probe watcher = watcherOf(world, probe);

            world.node().sendExit(probe.pid(), Expect.CUSTOM).orThrow();

            assertThat(watcher.awaitMessages(1)).containsExactly(new MessageDownPid(probe.pid(), Expect.CUSTOM));
            assertThat(world.node().processInfo(probe.pid())).isEmpty();
        }
    }

    @BothDispatchers
    void terminate_sends_arrivesAndAllElseIsRefused(World world) {
        Probe receiver = world.spawn();
        Probe probe = world.probe().onTerminate((self, _) -> {
            self.send(receiver.pid(), "last words").orThrow();
            refused(Reason.NOT_ALLOWED, () -> self.call(receiver.pid(), Ask.echo("x")));
            refused(Reason.NOT_ALLOWED, () -> self.spawn(receiver.factory()));
            refused(Reason.NOT_ALLOWED, () -> self.link(receiver.pid()));
            refused(Reason.NOT_ALLOWED, () -> self.monitor(receiver.pid()));
            refused(Reason.NOT_ALLOWED, self::createAlias);
            refused(Reason.NOT_ALLOWED, () -> self.registerName("name"));
            refused(Reason.NOT_ALLOWED, () -> self.sendAfter(receiver.pid(), "x", Duration.ZERO));
        }).spawn();

        probe.end();

        assertThat(receiver.awaitMessages(1)).containsExactly("last words");
        assertThat(receiver.received().getFirst().from()).isEqualTo(probe.pid());
    }

    @BothDispatchers
    void uncaughtHandler_throws_processEndsAllTheSame(World world) {
        Node node = world.start("demo@localhost", builder -> builder.uncaughtHandler(thrown -> {
            throw new IllegalStateException("on purpose", thrown);
        }));

        endsWithPanic(world, new OutOfMemoryError("on purpose"));

        assertThat(node.isAlive()).isTrue();
    }

    @BothDispatchers
    void completionExecutor_refuses_requestCompletesAllTheSame(World world) {
        Node node = world.start("demo@localhost", builder -> builder.completions(_ -> {
            throw new RejectedExecutionException("on purpose");
        }));
        Probe responder = world.spawn();

        CompletableFuture<String> answered = node.request(responder.pid(), Ask.echo("answer"), Duration.ofHours(1));

        world.await("the request completes", answered::isDone);
        assertThat(answered).isCompletedWithValue("answer");
        assertThat(responder.isEnded()).isFalse();
    }

    @BothDispatchers
    void sampleListener_throws_processGoesOn(World world) {
        Probe probe = world.spawn();
        Runnable detach = world.node().sample(1, (_, _, _) -> {
            throw new IllegalStateException("on purpose");
        });

        world.node().send(probe.pid(), "measured").orThrow();

        assertThat(probe.awaitMessages(1)).containsExactly("measured");
        assertThat(world.node().call(probe.pid(), Ask.echo("lives"))).isEqualTo("lives");
        detach.run();
    }

    @BothDispatchers
    void hostileMessage_isNeverAskedAnything(World world) {
        Object hostile = new Hostile();
        world.spawn(SpawnOptions.named("fallback"));
        Probe full = world.spawn(SpawnOptions.defaults().withMailbox(1, Overflow.fallback("fallback", "tag")));
        Gate gate = full.block();

        assertThat(world.node().send(full.pid(), hostile).outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(world.node().send(full.pid(), hostile).outcome()).isEqualTo(Outcome.DELIVERED);
        assertThat(world.node().send("nobody", hostile).outcome()).isEqualTo(Outcome.UNKNOWN);
        refused(Reason.PROCESS_MAILBOX_FULL, () -> world.node().call(full.pid(), hostile, String.class));
        gate.open();
        refused(Reason.TIMEOUT,
                () -> world.node().call(world.spawn().pid(), new HostileRequest(), Duration.ofMillis(20)));
        assertThat(full.isEnded()).isFalse();
    }

    /** A message whose own methods fail. */
    private static class Hostile {

        @Override
        public boolean equals(@Nullable Object other) {
            throw new IllegalStateException("equals");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("hash code");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("text");
        }
    }

    private static final class HostileRequest extends Hostile implements Ask<String> {

        @Override
        public Reply handle(ProcessContext self, Pid from, Ref ref) {
            return Reply.later();
        }
    }
}
