package io.ergo;

import java.time.Instant;

/**
 * A reference that is unique within the incarnation of a node; it ties a response to its request. Prints as
 * {@code Ref#<2C323E75.1.2.3>}, the numbers unsigned.
 *
 * @param node name of the node that made it
 * @param creation start of that node's incarnation, in seconds since the epoch
 * @param id0 the node's counter
 * @param id1 zero for references made here; carried unchanged for those of other nodes
 * @param id2 deadline of the request in seconds since the epoch, 0 for none
 */
public record Ref(String node, long creation, long id0, long id1, long id2) {

    /** Returns when the requester gives up, in seconds since the epoch; 0 if it never does. */
    public long deadline() {
        return id2;
    }

    /** Returns whether the deadline, if there is one, is not over at that time. */
    public boolean isAliveAt(Instant time) {
        return id2 == 0 || time.getEpochSecond() <= id2;
    }

    @Override
    public String toString() {
        return "Ref#" + Alias.numbers(node, id0, id1, id2);
    }
}
