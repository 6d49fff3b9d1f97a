package io.ergo.actuator;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationMode;
import io.ergo.ApplicationProfile;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.LoggerInfo;
import io.ergo.MailboxDepth;
import io.ergo.Node;
import io.ergo.NodeInfo;
import io.ergo.NodeStatistics;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.ProcessExecution;
import io.ergo.ProcessExecution.CallbackKind;
import io.ergo.ProcessExecution.Running;
import io.ergo.ProcessInfo;
import io.ergo.ProcessSettings;
import io.ergo.ProcessShortInfo;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.RestartStrategy;
import io.ergo.SampleListener;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisionInfo.Child;
import io.ergo.SupervisorType;
import io.ergo.Version;
import org.jspecify.annotations.Nullable;

/** What the actuator asks of a node, with answers made up by the test: also those a real node gives only by chance. */
final class FakeNode {

    static final String NAME = "demo@localhost";

    private final Map<Pid, ProcessInfo> processes = new LinkedHashMap<>();
    private final Map<Pid, SupervisionInfo> supervisors = new HashMap<>();
    private final Map<Pid, Running> running = new HashMap<>();
    private final Map<String, ApplicationInfo> applications = new LinkedHashMap<>();
    ApplicationProfile profile = ApplicationProfile.empty();
    String[] dependencies = {};
    private long creation = 1_790_000_000L;
    private boolean alive = true;
    private boolean stopping;
    private NodeStatistics statistics = new Statistics().build();
    @Nullable SampleListener listener;
    int sampledOneIn;
    int statisticsRead;
    int looked;

    /** The counters of a node; a test sets those it speaks of. */
    static final class Statistics {

        Map<ProcessState, Long> processes = Map.of();
        long spawned;
        Map<String, Long> terminated = Map.of();
        Map<String, Long> restarts = Map.of();
        long sent;
        long received;
        long calls;
        long timeouts;
        Map<io.ergo.Delivery.Outcome, Long> deadLetters = Map.of();
        long slowHandlers;

        NodeStatistics build() {
            return new NodeStatistics(processes, spawned, terminated, restarts, sent, received, calls, timeouts,
                    deadLetters, slowHandlers);
        }
    }

    /** Returns the node: methods that are not written here fail. */
    Node node() {
        return (Node) Proxy.newProxyInstance(Node.class.getClassLoader(), new Class<?>[] {Node.class},
                (_, method, args) -> invoke(method, args));
    }

