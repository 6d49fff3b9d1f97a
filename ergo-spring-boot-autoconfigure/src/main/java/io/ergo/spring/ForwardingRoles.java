package io.ergo.spring;

import java.time.Duration;
import java.util.function.Supplier;

import io.ergo.Address;
import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.Calling;
import io.ergo.Delivery;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Request;
import io.ergo.Sending;
import io.ergo.SpawnOptions;
import io.ergo.Spawning;
import org.jspecify.annotations.Nullable;

/** Sends, calls and spawns as somebody else, who is asked for anew each time. Made to be extended. */
public abstract class ForwardingRoles implements Sending, Calling, Spawning {

    /** Creates it. */
    protected ForwardingRoles() {}

    /** Returns who sends. */
    protected abstract Sending sending();

    /** Returns who calls. */
    protected abstract Calling calling();

    /** Returns who spawns. */
    protected abstract Spawning spawning();

    @Override
    public final Delivery send(Address to, Object message) {
        return sending().send(to, message);
    }

    @Override
    public final Delivery send(String name, Object message) {
        return sending().send(name, message);
    }

    @Override
    public final Delivery send(Address to, Object message, Priority priority) {
        return sending().send(to, message, priority);
    }

    @Override
    public final Delivery send(String name, Object message, Priority priority) {
        return sending().send(name, message, priority);
    }

    @Override
    public final Delivery sendExit(Pid to, Reason reason) {
        return sending().sendExit(to, reason);
    }

    @Override
    public final <R extends @Nullable Object> R call(Address to, Request<R> request) {
        return calling().call(to, request);
    }

    @Override
    public final <R extends @Nullable Object> R call(Address to, Request<R> request, Duration timeout) {
        return calling().call(to, request, timeout);
    }

    @Override
    public final <R extends @Nullable Object> R call(String name, Request<R> request) {
        return calling().call(name, request);
    }

    @Override
    public final <R extends @Nullable Object> R call(String name, Request<R> request, Duration timeout) {
        return calling().call(name, request, timeout);
    }

    @Override
    public final <R> @Nullable R call(Address to, Object request, Class<R> type) {
        return calling().call(to, request, type);
    }

    @Override
    public final <R> @Nullable R call(Address to, Object request, Class<R> type, Duration timeout) {
        return calling().call(to, request, type, timeout);
    }

    @Override
    public final Delivery respond(Pid to, Ref ref, @Nullable Object value) {
        return calling().respond(to, ref, value);
    }

    @Override
    public final Delivery respondError(Pid to, Ref ref, Reason reason) {
        return calling().respondError(to, ref, reason);
    }

    @Override
    public final boolean isAlive(Ref ref) {
        return calling().isAlive(ref);
    }

    @Override
    public final Pid spawn(Supplier<? extends Behavior> factory, SpawnOptions options, Args args) {
        return spawning().spawn(factory, options, args);
    }
}
