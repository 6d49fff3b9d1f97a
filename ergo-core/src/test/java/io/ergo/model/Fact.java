package io.ergo.model;

import java.time.Duration;

import io.ergo.Address;
import io.ergo.Alias;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.spi.Entry;
import org.jspecify.annotations.Nullable;

/** Something that happened on the node, in the order in which it happened. */
sealed interface Fact {

    /** The init of a process begins; it is in the table and has its name. */
    record Begins(Pid pid, String key, Pid parent, @Nullable String name) implements Fact {}

    /** The init returned. */
    record Began(Pid pid) implements Fact {}

    /** The init threw; the process is gone, without its terminate callback. */
    record BeginFailed(Pid pid, Reason reason) implements Fact {}

    /** A spawn returned a process, which is linked by now. */
    record Spawned(Pid by, String key, Pid pid, boolean linkParent, boolean linkChild) implements Fact {}

    /** A spawn was refused, or failed with the init. */
    record SpawnFailed(Pid by, String key, Reason reason) implements Fact {}

    /** A process takes an entry from its mailbox. */
    record Handles(Pid pid, Entry.Kind kind, Pid from, String message) implements Fact {}

    /** It is done with it; the reason is what it wants to end with. */
    record Handled(Pid pid, @Nullable Reason stop) implements Fact {}

    /** An operation of a process, or of the node, and its result. */
    record Did(Pid by, Deed deed, String result) implements Fact {}

    /** A process is about to call. */
    record Calls(Pid by, Address to, String request, Duration timeout) implements Fact {}

    /** The call is over. */
    record CallOver(Pid by, String result) implements Fact {}

    /** The timer that was ordered as the n-th is due. */
    record Fires(int timer) implements Fact {}

    /** The terminate callback: everything of the process is released, all watchers are told. */
    record Ended(Pid pid, Reason full) implements Fact {}

    /** What a supervisor does, as text. */
    record Effect(Pid supervisor, String what) implements Fact {}

    /** A supervisor asks for a reminder. */
    record Reminder(Pid supervisor, String message, Duration delay, int timer) implements Fact {}

    /** The callback of the application after its last member. */
    record ApplicationOver(Reason reason) implements Fact {}

    /** The node is about to stop the application, or to kill its members. */
    record ApplicationStops(boolean force) implements Fact {}

    /** The stop returned: the refusal, or an empty text. */
    record ApplicationStopped(String refusal) implements Fact {}

    /** Nothing more happens until time passes. */
    record Quiet() implements Fact {}

    /** An operation with everything that was looked up for it. */
    sealed interface Deed {

        record Send(Address to, String message, io.ergo.Priority priority) implements Deed {}

        record SendAfter(Address to, String message, Duration delay, int timer) implements Deed {}

        record CancelTimer(int timer) implements Deed {}

        record Exit(Pid to, Reason reason) implements Deed {}

        record Kill(Pid to) implements Deed {}

        record Watch(Address to, boolean link) implements Deed {}

        record Unwatch(Address to, boolean link) implements Deed {}

        record TakeName(String name) implements Deed {}

        record DropName() implements Deed {}

        record MakeAlias(@Nullable Alias made) implements Deed {}

        record DropAlias(Alias alias) implements Deed {}

        record Trap(boolean on) implements Deed {}

        record Manage(Step.Management command) implements Deed {}

        record StartApplication(io.ergo.ApplicationMode mode) implements Deed {}
    }
}
