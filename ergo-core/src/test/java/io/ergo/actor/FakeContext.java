package io.ergo.actor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.ergo.Args;
import io.ergo.Delivery;
import io.ergo.ErgoException;
import io.ergo.Log;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SpawnOptions;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisorType;
import io.ergo.Timing.Cancellable;
import io.ergo.spi.BehaviorContext;
import org.jspecify.annotations.Nullable;

/** A process without an engine: writes down what its behaviour does. What no test needs is not faked and throws. */
final class FakeContext implements InvocationHandler {

    /** A delayed message. */
    static final class Timer {

        final Object message;
        final Duration delay;
        boolean cancelled;

        Timer(Object message, Duration delay) {
            this.message = message;
            this.delay = delay;
        }
    }

    static final Pid CORE = pid(1);
    static final Pid PARENT = pid(1000);
    static final Pid PID = pid(1001);

    final List<String> did = new ArrayList<>();
    final List<Object> toSelf = new ArrayList<>();
    final List<Timer> timers = new ArrayList<>();
    final Set<String> failing = new HashSet<>();
    final Set<Pid> supervisors = new HashSet<>();
    final BehaviorContext context = fake(BehaviorContext.class, this);
    boolean mayRespond = true;
    long nanos;
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger logger;
    private final Node node = fake(Node.class, (proxy, method, args) -> supervision(method, args));
    private long lastId = PID.id();

    FakeContext() {
        LoggerContext loggers = new LoggerContext();
        logger = loggers.getLogger("fake");
        logged.setContext(loggers);
        logged.start();
        logger.addAppender(logged);
    }

    static Pid pid(long id) {
        return new Pid("test@localhost", id, 1);
    }

    List<String> log() {
        return logged.list.stream().map(event -> event.getLevel() + " " + event.getFormattedMessage()).toList();
    }

    /** Returns what was done since it was last asked. */
    List<String> takeDone() {
        List<String> done = List.copyOf(did);
        did.clear();
        return done;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) {
        Object[] a = args == null ? new Object[0] : args;
        return switch (method.getName()) {
            case "pid" -> PID;
            case "parent" -> PARENT;
            case "node" -> node;
            case "log" -> fake(Log.class, (_, operation, given) -> operation.invoke(logger, given));
            case "nanoTime" -> nanos;
            case "wallTime" -> Instant.EPOCH.plusNanos(nanos);
            case "random" -> 0.5;
            case "send" -> send(a[1]);
            case "sendAfter" -> sendAfter(a[1], (Duration) a[2]);
            case "remind" -> sendAfter(a[0], (Duration) a[1]);
            case "respond" -> respond("respond(" + a[2] + ")");
            case "respondError" -> respond("respondError(" + a[2] + ")");
            case "exitChild" -> note("exit(" + a[0] + "," + a[1] + ")", true);
            case "killChild" -> note("kill(" + a[0] + ")", null);
            case "restarted" -> note("restarted(" + a[0] + "," + a[1] + ")", null);
            case "spawnChild" -> spawnChild((SpawnOptions) a[1], (Args) a[2]);
            default -> throw new UnsupportedOperationException(method + " is not faked");
        };
    }

    private Pid spawnChild(SpawnOptions options, Args args) {
        String name = options.name().orElse("instance") + (args.isEmpty() ? "" : args.values());
        if (failing.contains(name)) {
            did.add("failed(" + name + ")");
            throw ErgoException.light(Reason.of(name + " is broken"), "init");
        }
        Pid pid = pid(++lastId);
        did.add("spawn(" + name + ") links " + options.linkParent() + " " + options.linkChild());
        return pid;
    }

    private Delivery send(Object message) {
        toSelf.add(message);
        return Delivery.delivered();
    }

    private Cancellable sendAfter(Object message, Duration delay) {
        Timer timer = new Timer(message, delay);
        timers.add(timer);
        return () -> timer.cancelled = true;
    }

    private Delivery respond(String what) {
        if (!mayRespond) {
            throw ErgoException.of(Reason.NOT_ALLOWED, "killed");
        }
        did.add(what);
        return Delivery.delivered();
    }

    private @Nullable Object note(String what, @Nullable Object result) {
        did.add(what);
        return result;
    }

    private Object supervision(Method method, Object[] args) {
        if (!method.getName().equals("supervision")) {
            throw new UnsupportedOperationException(method + " is not faked");
        }
        SupervisionInfo info = new SupervisionInfo(SupervisorType.ONE_FOR_ONE, RestartStrategy.TRANSIENT, 0,
                Duration.ZERO, 0, List.of(), List.of());
        return supervisors.contains((Pid) args[0]) ? Optional.of(info) : Optional.empty();
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