    private @Nullable Object invoke(Method method, Object @Nullable [] args) throws Throwable {
        try {
            return FakeNode.class.getMethod(method.getName(), method.getParameterTypes()).invoke(this, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    Pid pid(long id) {
        return new Pid(NAME, id, creation);
    }

    void process(long id, String name, String behavior, long parent, long depth) {
        processes.put(pid(id),
                new ProcessInfo(pid(id), name, "", behavior, ProcessState.SLEEP, pid(parent), pid(1), 100,
                        Overflow.fallback("spill", "tag"), new MailboxDepth(depth, 0, 0, 0), 7, 5,
                        Duration.ofMillis(12),
                        Duration.ofSeconds(60), List.of(), List.of(pid(parent)), List.of(),
                        ProcessSettings.defaults(), LogLevel.INFO, Map.of("SECRET", "s")));
    }

    void supervisor(long id, String name, Child... children) {
        process(id, name, "io.ergo.actor.Supervisor", 1, 0);
        supervisors.put(pid(id),
                new SupervisionInfo(SupervisorType.ONE_FOR_ONE, RestartStrategy.TRANSIENT, 5, Duration.ofSeconds(5),
                        3, List.of(children), List.of(
                                new SupervisionInfo.Restart(Instant.EPOCH, "lost", pid(900), Reason.of("disk full"),
                                        SupervisionInfo.Decision.RESTART, Duration.ofMillis(250), null))));
    }

    void application(String name, ApplicationMode mode, ApplicationState state, long... group) {
        applications.put(name, new ApplicationInfo(name, profile.withDescription("the " + name),
                ApplicationSpec.Depends.on(dependencies), mode, state, NAME, Duration.ofSeconds(90), Map.of(),
                java.util.Arrays.stream(group).mapToObj(this::pid).toList()));
    }

    void running(long id, CallbackKind callback, String messageType, StackTraceElement... stack) {
        running.put(pid(id),
                new Running(callback, messageType, Duration.ofMillis(1500), "demo-worker", List.of(stack)));
    }

    void statistics(java.util.function.Consumer<Statistics> change) {
        Statistics next = new Statistics();
        change.accept(next);
        statistics = next.build();
    }

    void end(long id) {
        processes.remove(pid(id));
    }

    void stopping() {
        alive = false;
        stopping = true;
    }

    void stop() {
        alive = false;
        stopping = false;
        listener = null;
        processes.clear();
        statistics(_ -> {});
    }

    void restart() {
        creation++;
        alive = true;
    }

    // What follows is called through the interface.

    public String name() {
        return NAME;
    }

    public boolean isAlive() {
        return alive;
    }

    public long creation() {
        return creation;
    }

    public Duration uptime() {
        return alive || stopping ? Duration.ofSeconds(100) : Duration.ZERO;
    }

    public NodeStatistics statistics() {
        statisticsRead++;
        return statistics;
    }

    public NodeInfo info() {
        requireAlive();
        return new NodeInfo(NAME, creation, uptime(), Version.of("demo", "1.2"), Version.of("Ergo", "0.1.0"),
                Map.of("SECRET", "s"), LogLevel.INFO,
                List.of(new LoggerInfo("default", "org.slf4j.Logger", Set.of(LogLevel.ERROR), null, 0, 0)),
                processes.size(),
                1, 0, 2, 0,
                applications.size(),
                applications.size(), 2_000_000, 1_000_000, Duration.ofMillis(1230), Duration.ofMillis(40));
    }

    public List<String> applications() {
        requireAlive();
        return List.copyOf(applications.keySet());
    }

    public Optional<ApplicationInfo> applicationInfo(String name) {
        requireAlive();
        return Optional.ofNullable(applications.get(name));
    }

    public List<ProcessShortInfo> processes(long fromId, int limit) {
        requireAlive();
        List<ProcessShortInfo> page = processes.values().stream().filter(info -> info.pid().id() >= fromId)
                .sorted(Comparator.comparingLong(info -> info.pid().id())).limit(limit).map(ProcessTree::shortened)
                .toList();
        looked += page.size();
        return new ArrayList<>(page);
    }

    public Optional<ProcessInfo> processInfo(Pid pid) {
        requireAlive();
        looked++;
        return Optional.ofNullable(processes.get(pid));
    }

    public Optional<ProcessExecution> execution(Pid pid) {
        requireAlive();
        return Optional.ofNullable(processes.get(pid))
                .map(info -> new ProcessExecution(pid, info.name(), info.behavior(), info.state(), info.mailbox(),
                        running.get(pid)));
    }

    public Optional<Pid> find(String nameOrPid) {
        requireAlive();
        return processes.values().stream()
                .filter(info -> nameOrPid.equals(info.name()) || nameOrPid.equals(info.pid().toString())
                        || ("<" + nameOrPid + ">").equals(info.pid().toString()))
                .map(ProcessInfo::pid).findFirst();
    }

    public Optional<SupervisionInfo> supervision(Pid pid) {
        requireAlive();
        return Optional.ofNullable(supervisors.get(pid));
    }

    public Runnable sample(int oneIn, SampleListener attached) {
        requireAlive();
        if (listener != null) {
            throw ErgoException.of(Reason.TAKEN, "a listener is attached");
        }
        listener = attached;
        sampledOneIn = oneIn;
        return () -> listener = listener == attached ? null : listener;
    }

    private void requireAlive() {
        if (!alive) {
            throw ErgoException.light(Reason.NODE_TERMINATED, "node " + NAME);
        }
    }
}
