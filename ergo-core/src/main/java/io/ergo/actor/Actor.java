package io.ergo.actor;

import java.util.List;
import java.util.Map;

import io.ergo.Alias;
import io.ergo.Args;
import io.ergo.ErgoException;
import io.ergo.MessageExit;
import io.ergo.MessageExitPid;
import io.ergo.MessageLog;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Response;
import io.ergo.Stop;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import org.jspecify.annotations.Nullable;

/**
 * The general-purpose behaviour, made to be extended: override what is needed of {@link #init}, {@link #handleMessage},
 * {@link #handleCall}, {@link #handleLog} and {@link #terminate}. One instance belongs to one process. The callbacks run one at a time, on changing threads;
 * what one wrote the next one sees, so fields need no synchronisation.
 *
 * <p>A callback ends the process with {@code throw new Stop(reason)}; any other exception ends it with {@link Reason#PANIC}. An exit
 * signal ends it with the reason {@code source: reason}, unless exits are {@linkplain #setTrapExit trapped}. {@code start}, {@code handle}
 * and {@code end} are called by the engine and by nobody else.
 */
public abstract class Actor implements ProcessBehavior {

    private @Nullable BehaviorContext context;
    private boolean trapExit;
    private boolean splitHandle;

    /** Creates the behaviour; there is no process yet, {@link #self()} works from {@link #init} on. */
    protected Actor() {}

    /**
     * Returns the process this actor runs in.
     *
     * @throws ErgoException {@link Reason#NOT_ALLOWED} inside the constructor
     */
    protected final ProcessContext self() {
        return bound();
    }

    /**
     * Prepares the process; runs before {@code spawn} returns. An exception fails the spawn.
     *
     * @param args what it was spawned with; the same at each restart by a supervisor
     */
    protected void init(Args args) throws Exception {}

    /**
     * Handles a message. Down messages are messages, and exit signals too while they are trapped.
     *
     * @param from who sent it
     */
    protected void handleMessage(Pid from, Object message) throws Exception {
        self().log().warn("unhandled message {} from {}", message.getClass().getName(), from);
    }

    /**
     * Handles a request. The requester of a handler that throws is told {@link Reason#PROCESS_TERMINATED}.
     *
     * @param from who waits for the answer
     * @param ref goes with the answer if it is given later
     * @return what becomes of the request; {@link Reply#unsupported()} unless overridden
     */
    protected Reply handleCall(Pid from, Ref ref, Object request) throws Exception {
        return unhandled(request, from);
    }

    /**
     * Handles what came of a {@linkplain ProcessContext#request request} that this process made without waiting.
     *
     * @param ref what the request returned
     */
    protected void handleResponse(Ref ref, Response response) throws Exception {
        self().log().warn("unhandled response to {}: {}", ref,
                response instanceof Response.Failure(Reason reason) ? reason : "an answer");
    }

    /**
     * Returns what is shown to the one who {@linkplain ProcessContext#inspect inspects} this process; nothing unless overridden.
     *
     * @param items what is asked for, empty for everything
     */
    protected Map<String, String> handleInspect(Pid from, List<String> items) throws Exception {
        return Map.of();
    }

    /** Handles a message that was addressed by registered name, if {@linkplain #setSplitHandle handling is split}. */
    protected void handleMessageName(String name, Pid from, Object message) throws Exception {
        self().log().warn("unhandled message {} for the name {} from {}", message.getClass().getName(), name, from);
    }

    /** Handles a message that was addressed by alias, if {@linkplain #setSplitHandle handling is split}. */
    protected void handleMessageAlias(Alias alias, Pid from, Object message) throws Exception {
        self().log().warn("unhandled message {} for {} from {}", message.getClass().getName(), alias, from);
    }

    /** Handles a request that was addressed by registered name, if {@linkplain #setSplitHandle handling is split}. */
    protected Reply handleCallName(String name, Pid from, Ref ref, Object request) throws Exception {
        return unhandled(request, from);
    }

