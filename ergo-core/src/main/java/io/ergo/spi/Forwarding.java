package io.ergo.spi;

import io.ergo.Delivery;
import io.ergo.Pid;
import io.ergo.Priority;

/** Hands entries of the own mailbox to other processes of the node. */
public interface Forwarding {

    /**
     * Hands the entry that is being handled to another process. Sender, reference and target stay as they are, so a request is answered
     * straight by its new holder, whose end answers it, too. Does not wait for room. If it is delivered the entry is not valid any more.
     *
     * @param entry a message, a request or an inspection
     * @param priority decides the queue
     * @throws io.ergo.ErgoException {@link io.ergo.Reason#INCORRECT} for another kind of entry, {@link io.ergo.Reason#NOT_ALLOWED} outside
     *         of the callbacks
     */
    Delivery forward(Pid to, Entry entry, Priority priority);
}
