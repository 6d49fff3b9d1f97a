package io.ergo.engine.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.Compression;
import io.ergo.Delivery;
import io.ergo.Delivery.Outcome;
import io.ergo.ErgoException;
import io.ergo.Log;
import io.ergo.MessageLog;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessState;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.SpawnOptions;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.InspectEnvelope;
import io.ergo.engine.mailbox.LogEnvelope;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.engine.mailbox.RequestEnvelope;
import io.ergo.engine.relation.Relation.Kind;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Dispatcher.Carrier;
import io.ergo.spi.Entry;
import org.jspecify.annotations.Nullable;

import static io.ergo.engine.mailbox.StateWord.INIT;
import static io.ergo.engine.mailbox.StateWord.RUNNING;
import static io.ergo.engine.mailbox.StateWord.TERMINATED;

/** The context of a process: checks state and thread, then does it. What is allowed where stands at each operation. */
final class Self extends Participant implements BehaviorContext {

    private static final int CALLBACK = INIT | RUNNING;
    private static final int SENDING = CALLBACK | TERMINATED;

    private final LocalProcess process;

    Self(LocalProcess process) {
        super(process.kernel);
        this.process = process;
    }

    // ---- identity: any thread, any state

    @Override
    public Pid pid() {
        return process.pid;
    }

    @Override
    public Node node() {
        return kernel.node();
    }

    @Override
    public Pid parent() {
        return process.parent;
    }

    @Override
    public Pid leader() {
        return process.leader;
    }

    @Override
    public String application() {
        return process.application;
    }

    @Override
    public ProcessState state() {
        return process.processState();
    }

