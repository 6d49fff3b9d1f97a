package io.ergo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Why a process ended or an operation failed. The constants are the registered reasons of the framework: their texts are the texts on
 * the wire, and they are compared by identity (two of them share a text). All other reasons are equal if their texts and causes are.
 *
 * <p>A wrapper such as {@code <2C323E75.0.1001>: disk full} carries the reason it wraps as {@link #cause()}. What links, monitors,
 * supervisors and applications are told is the {@linkplain #outside() outside} of a reason; the terminate callback gets all of it.
 */
public final class Reason {

    private static final List<Reason> REGISTERED = new ArrayList<>();

    /** Ended because everything was done. */
    public static final Reason NORMAL = registered("normal");
    /** Killed; cannot be trapped. */
    public static final Reason KILL = registered("kill");
    /** A callback threw. */
    public static final Reason PANIC = registered("panic");
    /** Ended because somebody in charge asked for it. */
    public static final Reason SHUTDOWN = registered("shutdown");

    /** The name is not registered. */
    public static final Reason NAME_UNKNOWN = registered("unknown name");
    /** A spawn without parent or leader. */
    public static final Reason PARENT_UNKNOWN = registered("parent/leader is not set");
    /** The node is stopped. */
    public static final Reason NODE_TERMINATED = registered("node terminated");
    /** The queue of the receiver is full. */
    public static final Reason PROCESS_MAILBOX_FULL = registered("process mailbox is full");
    /** No such process, name or (for sends and calls) alias. */
    public static final Reason PROCESS_UNKNOWN = registered("unknown process");
    /** The identifier was made by an earlier incarnation of its node. */
    public static final Reason PROCESS_INCARNATION = registered("process ID belongs to the previous incarnation");
    /** Found, but not alive; or killed during a call. */
    public static final Reason PROCESS_TERMINATED = registered("process terminated");
    /** The alias does not belong to a meta process. */
    public static final Reason META_UNKNOWN = registered("unknown meta process");
    /** The queue of the receiving meta process is full. */
    public static final Reason META_MAILBOX_FULL = registered("meta process mailbox is full");
    /** No such application. */
    public static final Reason APPLICATION_UNKNOWN = registered("unknown application");
    /** A dependency of the application is missing or failed. */
    public static final Reason APPLICATION_DEPENDS = registered("dependency fail");
    /** The application is running or stopping and cannot be started. */
    public static final Reason APPLICATION_STATE = registered("application is in running/stopping state");
    /** Loading an application threw. */
    public static final Reason APPLICATION_LOAD_PANIC = registered("panic in application loading");
    /** The application has no members. */
    public static final Reason APPLICATION_EMPTY = registered("application has no items");
    /** The application has no name. */
    public static final Reason APPLICATION_NAME = registered("application has no name");
    /** The application is still stopping. */
    public static final Reason APPLICATION_STOPPING = registered("application stopping is in progress");
    /** The application is running and cannot be started or unloaded. */
    public static final Reason APPLICATION_RUNNING = registered("application is still running");
    /** There is no such link or monitor. */
    public static final Reason TARGET_UNKNOWN = registered("unknown target");
    /** The link or monitor exists already. */
    public static final Reason TARGET_EXIST = registered("target is already exist");
    /** The client of the registrar has ended. */
    public static final Reason REGISTRAR_TERMINATED = registered("registrar client terminated");
    /** No such alias. */
    public static final Reason ALIAS_UNKNOWN = registered("unknown alias");
    /** The alias belongs to another process. */
    public static final Reason ALIAS_OWNER = registered("not an owner");
    /** No such event. */
    public static final Reason EVENT_UNKNOWN = registered("unknown event");
    /** The event belongs to another process, or the token is wrong. */
    public static final Reason EVENT_OWNER = registered("not an owner");
    /** The name is in use. */
    public static final Reason TAKEN = registered("resource is taken");
    /** A name is longer than 255 bytes. */
    public static final Reason ATOM_TOO_LONG = registered("too long Atom (max: 255)");
    /** Nothing came in time. */
    public static final Reason TIMEOUT = registered("timed out");
    /** The receiver, the peer or the behaviour cannot do this. */
    public static final Reason UNSUPPORTED = registered("not supported");
    /** No such thing. */
    public static final Reason UNKNOWN = registered("unknown");
    /** Not allowed in this state, on this thread, or for this process. */
    public static final Reason NOT_ALLOWED = registered("not allowed");
    /** An argument is missing or out of its range. */
    public static final Reason INCORRECT = registered("incorrect value or argument");
    /** The bytes cannot be understood. */
    public static final Reason MALFORMED = registered("malformed value");
    /** Nobody waits for the response. */
    public static final Reason RESPONSE_IGNORED = registered("response ignored");
    /** The watched name, alias or event was unregistered. */
    public static final Reason UNREGISTERED = registered("unregistered");
    /** The message exceeds a limit. */
    public static final Reason TOO_LARGE = registered("too large");
    /** The network of the node is stopped. */
    public static final Reason NETWORK_STOPPED = registered("network stack is stopped");
    /** The connection to the node is lost or cannot be made. */
    public static final Reason NO_CONNECTION = registered("no connection");
    /** No way to the node is known. */
    public static final Reason NO_ROUTE = registered("no route");
    /** A defect of the framework. */
    public static final Reason INTERNAL = registered("internal error");
    /** The supervisor is busy with a restart or a start. */
    public static final Reason SUPERVISOR_STRATEGY_ACTIVE = registered("supervisor strategy is active");
    /** The supervisor has no such child. */
    public static final Reason SUPERVISOR_CHILD_UNKNOWN = registered("unknown child");
    /** The child is running already. */
    public static final Reason SUPERVISOR_CHILD_RUNNING = registered("child process is already running");
    /** The child is disabled. */
    public static final Reason SUPERVISOR_CHILD_DISABLED = registered("child is disabled");
    /** More restarts than the intensity allows. */
    public static final Reason SUPERVISOR_RESTARTS_EXCEEDED = registered("restart intensity is exceeded");
    /** Two child specifications of one name. */
    public static final Reason SUPERVISOR_CHILD_DUPLICATE = registered("duplicate child spec Name");
    /** The pool has no worker that could take the message. */
    public static final Reason POOL_EMPTY = registered("no worker process in the pool");

    private final String text;
    private final @Nullable Reason cause;
    private final @Nullable Throwable exception;
    private final boolean registered;

    private Reason(String text, @Nullable Reason cause, @Nullable Throwable exception, boolean registered) {
        this.text = text;
        this.cause = cause;
        this.exception = exception;
        this.registered = registered;
    }

    private static Reason registered(String text) {
        Reason reason = new Reason(text, null, null, true);
        REGISTERED.add(reason);
        return reason;
    }

    /**
     * Returns the reason with this text: the registered one if exactly one has it, else a new one.
     *
     * @throws ErgoException {@link #INCORRECT} if the text is null or empty
     */
    public static Reason of(String text) {
        Checks.text("the text of a reason", text);
        Reason found = null;
        for (Reason reason : REGISTERED) {
            if (reason.text.equals(text)) {
                if (found != null) {
                    return new Reason(text, null, null, false);
                }
                found = reason;
            }
        }
        return found != null ? found : new Reason(text, null, null, false);
    }

    /** Returns a wrapper that prints as {@code prefix: cause}. */
    public static Reason wrap(String prefix, Reason cause) {
        return new Reason(prefix + ": " + cause.text, cause, cause.exception, false);
    }

    /** Returns the reason of a process whose callback threw: a wrapper of {@link #PANIC} that carries the exception. */
    public static Reason panic(Throwable exception) {
        return new Reason(PANIC.text + ": " + textOf(exception), PANIC, exception, false);
    }

    /** The text of an exception is made by code of the user's, which may throw itself. */
    private static String textOf(Throwable exception) {
        try {
            return String.valueOf(exception);
        } catch (RuntimeException | Error unprintable) {
            return exception.getClass().getName();
        }
    }

    /** Returns the text, for registered reasons the text on the wire. */
    public String text() {
        return text;
    }

    /** Returns the reason wrapped by this one. */
    public Optional<Reason> cause() {
        return Optional.ofNullable(cause);
    }

    /** Returns the exception of a {@linkplain #panic(Throwable) panic}. It stays on its node. */
    public Optional<Throwable> exception() {
        return Optional.ofNullable(exception);
    }

    /** Returns what others are told: the cause, unwrapped once, or this reason if it wraps none. */
    public Reason outside() {
        return cause != null ? cause : this;
    }

    /** Returns whether this reason, or one it wraps at any depth, equals the other. */
    public boolean is(Reason other) {
        for (Reason reason = this; reason != null; reason = reason.cause) {
            if (reason.equals(other)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the outside of this reason is {@link #NORMAL} or {@link #SHUTDOWN}: what supervisors call a normal end. */
    public boolean isNormalEnd() {
        Reason outside = outside();
        return outside.equals(NORMAL) || outside.equals(SHUTDOWN);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Reason that && !registered && !that.registered && text.equals(that.text)
                        && Objects.equals(cause, that.cause));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
