package io.ergo.actor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Response;
import io.ergo.RestartStrategy;
import io.ergo.Stop;
import io.ergo.SupervisionInfo;
import io.ergo.SupervisorType;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import io.ergo.spi.Supervising;
import org.jspecify.annotations.Nullable;

/**
 * Keeps its children alive, made to be extended: {@link #init} says which children there are and how they are restarted. It may
 * handle messages and requests besides, but the less it does itself the less can go wrong with it. The callbacks run one at a
 * time, on changing threads; what one wrote the next one sees.
 *
 * <p>The children are started in order while the supervisor is spawned; each one's {@code init} is over before the next one
 * starts. A restart whose {@code init} fails counts as one more restart and is tried again after a short pause,
 * or after those of the {@link BackOff} if there is one. An exit signal from anybody but a child, and any exception of a callback, end the supervisor in an orderly way: its
 * children are asked to end and, if they do not do so in time, killed; then the supervisor ends with that reason. Exit signals
 * cannot be trapped. {@code start}, {@code handle} and {@code end} are called by the engine and by nobody else.
 */
public abstract class Supervisor implements ProcessBehavior, Supervising {

    private static final SupervisionInfo NOTHING_YET = new SupervisionInfo(SupervisorType.ONE_FOR_ONE,
            RestartStrategy.TRANSIENT, 0, Duration.ZERO, 0, List.of(), List.of());

    private @Nullable BehaviorContext context;
    private @Nullable Execution execution;
    private @Nullable Translation translation;
    private @Nullable Thread callbackThread;
    private volatile @Nullable Supervision supervision;

    /** Creates the behaviour; there is no process yet, {@link #self()} works from {@link #init} on. */
    protected Supervisor() {}

    /** Returns a supervisor that does nothing but supervise. As a factory: {@code () -> Supervisor.of(spec)}. */
    public static Supervisor of(SupervisorSpec spec) {
        return new PlainSupervisor(spec);
    }

    /**
     * Returns what is supervised. The children are started after this method; if one fails, the spawn of the supervisor fails
     * with its reason.
     *
     * @param args what it was spawned with; the same at each restart
     */
    protected abstract SupervisorSpec init(Args args) throws Exception;

    /** Handles a message. */
    protected void handleMessage(Pid from, Object message) throws Exception {
        self().log().warn("unhandled message {} from {}", message.getClass().getName(), from);
    }

    /** Handles a request; {@link Reply#unsupported()} unless overridden. */
    protected Reply handleCall(Pid from, Ref ref, Object request) throws Exception {
        self().log().warn("unhandled request {} from {}", request.getClass().getName(), from);
        return Reply.unsupported();
    }

    /**
     * Handles what came of a {@linkplain ProcessContext#request request} that the supervisor made without waiting.
     *
     * @param ref what the request returned
     */
    protected void handleResponse(Ref ref, Response response) throws Exception {
        self().log().warn("unhandled response to {}", ref);
    }

    /**
     * A child was started, if {@link SupervisorSpec#handleChild()} is set. The call comes through the mailbox, behind messages
     * that were there before.
     */
    protected void handleChildStart(String name, Pid pid) throws Exception {}

    /**
     * A child ended, if {@link SupervisorSpec#handleChild()} is set. The call comes through the mailbox: the child may have been
     * restarted already. When the supervisor ends it is not told of the last ones.
     */
    protected void handleChildTerminate(String name, Pid pid, Reason reason) throws Exception {}

    /**
     * Returns what the supervisor shows when it is asked to: type, strategy, intensity, period, the number of restarts that count, and how many
     * children there are, run and are disabled.
     *
     * @param items what was asked for; none for everything
     */
    protected Map<String, String> handleInspect(Pid from, List<String> items) throws Exception {
        return managed().inspect();
    }

    /** The supervisor has ended and with it all its children. Sending is the only thing still allowed. */
    protected void terminate(Reason why) {}

    /**
     * Returns the process of this supervisor.
     *
     * @throws ErgoException {@link Reason#NOT_ALLOWED} inside the constructor
     */
    protected final ProcessContext self() {
        return Behaviors.bound(this, context);
    }

