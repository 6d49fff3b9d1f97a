package io.ergo.engine.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.ergo.ErgoException;
import io.ergo.LogLevel;
import io.ergo.NodeAudit;
import io.ergo.NodeStatistics;
import io.ergo.Overflow;
import io.ergo.Pid;
import io.ergo.ProcessExecution;
import io.ergo.ProcessId;
import io.ergo.ProcessInfo;
import io.ergo.ProcessShortInfo;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.SampleListener;
import io.ergo.SupervisionInfo;
import io.ergo.engine.relation.Relation;
import io.ergo.engine.relation.Relation.Kind;
import io.ergo.spi.Supervising;
import org.jspecify.annotations.Nullable;

/** What a node is asked about its processes, by name, by pid or in lists, and the few things done to them from outside. Any thread. */
public final class Directory {

    private static final int DEFAULT_PAGE = 100;
    private static final int SHOWN = 10;
    private static final int LOOKED_AT = 1_000;

    private final Kernel kernel;
    private final boolean exposeEnv;

    /**
     * Creates the directory of a kernel.
     *
     * @param exposeEnv whether information shows environment variables
     */
    public Directory(Kernel kernel, boolean exposeEnv) {
        this.kernel = kernel;
        this.exposeEnv = exposeEnv;
    }

    /** Kills a process, see {@link io.ergo.Node#kill}. */
    public void kill(Pid pid) {
        if (pid != null && kernel.hasEnded(pid)) {
            return;
        }
        require(pid).kill();
    }

    /** Gives a process a name, see {@link io.ergo.Node#registerName}. */
    public void registerName(String name, Pid pid) {
        String checked = Self.checkedName(name);
        require(pid).holdings().name(checked);
    }

    /** Takes a name back, see {@link io.ergo.Node#unregisterName}. */
    public Pid unregisterName(String name) {
        LocalProcess owner = name == null ? null : kernel.registry.owner(name);
        if (owner == null || !owner.holdings().unname(name)) {
            throw ErgoException.of(Reason.NAME_UNKNOWN, "'" + name + "' on " + kernel.name);
        }
        kernel.relating.announceUnregistered(owner, ProcessId.local(name));
        return owner.pid;
    }

    /** Returns the log level of a process, see {@link io.ergo.Node#logLevel}. */
    public LogLevel logLevel(Pid pid) {
        return require(pid).logLevel();
    }

    /** Sets the log level of a process, see {@link io.ergo.Node#setLogLevel}. */
    public void setLogLevel(Pid pid, LogLevel level) {
        require(pid).log().setLevel(level);
    }

    private LocalProcess require(@Nullable Pid pid) {
        if (pid == null) {
            throw ErgoException.of(Reason.INCORRECT, "the pid must not be null");
        }
        return kernel.find(pid).orElseThrow(() -> ErgoException.of(Reason.PROCESS_UNKNOWN, pid + " on " + kernel.name));
    }

    /** Returns the owner of a name. */
    public Optional<Pid> pidOf(String name) {
        Participant.refuseNull("the name of a process", name);
        LocalProcess owner = kernel.registry.owner(name);
        return owner == null ? Optional.empty() : Optional.of(owner.pid);
    }

    /** Finds by name or printed pid, see {@link io.ergo.Node#find}. */
    public Optional<Pid> find(String nameOrPid) {
        Optional<Pid> named = pidOf(nameOrPid);
        return named.isPresent() ? named
                : PidText.parse(nameOrPid, kernel.core).flatMap(kernel::find).map(process -> process.pid);
    }

    /** Returns the state of a process. */
    public Optional<ProcessState> state(Pid pid) {
        Participant.refuseNull("the pid of a process", pid);
        return kernel.find(pid).map(LocalProcess::processState);
    }

    /** Returns all pids in ascending order. */
    public List<Pid> pids() {
        return kernel.all().stream().map(process -> process.pid).toList();
    }

    /** Returns a page of processes, see {@link io.ergo.Node#processes(long, int)}. */
    public List<ProcessShortInfo> page(long fromId, int limit) {
        if ((fromId != 0 && fromId < Kernel.FIRST_ID) || limit < 0) {
            throw ErgoException.of(Reason.INCORRECT, "page of " + limit + " processes from id " + fromId
                    + "; give an id of at least " + Kernel.FIRST_ID
                    + ", or 0 to begin with the first process, and a limit"
                    + " that is not negative");
        }
        return kernel.table.page(fromId, limit == 0 ? DEFAULT_PAGE : limit).stream().map(this::shortInfo).toList();
    }

    /** Returns the members that are there, then at most so many other processes of the application, in ascending order. */
    public List<ProcessShortInfo> ofApplication(String name, List<Pid> members, int limit) {
        List<ProcessShortInfo> shown = new ArrayList<>();
        members.forEach(member -> kernel.find(member).map(this::shortInfo).ifPresent(shown::add));
        if (limit > 0) {
            kernel.all().stream()
                    .filter(process -> process.application.equals(name) && !members.contains(process.pid))
                    .limit(limit).map(this::shortInfo).forEach(shown::add);
        }
        return shown;
    }

    private ProcessShortInfo shortInfo(LocalProcess process) {
        long depth = process.mailbox.depth().total();
        return new ProcessShortInfo(process.pid, process.displayName(), process.application, behavior(process),
                process.processState(),
                process.parent, process.leader, depth, process.messagesIn() + depth, process.messagesOut(),
                Duration.ofNanos(process.runningNanos()),
                uptime(process), process.logLevel());
    }

    /** Returns what is known of a process. */
    public Optional<ProcessInfo> info(Pid pid) {
        Participant.refuseNull("the pid of a process", pid);
        return kernel.find(pid).map(this::info);
    }

