package io.ergo.model;

import java.time.Duration;
import java.util.List;

import io.ergo.ApplicationMode;
import io.ergo.Priority;
import io.ergo.Reason;

/** What a plan has done; whom it concerns is looked up when it is done. A step whose process never was there is left out. */
sealed interface Step {

    /** How a process is addressed: by the pid it has or had last, by its name, by the latest alias it made. */
    enum By {
        PID, NAME, ALIAS
    }

    /** A process of the plan and how it is addressed. */
    record To(String key, By by) {}

    /** What the one who is asked does. */
    enum Answer {
        VALUE, ERROR, LATER, STOP, THROW
    }

    /** Virtual time passes. */
    record Pass(Duration time) implements Step {}

    /** The node spawns a process. */
    record Spawn(String key) implements Step {}

    /** The node does it. */
    record Node(Act act) implements Step {}

    /** The process is sent what it shall do. */
    record Do(String key, List<Act> acts) implements Step {}

    record StartApplication(ApplicationMode mode) implements Step {}

    record StopApplication(boolean force) implements Step {}

    /** What a process can be told to do; the node can do the first three. */
    sealed interface Act {}

    record Send(To to, Priority priority) implements Act {}

    record Exit(String key, Reason reason) implements Act {}

    record Kill(String key) implements Act {}

    record SendAfter(To to, Duration delay) implements Act {}

    record CancelLast() implements Act {}

    record Watch(To to, boolean link) implements Act {}

    /** One of the links or monitors that the process has. */
    record Unwatch(int number, boolean link) implements Act {}

    record TakeName(String name) implements Act {}

    record DropName() implements Act {}

    record MakeAlias() implements Act {}

    record DropAlias(String key) implements Act {}

    record Trap(boolean on) implements Act {}

    record Call(To to, Answer answer, Duration timeout) implements Act {}

    record SpawnChild(String key, boolean linkParent, boolean linkChild) implements Act {}

    record Stop(Reason reason) implements Act {}

    record Panic() implements Act {}

    /** What a supervisor can be told to do. */
    sealed interface Management extends Act {

        String child();
    }

    record StartChild(String child) implements Management {}

    record AddChild(String child) implements Management {}

    record EnableChild(String child) implements Management {}

    record DisableChild(String child) implements Management {}
}
