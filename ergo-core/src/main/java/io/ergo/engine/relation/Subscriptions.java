package io.ergo.engine.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.ergo.Address;
import io.ergo.engine.relation.Relation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The relations of one consumer. Whoever takes a relation out of here decides what becomes of it: the consumer that unlinks, or the end of
 * the target that gives notice. That is why there is exactly one of the two.
 *
 * <p>Any thread; guarded by itself. A few relations are searched one by one, many by an index.
 *
 * @param <P> what watches and is watched
 */
public final class Subscriptions<P> {

    private static final int INDEX_FROM = 16;

    private record Key(Kind kind, Address address) {}

    private @Nullable Relation<P> first;
    private @Nullable Relation<P> last;
    private int size;
    private @Nullable Map<Key, Relation<P>> index;

    /** Adds the relation; returns false if there is one of this kind on this address. */
    public synchronized boolean add(Relation<P> relation) {
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
            index.put(new Key(relation.kind(), relation.address()), relation);
        } else if (size == INDEX_FROM) {
            index = new HashMap<>();
            for (Relation<P> r = first; r != null; r = r.nextOfConsumer) {
                index.put(new Key(r.kind(), r.address()), r);
            }
        }
        return true;
    }

    /** Takes the relation of this kind on this address out; null if there is none. */
    public synchronized @Nullable Relation<P> remove(Kind kind, Address address) {
        Relation<P> relation = find(kind, address);
        if (relation != null) {
            unlink(relation);
        }
        return relation;
    }

    /** Takes the relation out; returns false if somebody did before. */
    public synchronized boolean remove(Relation<P> relation) {
        if (!relation.subscribed) {
            return false;
        }
        unlink(relation);
        return true;
    }

    /** Takes all out. */
    public synchronized List<Relation<P>> removeAll() {
        List<Relation<P>> all = new ArrayList<>(size);
        while (first != null) {
            all.add(first);
            unlink(first);
        }
        return all;
    }

    /** Returns the addresses of this kind in the order of adding. */
    public synchronized List<Address> addresses(Kind kind) {
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
            return index.get(new Key(kind, address));
        }
        for (Relation<P> r = first; r != null; r = r.nextOfConsumer) {
            if (r.kind() == kind && r.address().equals(address)) {
                return r;
            }
        }
        return null;
    }

    private void unlink(Relation<P> relation) {
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
            index.remove(new Key(relation.kind(), relation.address()));
        }
    }
}
