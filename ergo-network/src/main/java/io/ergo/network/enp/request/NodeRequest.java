package io.ergo.network.enp.request;

import io.ergo.Ref;
import io.ergo.network.enp.Order;

/** What a node asks another. The answer is a {@link MessageResult} with the same reference. */
public sealed interface NodeRequest permits Relating, MessageSpawn, MessageApplicationStart, MessageApplicationInfo,
        MessageUpdateCache {

    /** Returns what ties the result to the request; its node and creation are those of the node that asks. */
    Ref ref();

    /** Returns the numbers by which the request keeps its place among other frames, if its source keeps order at all. */
    default Order order() {
        return Order.NONE;
    }

    /** Returns the same of the result. */
    default Order resultOrder() {
        return Order.NONE;
    }
}
