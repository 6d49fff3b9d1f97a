package io.ergo.spring.boot.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.ergo.Address;
import io.ergo.ApplicationInfo;
import io.ergo.ApplicationLoader;
import io.ergo.ApplicationOptions;
import io.ergo.ApplicationSpec;
import io.ergo.Args;
import io.ergo.Calling;
import io.ergo.ErgoException;
import io.ergo.Log;
import io.ergo.LogLevel;
import io.ergo.Loggers;
import io.ergo.Node;
import io.ergo.NodeAudit;
import io.ergo.NodeInfo;
import io.ergo.NodeStatistics;
import io.ergo.Pid;
import io.ergo.ProcessExecution;
import io.ergo.ProcessInfo;
import io.ergo.ProcessShortInfo;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Request;
import io.ergo.SampleListener;
import io.ergo.Sending;
import io.ergo.Spawning;
import io.ergo.SupervisionInfo;
import io.ergo.Version;
import io.ergo.spring.ForwardingRoles;
import org.jspecify.annotations.Nullable;

/**
 * The node as other beans see it: always the same object, whichever incarnation runs. Before the first start it is a
 * stopped node, afterwards it is the latest incarnation. Any thread.
 */
final class NodeFacade extends ForwardingRoles implements Node {

    private static final NodeStatistics NOTHING_YET = new NodeStatistics(Map.of(), 0, Map.of(), Map.of(), 0, 0, 0, 0,
            Map.of(), 0);
    private static final NodeAudit CLEAN = new NodeAudit(List.of(), List.of(), List.of(), List.of(), 0, 0, 0);

    private final String name;
    private volatile @Nullable Node incarnation;

    NodeFacade(String name) {
        this.name = name;
    }

    /** The lifecycle: from now on this is the node. */
    void become(Node next) {
        incarnation = next;
    }

    private Node node() {
        Node node = incarnation;
        if (node == null) {
            throw ErgoException.of(Reason.NODE_TERMINATED, "node " + name
                    + " starts after all beans are made; wait for ErgoNodeStartedEvent, or use an actor");
        }
        return node;
    }

    private Optional<Node> started() {
        return Optional.ofNullable(incarnation);
    }

    @Override
    protected Sending sending() {
        Node node = incarnation;
        return node != null ? node : UnstartedSending.INSTANCE;
    }

    @Override
    protected Calling calling() {
        return node();
    }

    @Override
    protected Spawning spawning() {
        return node();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Pid pid() {
        return started().map(Node::pid).orElseGet(() -> new Pid(name, 1, 0));
    }

    @Override
    public long creation() {
        return started().map(Node::creation).orElse(0L);
    }

    @Override
    public Version version() {
        return started().map(Node::version).orElse(Version.none());
    }

    @Override
    public Version frameworkVersion() {
        return started().map(Node::frameworkVersion).orElse(Version.none());
    }

    @Override
    public boolean isAlive() {
        return started().map(Node::isAlive).orElse(false);
    }

    @Override
    public Duration uptime() {
        return started().map(Node::uptime).orElse(Duration.ZERO);
    }

    @Override
    public Optional<Object> env(String name) {
        return started().flatMap(node -> node.env(name));
    }

    @Override
    public Map<String, Object> env() {
        return started().map(Node::env).orElse(Map.of());
    }

    @Override
    public void setEnv(String name, @Nullable Object value) {
        node().setEnv(name, value);
    }

    @Override
    public <R extends @Nullable Object> CompletableFuture<R> request(Address to, Request<R> request, Duration timeout) {
        return node().request(to, request, timeout);
    }

    @Override
    public <R> CompletableFuture<@Nullable R> request(Address to, Object request, Class<R> type, Duration timeout) {
        return node().request(to, request, type, timeout);
    }

    @Override
    public Map<String, String> inspect(Pid pid, String... items) {
        return node().inspect(pid, items);
    }

    @Override
    public Ref makeRef() {
        return node().makeRef();
    }

    @Override
    public Ref makeRefWithDeadline(Instant deadline) {
        return node().makeRefWithDeadline(deadline);
    }

    @Override
    public void kill(Pid pid) {
        node().kill(pid);
    }

    @Override
    public void registerName(String name, Pid pid) {
        node().registerName(name, pid);
    }

    @Override
    public Pid unregisterName(String name) {
        return node().unregisterName(name);
    }

    @Override
    public Optional<Pid> pidOf(String name) {
        return node().pidOf(name);
    }

    @Override
    public Optional<Pid> find(String nameOrPid) {
        return node().find(nameOrPid);
    }

    @Override
    public NodeInfo info() {
        return node().info();
    }

    @Override
    public Optional<ProcessInfo> processInfo(Pid pid) {
        return node().processInfo(pid);
    }

    @Override
    public Optional<ProcessState> processState(Pid pid) {
        return node().processState(pid);
    }

    @Override
    public Optional<ProcessExecution> execution(Pid pid) {
        return node().execution(pid);
    }

    @Override
    public List<Pid> processes() {
        return node().processes();
    }

    @Override
    public List<ProcessShortInfo> processes(long fromId, int limit) {
        return node().processes(fromId, limit);
    }

    @Override
    public Log log() {
        return node().log();
    }

    @Override
    public Loggers loggers() {
        return node().loggers();
    }

    @Override
    public LogLevel logLevel(Pid pid) {
        return node().logLevel(pid);
    }

    @Override
    public void setLogLevel(Pid pid, LogLevel level) {
        node().setLogLevel(pid, level);
    }

    @Override
    public Optional<SupervisionInfo> supervision(Pid pid) {
        return node().supervision(pid);
    }

    @Override
    public void loadApplication(ApplicationSpec spec) {
        node().loadApplication(spec);
    }

    @Override
    public String loadApplication(ApplicationLoader loader, Args args) {
        return node().loadApplication(loader, args);
    }

    @Override
    public void startApplication(String name, ApplicationOptions options) {
        node().startApplication(name, options);
    }

    @Override
    public void stopApplication(String name, Duration timeout) {
        node().stopApplication(name, timeout);
    }

    @Override
    public void stopApplicationForce(String name) {
        node().stopApplicationForce(name);
    }

    @Override
    public void unloadApplication(String name) {
        node().unloadApplication(name);
    }

    @Override
    public Optional<ApplicationInfo> applicationInfo(String name) {
        return node().applicationInfo(name);
    }

    @Override
    public List<String> applications() {
        return node().applications();
    }

    @Override
    public List<String> runningApplications() {
        return node().runningApplications();
    }

    @Override
    public List<ProcessShortInfo> applicationProcesses(String name, int limit) {
        return node().applicationProcesses(name, limit);
    }

    @Override
    public NodeStatistics statistics() {
        return started().map(Node::statistics).orElse(NOTHING_YET);
    }

    @Override
    public NodeAudit audit() {
        return started().map(Node::audit).orElse(CLEAN);
    }

    @Override
    public Runnable sample(int oneIn, SampleListener listener) {
        return node().sample(oneIn, listener);
    }

    @Override
    public boolean stop() {
        return started().map(Node::stop).orElse(true);
    }

    @Override
    public void stopForce() {
        started().ifPresent(Node::stopForce);
    }

    @Override
    public void awaitStop(Duration timeout) {
        node().awaitStop(timeout);
    }
}
