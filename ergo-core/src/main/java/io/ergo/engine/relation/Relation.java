package io.ergo.engine.relation;

import io.ergo.Address;

import org.jspecify.annotations.Nullable;

/**
 * A link or a monitor of a consumer on a target. It stands in two lists at once, the subscriptions of its consumer and the watchers of its
 * target (see {@link Relations}), each with the links it needs here, so that it can be taken out of both without a search. The fields of a
 * list are guarded by that list.
 *
 * @param <P> what watches and is watched
 */
public final class Relation<P> {

    /** What the end of the target becomes for the consumer. */
    public enum Kind {

        /** An exit signal. */
        LINK,
        /** A down message. */
        MONITOR
    }

    private final P consumer;
    private final P target;
    private final Address address;
    /** Whether it is a link, not a monitor: a byte instead of a reference, so that there is room for it beside the other two. */
    private final boolean link;

    @Nullable Relation<P> previousOfConsumer;
    @Nullable Relation<P> nextOfConsumer;
    @Nullable Relation<P> previousOfTarget;
    @Nullable Relation<P> nextOfTarget;
    boolean subscribed;
    boolean watching;

    /** Creates a relation that stands in no list yet. */
    public Relation(P consumer, P target, Address address, Kind kind) {
        this.consumer = consumer;
        this.target = target;
        this.address = address;
        this.link = kind == Kind.LINK;
    }

    /** Returns who is told. */
    public P consumer() {
        return consumer;
    }

    /** Returns whose end it is told. */
    public P target() {
        return target;
    }

    /** Returns the address the consumer named; the notice names it, too. */
    public Address address() {
        return address;
    }

    /** Returns what it is. */
    public Kind kind() {
        return link ? Kind.LINK : Kind.MONITOR;
    }

    boolean is(Kind other, Address to) {
        return kind() == other && address.equals(to);
    }
}
