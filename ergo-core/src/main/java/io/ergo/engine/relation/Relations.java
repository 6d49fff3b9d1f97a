package io.ergo.engine.relation;

import java.util.ArrayList;
import java.util.List;

import io.ergo.Address;
import io.ergo.engine.relation.Relation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The two lists of relations that a process stands in: those it made as a consumer, its <em>subscriptions</em>, and those made on it as a
 * target, its <em>watchers</em>. To be extended by what owns them, since an object for each list would cost 32 bytes more.
 *
 * <p>Whoever takes a relation out of the subscriptions decides what becomes of it: the consumer that unlinks, or the end of the target that
 * gives notice. That is why there is exactly one of the two. Once the watchers are closed by the end of the target nothing can be added, so
 * a relation is either refused or given notice, never neither.
 *
 * <p>Any thread; guarded by itself, and the lock of one is never taken under that of another. A few subscriptions are searched one by one,
 * many by an index.
 *
 * @param <P> what watches and is watched
 */
public class Relations<P> {

    private static final int INDEX_FROM = 16;

    private @Nullable Relation<P> first;
    private @Nullable Relation<P> last;
    private @Nullable RelationIndex<P> index;
    private int size;
    private @Nullable Relation<P> firstWatcher;
    private @Nullable Relation<P> lastWatcher;
    private boolean watchersClosed;

    /** Creates empty lists. */
    public Relations() {}

    // ---- the consumer's side

    /** Adds the relation; returns false if there is one of this kind on this address. */
    public final synchronized boolean subscribe(Relation<P> relation) {
        if (find(relation.kind(), relation.address()) != null) {
            return false;
        }
        relation.previousOfConsumer = last;
        if (last == null) {
            first = relation;
        } else {
            last.nextOfConsumer = relation;
        }
        last = relation;
        relation.subscribed = true;
        size++;
        if (index != null) {
            index.add(relation);
        } else if (size == INDEX_FROM) {
            index = new RelationIndex<>();
            for (Relation<P> r = first; r != null; r = r.nextOfConsumer) {
                index.add(r);
            }
        }
        return true;
    }

    /** Takes the relation of this kind on this address out; null if there is none. */
    public final synchronized @Nullable Relation<P> unsubscribe(Kind kind, Address address) {
        Relation<P> relation = find(kind, address);
        if (relation != null) {
            unlinkOfConsumer(relation);
        }
        return relation;
    }

    /** Takes the relation out; returns false if somebody did before. */
    public final synchronized boolean unsubscribe(Relation<P> relation) {
        if (!relation.subscribed) {
            return false;
        }
        unlinkOfConsumer(relation);
        return true;
    }

    /** Takes all out. */
    public final synchronized List<Relation<P>> unsubscribeAll() {
        index = null;
        List<Relation<P>> all = new ArrayList<>(size);
        while (first != null) {
            all.add(first);
            unlinkOfConsumer(first);
        }
        return all;
    }

    /** Returns the addresses of this kind in the order of adding. */
    public final synchronized List<Address> addresses(Kind kind) {
        List<Address> addresses = new ArrayList<>();
        for (Relation<P> r = first; r != null; r = r.nextOfConsumer) {
            if (r.kind() == kind) {
                addresses.add(r.address());
            }
        }
        return List.copyOf(addresses);
    }

    private @Nullable Relation<P> find(Kind kind, Address address) {
        if (index != null) {
            return index.find(kind, address);
        }
        for (Relation<P> r = first; r != null; r = r.nextOfConsumer) {
            if (r.is(kind, address)) {
                return r;
            }
        }
        return null;
    }

    private void unlinkOfConsumer(Relation<P> relation) {
        Relation<P> before = relation.previousOfConsumer;
        Relation<P> after = relation.nextOfConsumer;
        if (before == null) {
            first = after;
        } else {
            before.nextOfConsumer = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previousOfConsumer = before;
        }
        relation.previousOfConsumer = null;
        relation.nextOfConsumer = null;
        relation.subscribed = false;
        size--;
        if (index != null) {
            index.remove(relation);
        }
    }

    // ---- the target's side

    /** Adds the relation; returns false if the target has ended. */
    public final synchronized boolean watch(Relation<P> relation) {
        if (watchersClosed) {
            return false;
        }
        relation.previousOfTarget = lastWatcher;
        if (lastWatcher == null) {
            firstWatcher = relation;
        } else {
            lastWatcher.nextOfTarget = relation;
        }
        lastWatcher = relation;
        relation.watching = true;
        return true;
    }

    /** Takes the relation out if it is still there. */
    public final synchronized void unwatch(Relation<P> relation) {
        if (relation.watching) {
            unlinkOfTarget(relation);
        }
    }

    /** Returns the watchers in the order of adding. */
    public final synchronized List<Relation<P>> watchers() {
        List<Relation<P>> all = new ArrayList<>();
        for (Relation<P> r = firstWatcher; r != null; r = r.nextOfTarget) {
            all.add(r);
        }
        return all;
    }

    /** Takes out the watchers that name the address, in the order of adding. */
    public final synchronized List<Relation<P>> unwatchAll(Address address) {
        List<Relation<P>> found = new ArrayList<>();
        for (Relation<P> r = firstWatcher; r != null;) {
            Relation<P> next = r.nextOfTarget;
            if (r.address().equals(address)) {
                unlinkOfTarget(r);
                found.add(r);
            }
            r = next;
        }
        return found;
    }

    /** Takes all watchers out, in the order of adding, and refuses any other from now on. */
    public final synchronized List<Relation<P>> closeWatchers() {
        watchersClosed = true;
        List<Relation<P>> all = new ArrayList<>();
        while (firstWatcher != null) {
            all.add(firstWatcher);
            unlinkOfTarget(firstWatcher);
        }
        return all;
    }

    private void unlinkOfTarget(Relation<P> relation) {
        Relation<P> before = relation.previousOfTarget;
        Relation<P> after = relation.nextOfTarget;
        if (before == null) {
            firstWatcher = after;
        } else {
            before.nextOfTarget = after;
        }
        if (after == null) {
            lastWatcher = before;
        } else {
            after.previousOfTarget = before;
        }
        relation.previousOfTarget = null;
        relation.nextOfTarget = null;
        relation.watching = false;
    }
}
