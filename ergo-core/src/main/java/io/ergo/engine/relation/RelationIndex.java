package io.ergo.engine.relation;

import io.ergo.Address;
import io.ergo.engine.relation.Relation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The relations of one consumer by kind and address: open addressing with linear probing, at most half full, without tombstones. A hash map
 * of the JDK would need an entry and a key for each, 40 bytes more. Guarded by its owner.
 *
 * @param <P> what watches and is watched
 */
final class RelationIndex<P> {

    private static final int SMALLEST = 32;

    private @Nullable Relation<P>[] cells = cells(SMALLEST);
    private int size;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private static <P> @Nullable Relation<P>[] cells(int length) {
        return new Relation[length];
    }

    @Nullable Relation<P> find(Kind kind, Address address) {
        return cells[place(kind, address)];
    }

    /** Adds a relation that is not there. */
    void add(Relation<P> relation) {
        if ((size + 1) * 2 > cells.length) {
            grow();
        }
        cells[place(relation.kind(), relation.address())] = relation;
        size++;
    }

    /** Removes a relation that is there; those behind it move up, so that no search ends at the gap. */
    void remove(Relation<P> relation) {
        int mask = cells.length - 1;
        int gap = place(relation.kind(), relation.address());
        int i = gap;
        while (true) {
            i = (i + 1) & mask;
            Relation<P> next = cells[i];
            if (next == null) {
                break;
            }
            int home = home(next.kind(), next.address());
            if (((i - home) & mask) >= ((i - gap) & mask)) { // it would still be found at the gap
                cells[gap] = next;
                gap = i;
            }
        }
        cells[gap] = null;
        size--;
    }

    private void grow() {
        @Nullable Relation<P>[] before = cells;
        cells = cells(before.length * 2);
        for (Relation<P> relation : before) {
            if (relation != null) {
                cells[place(relation.kind(), relation.address())] = relation;
            }
        }
    }

    /** Returns where the relation is, or else where it would be put. */
    private int place(Kind kind, Address address) {
        int mask = cells.length - 1;
        int i = home(kind, address);
        for (Relation<P> at = cells[i]; at != null && !at.is(kind, address); at = cells[i]) {
            i = (i + 1) & mask;
        }
        return i;
    }

    /** Spreads: pids that follow each other have hashes that do, too. */
    private int home(Kind kind, Address address) {
        int hash = (address.hashCode() * 2 + (kind == Kind.LINK ? 0 : 1)) * 0x9E3779B9;
        return hash >>> (Integer.numberOfLeadingZeros(cells.length) + 1);
    }
}
