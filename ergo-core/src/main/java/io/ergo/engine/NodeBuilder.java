package io.ergo.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.ergo.ApplicationSpec;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.Loggers;
import io.ergo.MessageLog;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.SpawnOptions;
import io.ergo.Version;
import io.ergo.engine.dispatch.SimulatedDispatcher;
import io.ergo.engine.dispatch.ThreadedDispatcher;
import io.ergo.engine.log.LogOptions;
import io.ergo.engine.process.Kernel;
import io.ergo.engine.process.Variables;
import io.ergo.spi.CreationSource;
import io.ergo.spi.Dispatcher;
import io.ergo.spi.Simulation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds and starts a {@link Node}. Use it from one thread; each {@link #start()} makes a new node. */
public final class NodeBuilder {

    private static final Duration DEFAULT_SHUTDOWN = Duration.ofMinutes(3);
    private static final Duration DEFAULT_SLOW_HANDLER = Duration.ofSeconds(1);
    private static final CreationSource CREATIONS = new SecondsCreationSource();
    private static final Reason WRONG_FORM = Reason.of("incorrect FQDN node name (example: node@localhost)");
    private static final Reason NO_NAME = Reason.of("too short node name");
    private static final Reason NO_HOST = Reason.of("too short host name");
    private static final Logger LOG = LoggerFactory.getLogger("io.ergo.node");

    private final String name;
    private final Map<String, Object> env = new LinkedHashMap<>();
    private final List<ApplicationSpec> applications = new ArrayList<>();
    private final Map<String, AddedLogger> loggers = new LinkedHashMap<>();
    private Duration shutdownTimeout = DEFAULT_SHUTDOWN;
    private Runnable afterStopTimeout = () -> {};
    private Duration slowHandler = DEFAULT_SLOW_HANDLER;
    private boolean nameThreads;
    private LogLevel logLevel = LogLevel.INFO;
    private boolean slf4j = true;
    private Version version = Version.none();
    private boolean exposeEnv;
    private boolean logDeadLetters = true;
    private int slots;
    private @Nullable Dispatcher dispatcher;
    private CreationSource creations = CREATIONS;
    private @Nullable Executor completions;
    private Consumer<Throwable> uncaught = thrown -> LOG.error("an error of the virtual machine left a callback",
            thrown);

    private record AddedLogger(Consumer<MessageLog> logger, List<LogLevel> levels) {}

    private NodeBuilder(String name) {
        this.name = name;
    }

    /**
     * Begins a node.
     *
     * @param name {@code name@host}, at most 255 bytes
     * @throws ErgoException {@link Reason#ATOM_TOO_LONG}, {@link Reason#INCORRECT} for null, or the reasons
     *         {@code incorrect FQDN node name (example: node@localhost)}, {@code too short node name} and {@code too short host name}
     */
    public static NodeBuilder named(String name) {
        int at = present("the name", name).indexOf('@');
        if (at < 0 || at != name.lastIndexOf('@')) {
            throw refused(WRONG_FORM, name, "write exactly one '@' between name and host");
        }
        if (at == 0) {
            throw refused(NO_NAME, name, "write a name in front of the '@'");
        }
        if (at == name.length() - 1) {
            throw refused(NO_HOST, name, "write a host behind the '@'");
        }
        SpawnOptions.named(name); // no longer than the name of a process
        return new NodeBuilder(name);
    }

    private static ErgoException refused(Reason reason, String name, String wayOut) {
        return ErgoException.of(reason, "'" + name + "'; " + wayOut);
    }

    /** Returns a dispatcher that runs everything one at a time in virtual time, in an order drawn from the seed. */
    public static Simulation simulation(long seed) {
        return SimulatedDispatcher.seeded(seed, NodeBuilder::escaped);
    }

    /** Adds environment variables that all processes inherit. */
    public NodeBuilder env(Map<String, Object> variables) {
        env.putAll(SpawnOptions.defaults().withEnv(variables).env()); // checked as for a process
        return this;
    }

    /** Adds an application that is loaded and started with the node, after those added before. */
    public NodeBuilder application(ApplicationSpec spec) {
        applications.add(present("an application", spec));
        return this;
    }

    /** Sets how long a stop waits for processes before it kills them; positive, 3 minutes unless set. */
    public NodeBuilder shutdownTimeout(Duration timeout) {
        if (!present("the shutdown time-out", timeout).isPositive()) {
            throw ErgoException.of(Reason.INCORRECT, "the shutdown time-out is " + timeout + " but must be positive");
        }
        shutdownTimeout = timeout;
        return this;
    }

    /** Sets the version of the program, which other nodes are told. */
    public NodeBuilder version(Version told) {
        version = present("the version", told);
        return this;
    }

    /**
     * Sets what runs when the node is stopped after a stop that hit the shutdown time-out and had to kill; the place to end the JVM with an exit
     * code, which the node itself never does. It runs once, on the thread that stopped the node.
     */
    public NodeBuilder afterStopTimeout(Runnable action) {
        afterStopTimeout = present("what runs after a stop that timed out", action);
        return this;
    }

    /**
     * Sets how long a handler may run before it is counted and logged with its stack, once; 1 second unless set, zero for never. A call that it
     * waits in does not count, and its time begins anew behind it.
     */
    public NodeBuilder slowHandler(Duration threshold) {
        if (present("the threshold of slow handlers", threshold).isNegative()) {
            throw ErgoException.of(Reason.INCORRECT, "the threshold of slow handlers is " + threshold
                    + " but must not be negative; zero turns their detection off");
        }
        slowHandler = threshold;
        return this;
    }

    /**
     * Sets whether the thread that runs a process is named after it meanwhile, for thread dumps: pid, name and behaviour. It is not unless set,
     * because it is paid for at each activation of a process.
     */
    public NodeBuilder nameThreads(boolean name) {
        nameThreads = name;
        return this;
    }

    /** Sets whether information shows environment variables; it does not unless set. */
    public NodeBuilder exposeEnv(boolean expose) {
        exposeEnv = expose;
        return this;
    }

    /**
     * Sets whether messages that were not delivered are logged, by the logger {@code io.ergo.deadletters}, one in a second at most; they are
     * unless set. They are counted in any case.
     */
    public NodeBuilder logDeadLetters(boolean log) {
        logDeadLetters = log;
        return this;
    }

    /**
     * Sets the level of the node's own log, which processes inherit; info unless set. {@link LogLevel#DEFAULT} leaves it to the configuration
     * of SLF4J what is logged there, and gives other loggers what is at least info.
     */
    public NodeBuilder logLevel(LogLevel level) {
        logLevel = present("the log level", level);
        return this;
    }

    /** Sets whether SLF4J is one of the loggers; it is unless set. */
    public NodeBuilder slf4j(boolean on) {
        slf4j = on;
        return this;
    }

    /**
     * Adds a logger that is there from the start.
     *
     * @throws ErgoException as {@link Loggers#add(String, Consumer, LogLevel...)}
     */
    public NodeBuilder logger(String loggerName, Consumer<MessageLog> logger, LogLevel... levels) {
        if (loggerName == null || loggerName.isEmpty()) {
            throw ErgoException.of(Reason.INCORRECT, "logger name can not be empty");
        }
        present("logger '" + loggerName + "'", logger);
        for (LogLevel level : present("the filter of logger '" + loggerName + "'", levels)) {
            present("a level in the filter of logger '" + loggerName + "'", level);
        }
        if (loggers.putIfAbsent(loggerName, new AddedLogger(logger, List.of(levels))) != null) {
            throw ErgoException.of(Reason.TAKEN, "a logger of " + name + " has the name '" + loggerName + "'");
        }
        return this;
    }

    /** Sets how many processes run at the same time, 1 to 64; 0, the default, means one for each processor. */
    public NodeBuilder slots(int count) {
        if (count < 0 || count > 64) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the number of slots is " + count + " but must be 0 (one for each processor) to 64");
        }
        slots = count;
        return this;
    }

    /** Sets the dispatcher; one dispatcher belongs to one node and is closed with it. */
    public NodeBuilder dispatcher(Dispatcher chosen) {
        dispatcher = present("the dispatcher", chosen);
        return this;
    }

    /** Sets the source of creations. */
    public NodeBuilder creations(CreationSource source) {
        creations = present("the source of creations", source);
        return this;
    }

    /** Sets what completes the futures of {@link Node#request}; a virtual thread for each unless set. */
    public NodeBuilder completions(Executor executor) {
        completions = present("the executor for completions", executor);
        return this;
    }

    /** Sets what is told of errors of the virtual machine that leave a callback, beside the end of that process. */
    public NodeBuilder uncaughtHandler(Consumer<Throwable> handler) {
        uncaught = present("the handler of uncaught errors", handler);
        return this;
    }

    private static <T> T present(String what, @Nullable T value) {
        if (value == null) {
            throw ErgoException.of(Reason.INCORRECT,
                    what + " of a node must not be null; leave it out for the default");
        }
        return value;
    }

    private static void escaped(String what, Throwable thrown) {
        LOG.error("{}: an exception escaped", what, thrown);
    }

    /**
     * Starts the node and its applications in order.
     *
     * @throws ErgoException the reason of an application that did not start, {@link Reason#NODE_TERMINATED} if something stopped the node
     *         meanwhile; the node is stopped then
     */
    public Node start() {
        Dispatcher running = dispatcher != null ? dispatcher
                : ThreadedDispatcher.start(name, slots, NodeBuilder::escaped);
        Executor completing = completions != null ? completions : task -> running.aside("ergo-completion", task);
        Kernel kernel = new Kernel(name, creations.next(name, running.wallMillis() / 1000), running, uncaught,
                nameThreads, new LogOptions(logLevel, slf4j, logDeadLetters));
        LocalNode node = new LocalNode(kernel, completing, Variables.none().with(env, LOG), shutdownTimeout,
                afterStopTimeout, exposeEnv, version);
        kernel.node(node);
        kernel.watchHandlers(slowHandler);
        try {
            loggers.forEach((added, by) -> kernel.loggers().add(added, by.logger, by.levels.toArray(LogLevel[]::new)));
            applications.forEach(node::loadApplication);
            applications.stream().map(ApplicationSpec::name)
                    .filter(application -> !node.runningApplications().contains(application)) // another one's dependency
                    .forEach(node::startApplication);
            node.refuseIfStopping();
        } catch (RuntimeException failed) {
            LOG.error("node {} is stopped again, because an application could not be started: {}", name,
                    failed.getMessage());
            node.stopForce();
            throw failed;
        }
        kernel.log().info("node {} started, creation {}", name, node.creation());
        return node;
    }
}
