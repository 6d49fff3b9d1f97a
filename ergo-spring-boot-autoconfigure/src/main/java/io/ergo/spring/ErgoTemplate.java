package io.ergo.spring;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.ergo.Address;
import io.ergo.Args;
import io.ergo.Behavior;
import io.ergo.Calling;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Request;
import io.ergo.Sending;
import io.ergo.SpawnOptions;
import io.ergo.Spawning;
import org.jspecify.annotations.Nullable;

/**
 * Sends, calls and spawns from anywhere. Inside a handler of an actor of this context it acts as that process: it is
 * the sender, the caller that must not call itself, the parent of what it spawns. On any other thread it acts as the
 * node. Any thread.
 */
public final class ErgoTemplate extends ForwardingRoles {

    private final Node node;
    private final ErgoActors actors;

    /**
     * Creates a template.
     *
     * @param node who acts on threads that run no process
     * @param actors the actors of the context
     */
    public ErgoTemplate(Node node, ErgoActors actors) {
        this.node = node;
        this.actors = actors;
    }

    /**
     * Spawns a process without a name whose behaviour is a new instance of the actor, with the mailbox it declares.
     *
     * @param actor class of an {@link ErgoActor}
     * @param args handed to the method with {@link OnInit}
     * @throws ErgoSetupException if the class is not an actor of this context
     * @throws io.ergo.ErgoException as {@link Spawning} tells
     */
    public Pid spawn(Class<?> actor, @Nullable Object... args) {
        return spawn(actor, actors.options(actor), Args.of(args));
    }

    /**
     * Spawns a process whose behaviour is a new instance of the actor, with options; the name is the one in the
     * options.
     */
    public Pid spawn(Class<?> actor, SpawnOptions options, Args args) {
        Supplier<Behavior> factory = actors.factory(actor);
        return spawn(factory, options, args);
    }

    /**
     * Sends a request without waiting.
     *
     * @return completes, never on a worker, with the answer or with an {@link io.ergo.ErgoException}, at the latest
     *         after 5 seconds. A handler must not touch the state of its actor when it completes, but may let it send a
     *         message to the actor
     */
    public <R extends @Nullable Object> CompletableFuture<R> request(Address to, Request<R> request) {
        return node.request(to, request, DEFAULT_TIMEOUT);
    }

    /** Sends a request without waiting; the future completes at the latest after the time-out. */
    public <R extends @Nullable Object> CompletableFuture<R> request(Address to, Request<R> request, Duration timeout) {
        return node.request(to, request, timeout);
    }

    /** Sends a request that does not name the type of its answer, without waiting. */
    public <R> CompletableFuture<@Nullable R> request(Address to, Object request, Class<R> type, Duration timeout) {
        return node.request(to, request, type, timeout);
    }

    /** Returns the node. */
    public Node node() {
        return node;
    }

    @Override
    protected Sending sending() {
        ProcessContext process = actors.current();
        return process != null ? process : node;
    }

    @Override
    protected Calling calling() {
        ProcessContext process = actors.current();
        return process != null ? process : node;
    }

    @Override
    protected Spawning spawning() {
        ProcessContext process = actors.current();
        return process != null ? process : node;
    }
}