    @Override
    public long uptimeSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(nanoTime() - process.bornNanos);
    }

    @Override
    public Priority sendPriority() {
        return process.settings.sendPriority();
    }

    @Override
    public Compression compression() {
        return process.settings.compression();
    }

    @Override
    public boolean keepNetworkOrder() {
        return process.settings.keepNetworkOrder();
    }

    @Override
    public boolean importantDelivery() {
        return process.settings.importantDelivery();
    }

    @Override
    public Optional<String> name() {
        return Optional.ofNullable(process.name);
    }

    @Override
    public List<Alias> aliases() {
        return process.owned(Holdings::aliases, List.of());
    }

    @Override
    public List<Address> links() {
        return process.addresses(Kind.LINK);
    }

    @Override
    public List<Address> monitors() {
        return process.addresses(Kind.MONITOR);
    }

    @Override
    public Optional<Object> env(String variable) {
        return process.env.get(variable);
    }

    @Override
    public Map<String, Object> env() {
        return process.env.all();
    }

    @Override
    public Log log() {
        return process.log();
    }

    @Override
    public long nanoTime() {
        return kernel.dispatcher.nanoTime();
    }

    @Override
    public Instant wallTime() {
        return Instant.ofEpochMilli(kernel.dispatcher.wallMillis());
    }

    @Override
    public double random() {
        return kernel.dispatcher.random();
    }

    // ---- sending: init, callbacks, terminate

    @Override
    @Nullable Outcome admit(String operation) {
        process.permit(SENDING, operation);
        return null;
    }

    @Override
    @Nullable Outcome admitResponse() {
        process.permit(RUNNING, "respond");
        return null;
    }

    @Override
    @Nullable Carrier carrier() {
        return process.carrier();
    }

    @Override
    LocalProcess sender() {
        return process;
    }

    @Override
    Priority defaultPriority() {
        return process.settings.sendPriority();
    }

    @Override
    void countOut() {
        process.countOut();
    }

    @Override
    long tick() {
        return process.messagesOut();
    }

    @Override
    public Delivery sendExit(Pid to, Reason reason) {
        process.permit(SENDING, "send exit");
        refuseProtected(to, reason);
        return exit(to, reason);
    }

    private void refuseProtected(@Nullable Pid to, @Nullable Reason reason) {
        refuseNull("the receiver of an exit signal", to);
        refuseNull("the reason of an exit signal to " + to, reason);
        if (Objects.requireNonNull(to).equals(process.pid) || to.equals(process.parent) || to.equals(process.leader)) {
            throw ErgoException.of(Reason.NOT_ALLOWED,
                    "exit signal of " + process.label()
                            + " to itself, its parent or its leader; throw Stop to end yourself");
        }
    }

    // ---- all else: init and callbacks

    @Override
    @Nullable Object exchange(Target target, Address to, Object request, Duration timeout) {
        process.permit(CALLBACK, "call");
        refuseHopeless(process, target, to);
        PendingCall call = kernel.newCall(timeout);
        return process.whileBlocked(call, () -> {
            ask(call, target, to, request);
            process.await(call);
            process.countResponse();
            return call.result();
        });
    }

    @Override
    public Ref request(Address to, Object request, Duration timeout) {
        process.permit(CALLBACK, "request");
        refuseNull("the address of a request", to);
        refuseNull("the request to " + to, request);
        refuseNotPositive(timeout, to);
        Ref ref = kernel.nextRef(timeout);
        OpenRequest open = new OpenRequest(process, ref);
        open.start(timeout);
        Delivery delivery = askWithoutWaiting(ref, kernel.router.target(to), to, request);
        if (!delivery.isDelivered()) {
            open.end(kernel.core, new Blocked.Failed(delivery.outcome().reason()));
        }
        return ref;
    }

    @Override
    public Ref request(String name, Object request, Duration timeout) {
        return request(address(name), request, timeout);
    }

    @Override
    public Delivery forward(Pid to, Entry entry, Priority priority) {
        process.permit(RUNNING, "forward");
        refuseNull("the receiver of a forwarded entry", to);
        refuseNull("the entry that is forwarded to " + to, entry);
        refuseNull("the priority of a forwarded entry", priority);
        Delivery delivery = kernel.deliver(kernel.router.target(to), to, copy(entry), QueueKind.of(priority),
                carrier());
        if (delivery.isDelivered()) {
            countOut();
            if (entry instanceof Envelope envelope) {
                envelope.clear(); // it is the other one's now, the answer too
            }
        }
        return delivery;
    }

    @SuppressWarnings("unchecked") // the engine makes inspections, with a list of strings
    private static Envelope copy(Entry entry) {
        return switch (entry.kind()) {
            case MESSAGE -> new Envelope(entry.from(), entry.target(), entry.message());
            case REQUEST -> new RequestEnvelope(entry.from(), entry.target(), entry.message(), refOf(entry));
            case INSPECT -> new InspectEnvelope(entry.from(), entry.target(), (List<String>) entry.message(),
                    refOf(entry));
            case LOG -> new LogEnvelope(entry.from(), entry.target(), (MessageLog) entry.message());
            case EXIT, RESPONSE -> throw ErgoException.of(Reason.INCORRECT, "an entry of kind " + entry.kind()
                    + " cannot be forwarded: it is meant for this very process");
        };
    }

    private static Ref refOf(Entry entry) {
        return Objects.requireNonNull(entry.ref(), "a request without a reference");
    }

    @Override
    public Pid spawn(Supplier<? extends Behavior> factory, SpawnOptions options, Args args) {
        process.permit(CALLBACK, "spawn");
        return kernel.spawn(factory, options, args, origin());
    }

    private Origin origin() {
        return new Origin(process.pid, process.leader, process.application, null, process.env, process.logLevel(),
                process);
    }

    @Override
    public void link(Address target) {
        process.permit(CALLBACK, "link");
        refuseNull("the target of a link", target);
        kernel.relating.establish(process, target, Kind.LINK);
    }

    @Override
    public void unlink(Address target) {
        process.permit(CALLBACK, "unlink");
        refuseNull("the target of a link", target);
        kernel.relating.remove(process, target, Kind.LINK);
    }

    @Override
    public void monitor(Address target) {
        process.permit(CALLBACK, "monitor");
        refuseNull("the target of a monitor", target);
        kernel.relating.establish(process, target, Kind.MONITOR);
    }

    @Override
    public void demonitor(Address target) {
        process.permit(CALLBACK, "demonitor");
        refuseNull("the target of a monitor", target);
        kernel.relating.remove(process, target, Kind.MONITOR);
    }

    @Override
    public void registerName(String name) {
        process.permit(CALLBACK, "register name");
        process.holdings().name(checkedName(name));
    }

    static String checkedName(@Nullable String name) {
        return SpawnOptions.named(name == null ? "" : name).name().orElseThrow();
    }

    @Override
    public void unregisterName() {
        process.permit(CALLBACK, "unregister name");
        String name = process.name;
        if (name == null || !process.holdings().unname(name)) {
            throw ErgoException.of(Reason.NAME_UNKNOWN, process.pid + " has no name");
        }
        kernel.relating.announceUnregistered(process, io.ergo.ProcessId.local(name));
    }

    @Override
    public Alias createAlias() {
        process.permit(CALLBACK, "create alias");
        Alias alias = kernel.nextAlias();
        process.holdings().add(alias);
        return alias;
    }

    @Override
    public void deleteAlias(Alias alias) {
        process.permit(CALLBACK, "delete alias");
        refuseNull("the alias", alias);
        if (!process.holdings().remove(alias)) {
            Reason reason = kernel.registry.owner(alias) == null ? Reason.ALIAS_UNKNOWN : Reason.ALIAS_OWNER;
            throw ErgoException.of(reason, "delete " + alias + " by " + process.pid);
        }
        kernel.relating.announceUnregistered(process, alias);
    }

    @Override
    public void setEnv(String variable, @Nullable Object value) {
        if (process.isPermitted(CALLBACK)) {
            process.env = process.env.with(variable, value);
        }
    }

    @Override
    public void sendPriority(Priority priority) {
        process.permit(CALLBACK, "set priority");
        process.settings = process.settings.withSendPriority(priority);
    }

    @Override
    public void compression(Compression compression) {
        process.permit(CALLBACK, "set compression");
        process.settings = process.settings.withCompression(compression);
    }

    @Override
    public void keepNetworkOrder(boolean on) {
        process.permit(CALLBACK, "set network order");
        process.settings = process.settings.withKeepNetworkOrder(on);
    }

    @Override
    public void importantDelivery(boolean on) {
        process.permit(CALLBACK, "set important delivery");
        process.settings = process.settings.withImportantDelivery(on);
    }

    @Override
    public Cancellable sendAfter(Address to, Object message, Duration delay) {
        return later(to, message, delay, null);
    }

    @Override
    public Cancellable sendAfter(String name, Object message, Duration delay) {
        return later(address(name), message, delay, null);
    }

    @Override
    public Cancellable sendAfter(Address to, Object message, Duration delay, Priority priority) {
        refuseNull("the priority of a delayed send", priority);
        return later(to, message, delay, priority);
    }

    @Override
    public Cancellable sendAfter(String name, Object message, Duration delay, Priority priority) {
        refuseNull("the priority of a delayed send", priority);
        return later(address(name), message, delay, priority);
    }

    @Override
    public Cancellable sendExitAfter(Pid to, Reason reason, Duration delay) {
        process.permit(CALLBACK, "send exit after");
        refuseProtected(to, reason);
        refuseNegative(delay, to);
        return DelayedSend.exit(process, to, reason).start(delay);
    }

    private Cancellable later(Address to, Object message, Duration delay, @Nullable Priority priority) {
        process.permit(CALLBACK, "send after");
        refuseNull("the address of a delayed send", to);
        refuseNull("the delayed message to " + to, message);
        refuseNegative(delay, to);
        return DelayedSend.message(process, to, message, priority).start(delay);
    }

    private static void refuseNegative(@Nullable Duration delay, Address to) {
        if (delay == null || delay.isNegative()) {
            throw ErgoException.of(Reason.INCORRECT,
                    "the delay of a send to " + to + " is " + delay + " but must not be negative");
        }
    }

    // ---- for supervisors

    @Override
    public Cancellable remind(Object message, Duration delay) {
        process.permit(CALLBACK, "remind");
        return DelayedSend.reminder(process, message).start(delay);
    }

    @Override
    public boolean exitChild(Pid child, Reason reason) {
        process.permit(SENDING, "exit child");
        return exit(child, reason).isDelivered();
    }

    @Override
    public void killChild(Pid child) {
        process.permit(CALLBACK, "kill child");
        kernel.find(child).ifPresent(LocalProcess::kill);
    }

    @Override
    public Pid spawnChild(Supplier<? extends Behavior> factory, SpawnOptions options, Args args) {
        return spawn(factory, options.withLinks(true, true), args);
    }

    @Override
    public void restarted(String child, Reason why) {
        String supervisor = process.displayName();
        kernel.counters.restarted(supervisor.isEmpty() ? "unnamed" : supervisor);
        kernel.log.warn("{} restarts child '{}', which ended with: {}", process.label(), child, why);
    }
}