    private ProcessInfo info(LocalProcess process) {
        var depth = process.mailbox.depth();
        return new ProcessInfo(process.pid, process.displayName(), process.application, behavior(process),
                process.processState(),
                process.parent, process.leader, process.mailbox.limit(), overflow(process), depth,
                process.messagesIn() + depth.total(),
                process.messagesOut(), Duration.ofNanos(process.runningNanos()), uptime(process),
                process.owned(Holdings::aliases, List.of()), process.addresses(Kind.LINK),
                process.addresses(Kind.MONITOR),
                process.settings, process.logLevel(), exposeEnv ? process.env.all() : Map.of());
    }

    /** Returns what a process executes, also one in its terminate callback. */
    public Optional<ProcessExecution> execution(Pid pid) {
        Participant.refuseNull("the pid of a process", pid);
        return kernel.find(pid)
                .or(() -> kernel.population.leaving().stream().filter(process -> process.pid.equals(pid)).findAny())
                .map(kernel.onlooker::look);
    }

    /** An unlimited mailbox has no use for a policy. */
    private static Overflow overflow(LocalProcess process) {
        return process.mailbox.limit() == 0 ? Overflow.reject() : process.overflow;
    }

    private static String behavior(LocalProcess process) {
        return process.behavior.behaviorClass().getName();
    }

    private Duration uptime(LocalProcess process) {
        return Duration.ofNanos(kernel.dispatcher.nanoTime() - process.bornNanos);
    }

    /** Returns what a supervisor shows. */
    public Optional<SupervisionInfo> supervision(Pid pid) {
        Participant.refuseNull("the pid of a process", pid);
        return kernel.find(pid)
                .map(process -> process.behavior instanceof Supervising supervising ? supervising.supervision() : null);
    }

    /** Returns how many processes are in each state. */
    public Map<ProcessState, Long> states() {
        Map<ProcessState, Long> states = new EnumMap<>(ProcessState.class);
        kernel.table.forEach(process -> states.merge(process.processState(), 1L, Long::sum));
        return states;
    }

    /** Returns how many processes there are. */
    public int size() {
        return kernel.table.size();
    }

    /** Returns how many names are registered. */
    public int names() {
        return kernel.registry.names();
    }

    /** Returns how many aliases there are. */
    public int aliases() {
        return kernel.registry.aliases();
    }

    /** Reads the counters. */
    public NodeStatistics statistics() {
        return kernel.counters.read(kernel.table);
    }

    /** Attaches a listener, see {@link io.ergo.Node#sample}. */
    public Runnable sample(int oneIn, SampleListener listener) {
        Participant.refuseNull("the sample listener", listener);
        return kernel.sampling.attach(oneIn, listener);
    }

    /** Lists what is still held. */
    public NodeAudit audit() {
        List<String> processes = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        int timers = 0;
        int calls = kernel.coreCalls.size();
        for (LocalProcess process : kernel.all()) {
            processes.add(process.label() + " " + process.processState());
            addRelations(relations, process);
            timers += process.owned(Holdings::timers, 0);
            calls += process.owned(Holdings::openRequests, 0);
            PendingCall call = process.pendingCall();
            calls += call != null && kernel.coreCalls.get(call.ref()) == null ? 1 : 0;
        }
        kernel.population.leaving().forEach(process -> processes.add(process.label() + " in its terminate callback"));
        return new NodeAudit(processes, kernel.registry.nameList(), kernel.registry.aliasList(), relations, timers,
                calls,
                kernel.dispatcher.threads());
    }

    /** A relation is listed with its consumer; one that its consumer left behind when it ended, with its target. */
    private static void addRelations(List<String> relations, LocalProcess process) {
        process.addresses(Kind.LINK).forEach(to -> relations.add("link " + process.pid + " → " + to));
        process.addresses(Kind.MONITOR)
                .forEach(to -> relations.add("monitor " + process.pid + " → " + to));
        process.owned(Holdings::watchers, List.<Relation<LocalProcess>>of()).stream()
                .filter(relation -> relation.consumer().isTerminated())
                .forEach(left -> relations
                        .add(left.kind() + " of the ended " + left.consumer().pid + " → " + left.address()));
    }

    /** Returns whether the calling thread executes a callback of a process; also an init, which may run on any thread. Walks them all. */
    public boolean isInsideCallback() {
        return kernel.dispatcher.current() != null
                || kernel.population.leaving().stream().anyMatch(LocalProcess::isExecuted)
                || kernel.all().stream().anyMatch(LocalProcess::isExecuted);
    }

    /** Asks every process to end, in the name of its parent, so that it cannot be trapped. */
    public void shutdownAll() {
        for (LocalProcess process : kernel.all()) {
            kernel.exit(process, process.parent, Reason.SHUTDOWN);
        }
    }

    /** Kills every process. */
    public void killAll() {
        kernel.all().forEach(LocalProcess::kill);
    }

    /**
     * Returns what a person reads of the processes whose code may still run: how many there are, and up to ten of them with what they wait for and
     * where they are. Those that execute something come first.
     */
    public String remaining() {
        Set<LocalProcess> leaving = kernel.population.leaving();
        List<LocalProcess> known = kernel.table.page(0, LOOKED_AT);
        List<LocalProcess> shown = Stream
                .of(known.stream().filter(LocalProcess::isExecuting), leaving.stream(), known.stream())
                .flatMap(processes -> processes).distinct().limit(SHOWN).toList();
        int all = kernel.table.size() + leaving.size();
        StringBuilder text = new StringBuilder().append(all).append(all == 1 ? " process" : " processes");
        shown.forEach(process -> text.append("\n  ").append(ReportText.of(kernel.onlooker.look(process))));
        return text.append(all > shown.size() ? "\n  … " + (all - shown.size()) + " more" : "").toString();
    }
}
