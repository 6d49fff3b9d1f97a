package io.ergo.engine.relation;

import java.util.ArrayList;
import java.util.List;

import io.ergo.Address;
import org.jspecify.annotations.Nullable;

/**
 * The relations on one target. Once it is closed by the end of the target nothing can be added, so a relation is either refused or given
 * notice, never neither.
 *
 * <p>Any thread; guarded by itself.
 *
 * @param <P> what watches and is watched
 */
public final class Watchers<P> {

    private @Nullable Relation<P> first;
    private @Nullable Relation<P> last;
    private boolean closed;

    /** Adds the relation; returns false if the target has ended. */
    public synchronized boolean add(Relation<P> relation) {
        if (closed) {
            return false;
        }
        relation.previousOfTarget = last;
        if (last == null) {
            first = relation;
        } else {
            last.nextOfTarget = relation;
        }
        last = relation;
        relation.watching = true;
        return true;
    }

    /** Takes the relation out if it is still there. */
    public synchronized void remove(Relation<P> relation) {
        if (relation.watching) {
            unlink(relation);
        }
    }

    /** Takes out the relations that name the address, in the order of adding. */
    public synchronized List<Relation<P>> removeFor(Address address) {
        List<Relation<P>> found = new ArrayList<>();
        for (Relation<P> r = first; r != null;) {
            Relation<P> next = r.nextOfTarget;
            if (r.address().equals(address)) {
                unlink(r);
                found.add(r);
            }
            r = next;
        }
        return found;
    }

    /** Takes all out, in the order of adding, and refuses any other from now on. */
    public synchronized List<Relation<P>> close() {
        closed = true;
        List<Relation<P>> all = new ArrayList<>();
        while (first != null) {
            all.add(first);
            unlink(first);
        }
        return all;
    }

    /** Returns how many there are. */
    public synchronized int size() {
        int size = 0;
        for (Relation<P> r = first; r != null; r = r.nextOfTarget) {
            size++;
        }
        return size;
    }

    private void unlink(Relation<P> relation) {
        Relation<P> before = relation.previousOfTarget;
        Relation<P> after = relation.nextOfTarget;
        if (before == null) {
            first = after;
        } else {
            before.nextOfTarget = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previousOfTarget = before;
        }
        relation.previousOfTarget = null;
        relation.nextOfTarget = null;
        relation.watching = false;
    }
}
