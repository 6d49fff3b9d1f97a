package io.ergo.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.ergo.ApplicationInfo;
import io.ergo.ApplicationLoader;
import io.ergo.ApplicationOptions;
import io.ergo.ApplicationSpec;
import io.ergo.Args;
import io.ergo.Behavior;
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
import io.ergo.SampleListener;
import io.ergo.SpawnOptions;
import io.ergo.SupervisionInfo;
import io.ergo.Version;
import io.ergo.engine.application.Applications;
import io.ergo.engine.process.Core;
import io.ergo.engine.process.Directory;
import io.ergo.engine.process.Kernel;
import io.ergo.engine.process.Variables;
import org.jspecify.annotations.Nullable;

/** A running node: sends and calls come from {@link Core}, questions go to the {@link Directory}, the end is {@link Shutdown}'s. */
final class LocalNode extends Core implements Node {

    private static final Version FRAMEWORK = framework();

    private final Directory directory;
    private final Applications applications;
    private final Shutdown shutdown;
    private final boolean exposeEnv;
    private final Version version;
    private final long startedNanos;
    /** Replaced as a whole under this object's lock. */
    private volatile Variables env;

    LocalNode(Kernel kernel, Executor completions, Variables env, Duration shutdownTimeout, Runnable afterTimeout,
            boolean exposeEnv, Version version) {
        super(kernel, completions);
        this.directory = new Directory(kernel, exposeEnv);
        this.applications = new Applications(kernel, exposeEnv, () -> this.env);
        this.shutdown = new Shutdown(kernel, directory, applications, shutdownTimeout, afterTimeout);
        this.exposeEnv = exposeEnv;
        this.version = version;
        this.env = env;
        this.startedNanos = kernel.dispatcher().nanoTime();
    }

    private static Version framework() {
        String release = LocalNode.class.getPackage().getImplementationVersion();
        return new Version("Ergo for Spring Boot", release == null ? "development" : release, "", "Apache-2.0");
    }

    private void running() {
        if (shutdown.isStopped()) {
            throw ErgoException.of(Reason.NODE_TERMINATED, name());
        }
    }

    /** What starts now would be missed by the stop. */
    void refuseIfStopping() {
        if (shutdown.isBegun()) {
            throw ErgoException.of(Reason.NODE_TERMINATED, name() + " is stopping");
        }
    }

    @Override
    public String name() {
        return kernel.name();
    }

    @Override
    public long creation() {
        return kernel.creation();
    }

    @Override
    public Version version() {
        return version;
    }

    @Override
    public Version frameworkVersion() {
        return FRAMEWORK;
    }

    @Override
    public boolean isAlive() {
        return !shutdown.isBegun();
    }

    @Override
    public Duration uptime() {
        return shutdown.isStopped() ? Duration.ZERO : Duration.ofNanos(kernel.dispatcher().nanoTime() - startedNanos);
    }

    @Override
    public Pid spawn(Supplier<? extends Behavior> factory, SpawnOptions options, Args args) {
        return kernel.spawn(factory, options, args, kernel.coreOrigin(env));
    }

    @Override
    public void kill(Pid pid) {
        running();
        directory.kill(pid);
    }

    @Override
    public void registerName(String name, Pid pid) {
        running();
        directory.registerName(name, pid);
    }

    @Override
    public Pid unregisterName(String name) {
        running();
        return directory.unregisterName(name);
    }

    @Override
    public Optional<Pid> pidOf(String name) {
        return directory.pidOf(name);
    }

    @Override
    public Optional<Pid> find(String nameOrPid) {
        return directory.find(nameOrPid);
    }

    @Override
    public NodeInfo info() {
        running();
        Map<ProcessState, Long> states = directory.states();
        long busy = states.getOrDefault(ProcessState.RUNNING, 0L) + states.getOrDefault(ProcessState.WAIT_RESPONSE, 0L);
        JvmUsage.Times times = JvmUsage.times();
        return new NodeInfo(name(), creation(), uptime(), version, FRAMEWORK, exposeEnv ? env.all() : Map.of(),
                log().level(), loggers().list(), directory.size(),
                busy,
                states.getOrDefault(ProcessState.ZOMBEE, 0L), directory.names(), directory.aliases(),
                applications.names().size(),
                applications.running().size(), JvmUsage.memoryUsed(), JvmUsage.memoryAlloc(), times.user(),
                times.system());
    }

    @Override
    public Optional<ProcessInfo> processInfo(Pid pid) {
        running();
        return directory.info(pid);
    }

    @Override
    public Optional<ProcessState> processState(Pid pid) {
        running();
        return directory.state(pid);
    }

    @Override
    public Optional<ProcessExecution> execution(Pid pid) {
        return directory.execution(pid);
    }

    @Override
    public List<Pid> processes() {
        running();
        return directory.pids();
    }

    @Override
    public List<ProcessShortInfo> processes(long fromId, int limit) {
        running();
        return directory.page(fromId, limit);
    }

    @Override
    public Log log() {
        return kernel.log();
    }

    @Override
    public Loggers loggers() {
        return kernel.loggers();
    }

    @Override
    public LogLevel logLevel(Pid pid) {
        running();
        return directory.logLevel(pid);
    }

    @Override
    public void setLogLevel(Pid pid, LogLevel level) {
        running();
        directory.setLogLevel(pid, level);
    }

    @Override
    public Optional<SupervisionInfo> supervision(Pid pid) {
        running();
        return directory.supervision(pid);
    }

    @Override
    public void loadApplication(ApplicationSpec spec) {
        running();
        applications.load(spec);
    }

    @Override
    public String loadApplication(ApplicationLoader loader, Args args) {
        running();
        return applications.load(loader, args, this);
    }

    @Override
    public void startApplication(String name, ApplicationOptions options) {
        refuseIfStopping();
        applications.start(name, options, this);
    }

    @Override
    public void stopApplication(String name, Duration timeout) {
        running();
        applications.stop(name, timeout);
    }

    @Override
    public void stopApplicationForce(String name) {
        running();
        applications.stopForce(name);
    }

    @Override
    public void unloadApplication(String name) {
        running();
        applications.unload(name);
    }

    @Override
    public Optional<ApplicationInfo> applicationInfo(String name) {
        running();
        return applications.info(name);
    }

    @Override
    public List<String> applications() {
        running();
        return applications.names();
    }

    @Override
    public List<String> runningApplications() {
        running();
        return applications.running();
    }

    @Override
    public List<ProcessShortInfo> applicationProcesses(String name, int limit) {
        running();
        if (limit < 0) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the limit for the processes of '" + name + "' is " + limit + " but must not be negative");
        }
        return directory.ofApplication(name, applications.group(name), limit);
    }

    @Override
    public NodeStatistics statistics() {
        return directory.statistics();
    }

    @Override
    public NodeAudit audit() {
        return directory.audit();
    }

    @Override
    public Runnable sample(int oneIn, SampleListener listener) {
        return directory.sample(oneIn, listener);
    }

    @Override
    public Optional<Object> env(String variable) {
        return env.get(variable);
    }

    @Override
    public Map<String, Object> env() {
        return env.all();
    }

    @Override
    public synchronized void setEnv(String variable, @Nullable Object value) {
        env = env.with(variable, value);
    }

    @Override
    public boolean stop() {
        return shutdown.stop();
    }

    @Override
    public void stopForce() {
        shutdown.force();
    }

    @Override
    public void awaitStop(Duration timeout) {
        shutdown.await(timeout);
    }
}
