package io.ergo.engine.process;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.ergo.Alias;
import io.ergo.ErgoException;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.engine.relation.Relations;
import org.jspecify.annotations.Nullable;

/**
 * All that a process owns beside its mailbox: its name, aliases, timers, open requests, the relations it made and those made on it. Everything is released
 * in one place, {@link #release}, whether its init failed or it ended.
 *
 * <p>Any thread; guarded by itself. No other lock is taken while this one is held.
 */
final class Holdings extends Relations<LocalProcess> {

    private final LocalProcess owner;
    private List<Alias> aliases = List.of();
    /** Delayed sends by themselves, open requests by their references. */
    private Map<Object, Owned> owned = Map.of();
    private boolean closed;

    Holdings(LocalProcess owner) {
        this.owner = owner;
    }

    /**
     * Registers the owner's name.
     *
     * @throws ErgoException TAKEN, PROCESS_TERMINATED
     */
    void name(String name) {
        claim(name);
        owner.kernel.trace.step("name '{}' registered by {}", name, owner.pid);
    }

    private synchronized void claim(String name) {
        refuseIfClosed("register the name '" + name + "'");
        String present = owner.name;
        if (present != null) {
            throw ErgoException.of(Reason.TAKEN, owner.pid + " has the name '" + present + "'; unregister it first");
        }
        if (!owner.kernel.registry.claim(name, owner)) {
            throw owner.kernel.taken(name);
        }
        owner.name = name;
    }

    /** Gives the name back if it is this one; returns whether it was. */
    boolean unname(String name) {
        boolean freed = free(name);
        if (freed) {
            owner.kernel.trace.step("name '{}' taken back from {}", name, owner.pid);
        }
        return freed;
    }

    private synchronized boolean free(String name) {
        if (!name.equals(owner.name)) {
            return false;
        }
        owner.name = null;
        owner.kernel.registry.free(name, owner);
        return true;
    }

    synchronized void add(Alias alias) {
        refuseIfClosed("create an alias");
        List<Alias> more = new ArrayList<>(aliases);
        more.add(alias);
        aliases = more;
        owner.kernel.registry.add(alias, owner);
    }

    synchronized boolean remove(Alias alias) {
        boolean removed = aliases.contains(alias) && aliases.remove(alias);
        if (removed) {
            owner.kernel.registry.free(alias);
        }
        return removed;
    }

    synchronized List<Alias> aliases() {
        return List.copyOf(aliases);
    }

    synchronized void add(Object key, Owned thing) {
        refuseIfClosed("send after or request");
        if (owned.isEmpty()) {
            owned = new LinkedHashMap<>();
        }
        owned.put(key, thing);
    }

    /** Returns whether the thing was still owned: whoever takes it out decides whether it happens. */
    synchronized boolean remove(Object key, Owned thing) {
        return !owned.isEmpty() && owned.remove(key, thing); // an owner that ended, or never had one, has no map to change
    }

    synchronized int timers() {
        return (int) owned.values().stream().filter(DelayedSend.class::isInstance).count();
    }

    synchronized int openRequests() {
        return owned.size() - timers();
    }

    synchronized @Nullable OpenRequest openRequest(Ref ref) {
        return (OpenRequest) owned.get(ref);
    }

    /**
     * Gives back everything but the relations on the owner, in the order in which others may notice: timers, open requests, its own subscriptions, name and
     * aliases. What fails keeps nothing else from being given back.
     */
    void release() {
        Map<Object, Owned> cancelled;
        synchronized (this) {
            closed = true;
            cancelled = owned;
            owned = Map.of();
        }
        try {
            each(cancelled.values().iterator(), Owned::abandon);
        } finally {
            try {
                each(unsubscribeAll().iterator(), relation -> relation.target().holdings().unwatch(relation));
            } finally {
                releaseNames();
            }
        }
    }

    private synchronized void releaseNames() {
        try {
            String name = owner.name;
            if (name != null) {
                owner.kernel.registry.free(name, owner); // the process keeps its name for its last words, but it is free
            }
        } finally {
            each(aliases.iterator(), owner.kernel.registry::free);
        }
    }

    /** Takes the step for all of them, even if it throws for one. */
    private static <T> void each(Iterator<T> things, Consumer<T> step) {
        while (things.hasNext()) {
            boolean taken = false;
            try {
                step.accept(things.next());
                taken = true;
            } finally {
                if (!taken) {
                    each(things, step);
                }
            }
        }
    }

    private void refuseIfClosed(String operation) {
        if (closed) {
            throw ErgoException.of(Reason.PROCESS_TERMINATED, operation + " for " + owner.pid);
        }
    }
}