    /** Starts a child that does not run, or a new instance, with the arguments it has. See {@link #startChild(String, Args)}. */
    protected final Pid startChild(String name) {
        return startChild(name, Args.none());
    }

    /**
     * Starts a child that does not run, or a new instance. Only from a callback, as all that follow.
     *
     * @param args replace the arguments of the child for this start and for all restarts; none leaves them as they are. Those of
     *        an instance are its own
     * @return its process
     * @throws ErgoException {@link Reason#SUPERVISOR_CHILD_UNKNOWN}, {@link Reason#SUPERVISOR_CHILD_DISABLED},
     *         {@link Reason#SUPERVISOR_CHILD_RUNNING}, {@link Reason#SUPERVISOR_STRATEGY_ACTIVE} during a restart, the reason of
     *         a start that failed, {@code shutting down}, {@link Reason#NOT_ALLOWED} outside of the callbacks
     */
    protected final Pid startChild(String name, Args args) {
        return managed().start(new Input.StartChild(name, args));
    }

    /**
     * Adds a child after the others and starts it, or adds a template. A child whose start fails stays in the list and does not
     * run.
     *
     * @throws ErgoException {@link Reason#SUPERVISOR_CHILD_DUPLICATE}, else as {@link #startChild(String, Args)}
     */
    protected final void addChild(ChildSpec spec) {
        managed().run(new Input.AddChild(spec));
    }

    /**
     * Lets a disabled child run again and starts it; one that is still ending is started as soon as it is gone. If it is not
     * disabled nothing happens. For a template nothing is started.
     *
     * @throws ErgoException as {@link #startChild(String, Args)}
     */
    protected final void enableChild(String name) {
        managed().run(new Input.EnableChild(name));
    }

    /**
     * Asks a child, or all instances of a template, to end with {@link Reason#SHUTDOWN}; it is not started until it is enabled.
     * Does not wait. If it is disabled already nothing happens.
     *
     * @throws ErgoException {@link Reason#SUPERVISOR_CHILD_UNKNOWN}, else as {@link #startChild(String, Args)}
     */
    protected final void disableChild(String name) {
        managed().run(new Input.DisableChild(name));
    }

    /** Returns the children in the order of their specifications; of templates the running instances. Any thread. */
    protected final List<SupervisionInfo.Child> children() {
        return supervision().children();
    }

    @Override
    public final SupervisionInfo supervision() {
        Supervision current = supervision;
        return current == null ? NOTHING_YET : current.info();
    }

    @Override
    public final void start(BehaviorContext process, Args args) throws Exception {
        context = Behaviors.bind(this, context, process);
        SupervisorSpec spec = specify(args);
        Supervision decides = Supervision.of(spec);
        Execution executes = new Execution(process, spec, decides);
        supervision = decides;
        execution = executes;
        translation = new Translation(this, process, decides, executes);
        executes.run(new Input.Begin());
    }

    @Override
    public final void handle(Entry entry) {
        callbackThread = Thread.currentThread();
        try {
            Objects.requireNonNull(translation, "an entry before the start").handle(entry);
        } finally {
            callbackThread = null;
        }
    }

    @Override
    public final void end(Reason why) {
        terminate(why);
    }

    /** An invalid specification fails the spawn with its own reason; the rest of the text goes to the log. */
    private SupervisorSpec specify(Args args) throws Exception {
        try {
            SupervisorSpec spec = Objects.requireNonNull(init(args), "init returned no specification");
            if (spec.children().isEmpty()) {
                throw ErgoException.of(Reason.of("children list can not be empty"), "give the supervisor a child");
            }
            return spec;
        } catch (ErgoException invalid) {
            self().log().error("init of the supervisor failed", invalid);
            throw new Stop(invalid.reason());
        }
    }

    private Execution managed() {
        Execution current = execution;
        if (current == null || callbackThread != Thread.currentThread()) {
            throw ErgoException.of(Reason.NOT_ALLOWED, "managing the children of " + behaviorClass().getName()
                    + " outside of its callbacks; send it a message and do it there");
        }
        return current;
    }
}
