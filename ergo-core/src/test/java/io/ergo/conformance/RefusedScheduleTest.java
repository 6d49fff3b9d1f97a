package io.ergo.conformance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.ergo.Args;
import io.ergo.MessageDownPid;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Timing.Cancellable;
import io.ergo.actor.Actor;
import io.ergo.engine.NodeBuilder;
import io.ergo.engine.dispatch.ThreadedDispatcher;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Simulation;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A dispatcher that cannot take a process, as if there were no memory left, or that cannot cancel a timer: no process is lost, and nothing of one. */
class RefusedScheduleTest {

    /** Refuses to schedule processes whose label contains the text. */
    private static final class Refusing implements InvocationHandler {

        private final Dispatcher dispatcher;
        private volatile @Nullable String refused;
        private volatile boolean cancelsNothing;

        Refusing(Dispatcher dispatcher) {
            this.dispatcher = dispatcher;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String text = refused;
            if (method.getName().equals("schedule") && text != null && arguments != null
                    && ((Dispatcher.Task) arguments[0]).label().contains(text)) {
                throw new OutOfMemoryError("no memory for the run queue");
            }
            try {
                Object result = method.invoke(dispatcher, arguments);
                return method.getName().equals("after") && cancelsNothing ? stubborn() : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static Cancellable stubborn() {
            return () -> {
                throw new IllegalStateException("this timer cannot be cancelled");
            };
        }

        void await(BooleanSupplier condition) {
            if (dispatcher instanceof Simulation simulation) {
                simulation.runUntilIdle();
                assertThat(condition.getAsBoolean()).isTrue();
            } else {
                Awaitility.await().until(condition::getAsBoolean);
            }
        }
    }

    /** Writes down what it gets. */
    private static final class Listener extends Actor {

        private final List<Object> heard;
        private final @Nullable Pid watched;

        Listener(List<Object> heard, @Nullable Pid watched) {
            this.heard = heard;
            this.watched = watched;
        }

        @Override
        protected void init(Args args) {
            if (watched != null) {
                self().monitor(watched);
            }
            args.values().forEach(message -> self().send(self().pid(), java.util.Objects.requireNonNull(message)));
        }

        @Override
        protected void handleMessage(Pid from, Object message) {
            heard.add(message);
        }
    }

    /** Owns a timer, a name and an alias. */
    private static final class Owner extends Actor {

        @Override
        protected void init(Args args) {
            self().sendAfter(self().pid(), "never", Duration.ofHours(1));
            self().createAlias();
        }
    }

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private @Nullable Node started;

    static Stream<Dispatcher> dispatchers() {
        return Stream.of(NodeBuilder.simulation(7), ThreadedDispatcher.start("refusing", 0, (_, _) -> {}));
    }

    private Node start(Refusing refusing) {
        Dispatcher proxy = (Dispatcher) Proxy.newProxyInstance(Dispatcher.class.getClassLoader(),
                new Class<?>[] {Dispatcher.class}, refusing);
        Node node = NodeBuilder.named("refused@localhost").dispatcher(proxy).start();
        started = node;
        return node;
    }

    @AfterEach
    void stop() {
        if (started != null) {
            started.stop();
            assertThat(started.audit().isClean()).isTrue();
        }
    }

    private static boolean sleeps(Node node, Pid pid) {
        return node.processState(pid).orElseThrow() == ProcessState.SLEEP;
    }

    @ParameterizedTest
    @MethodSource("dispatchers")
    void send_refused_isHandledWhenTheNextMessageComes(Dispatcher dispatcher) {
        Refusing refusing = new Refusing(dispatcher);
        Node node = start(refusing);
        Pid pid = node.spawn(() -> new Listener(heard, null), SpawnOptions.named("listener"));
        refusing.await(() -> sleeps(node, pid));

        refusing.refused = "listener";
        assertThatThrownBy(() -> node.send(pid, "first")).isInstanceOf(OutOfMemoryError.class);
        assertThat(sleeps(node, pid)).isTrue();
        refusing.refused = null;
        node.send(pid, "second").orThrow();

        refusing.await(() -> heard.equals(List.of("first", "second")));
    }

    @ParameterizedTest
    @MethodSource("dispatchers")
    void kill_refused_canBeRepeated(Dispatcher dispatcher) {
        Refusing refusing = new Refusing(dispatcher);
        Node node = start(refusing);
        Pid pid = node.spawn(() -> new Listener(heard, null), SpawnOptions.named("listener"));
        refusing.await(() -> sleeps(node, pid));

        refusing.refused = "listener";
        assertThatThrownBy(() -> node.kill(pid)).isInstanceOf(OutOfMemoryError.class);
        assertThat(sleeps(node, pid)).isTrue();
        refusing.refused = null;
        node.kill(pid);

        refusing.await(() -> node.processInfo(pid).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("dispatchers")
    void spawn_refused_processIsThereAndHandlesItsMessagesLater(Dispatcher dispatcher) {
        Refusing refusing = new Refusing(dispatcher);
        Node node = start(refusing);

        refusing.refused = "listener";
        Pid pid = node.spawn(() -> new Listener(heard, null), SpawnOptions.named("listener"), Args.of("in init"));
        assertThat(sleeps(node, pid)).isTrue();
        refusing.refused = null;
        node.send(pid, "later").orThrow();

        refusing.await(() -> heard.equals(List.of("in init", "later")));
    }

    @ParameterizedTest
    @MethodSource("dispatchers")
    void notice_refusedByOne_reachesTheOthers(Dispatcher dispatcher) {
        Refusing refusing = new Refusing(dispatcher);
        Node node = start(refusing);
        Pid watched = node.spawn(() -> new Listener(heard, null), SpawnOptions.named("watched"));
        List<Object> deaf = new CopyOnWriteArrayList<>();
        Pid deafOne = node.spawn(() -> new Listener(deaf, watched), SpawnOptions.named("deaf"));
        node.spawn(() -> new Listener(heard, watched), SpawnOptions.named("hears"));
        refusing.await(() -> sleeps(node, deafOne));

        refusing.refused = "deaf";
        node.kill(watched);

        refusing.await(() -> heard.contains(new MessageDownPid(watched, Reason.KILL)));
        assertThat(deaf).isEmpty();
        refusing.refused = null;
        node.send(deafOne, "wakes it").orThrow();
        refusing.await(() -> deaf.equals(List.of(new MessageDownPid(watched, Reason.KILL), "wakes it")));
    }

    @ParameterizedTest
    @MethodSource("dispatchers")
    void end_timerCannotBeCancelled_allElseIsGivenBack(Dispatcher dispatcher) {
        Refusing refusing = new Refusing(dispatcher);
        refusing.cancelsNothing = true;
        Node node = start(refusing);
        Pid owner = node.spawn(Owner::new, SpawnOptions.named("owner"));
        node.spawn(() -> new Listener(heard, owner), SpawnOptions.named("hears"));
        refusing.await(() -> sleeps(node, owner));

        node.kill(owner);

        refusing.await(() -> heard.contains(new MessageDownPid(owner, Reason.KILL)));
        assertThat(node.pidOf("owner")).isEmpty();
        assertThat(node.audit().aliases()).isEmpty();
    }
}