    /** Handles a request that was addressed by alias, if {@linkplain #setSplitHandle handling is split}. */
    protected Reply handleCallAlias(Alias alias, Pid from, Ref ref, Object request) throws Exception {
        return unhandled(request, from);
    }

    /**
     * Handles a log record; called only while the process is one of the {@linkplain io.ergo.Loggers loggers} of its node, and then its own log
     * is disabled.
     */
    protected void handleLog(MessageLog record) throws Exception {
        self().log().warn("unhandled log record of {}", record.source().label());
    }

    /**
     * The process has ended. Its pid, name and aliases are gone already; sending is the only thing still allowed.
     *
     * @param why the full reason; what others are told is its {@linkplain Reason#outside() outside}
     */
    protected void terminate(Reason why) {}

    /**
     * Turns trapping of exit signals on or off (the default). A trapped signal is a {@link MessageExit} in {@link #handleMessage}; those
     * of the parent end the process all the same. What counts is the setting at the time a signal is taken from the mailbox.
     */
    protected final void setTrapExit(boolean on) {
        trapExit = on;
    }

    /** Returns whether exit signals are trapped. */
    protected final boolean trapExit() {
        return trapExit;
    }

    /**
     * Turns split handling on or off (the default): whether messages and requests that were addressed by name or alias go to callbacks of
     * their own.
     */
    protected final void setSplitHandle(boolean on) {
        splitHandle = on;
    }

    /** Returns whether handling is split. */
    protected final boolean splitHandle() {
        return splitHandle;
    }

    @Override
    public final void start(BehaviorContext process, Args args) throws Exception {
        context = Behaviors.bind(this, context, process);
        init(args);
    }

    @Override
    public final void handle(Entry entry) throws Exception {
        switch (entry.kind()) {
            case MESSAGE -> message(entry);
            case REQUEST -> request(entry);
            case EXIT -> exit(entry);
            case INSPECT -> Behaviors.answerInspection(bound(), entry, this::handleInspect);
            case RESPONSE -> Behaviors.response(entry, this::handleResponse);
            case LOG -> handleLog((MessageLog) entry.message());
        }
    }

    @Override
    public final void end(Reason why) {
        terminate(why);
    }

    private void message(Entry entry) throws Exception {
        if (splitHandle && entry.target() instanceof ProcessId byName) {
            handleMessageName(byName.name(), entry.from(), entry.message());
        } else if (splitHandle && entry.target() instanceof Alias alias) {
            handleMessageAlias(alias, entry.from(), entry.message());
        } else {
            handleMessage(entry.from(), entry.message());
        }
    }

    private void request(Entry entry) throws Exception {
        Reason end = Behaviors.answer(bound(), entry, this::call);
        if (end != null) {
            throw new Stop(end);
        }
    }

    private Reply call(Pid from, Ref ref, Entry entry) throws Exception {
        if (splitHandle && entry.target() instanceof ProcessId byName) {
            return handleCallName(byName.name(), from, ref, entry.message());
        }
        if (splitHandle && entry.target() instanceof Alias alias) {
            return handleCallAlias(alias, from, ref, entry.message());
        }
        return handleCall(from, ref, entry.message());
    }

    private void exit(Entry entry) throws Exception {
        MessageExit exit = (MessageExit) entry.message();
        if (trapExit && !fromParent(exit)) {
            handleMessage(entry.from(), exit);
        } else {
            throw new Stop(Reason.wrap(exit.source().toString(), exit.reason()));
        }
    }

    /** The pid in the signal tells; its sender is the node for other notices too, and the node is the parent of what it spawned. */
    private boolean fromParent(MessageExit exit) {
        return exit instanceof MessageExitPid signal && signal.pid().equals(bound().parent());
    }

    private Reply unhandled(Object request, Pid from) {
        self().log().warn("unhandled request {} from {}", request.getClass().getName(), from);
        return Reply.unsupported();
    }

    private BehaviorContext bound() {
        return Behaviors.bound(this, context);
    }
}
