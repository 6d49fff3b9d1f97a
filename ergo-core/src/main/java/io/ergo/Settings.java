package io.ergo;

/**
 * How the own process sends if nothing else is said. The getters may be asked on any thread and in any state. The setters are allowed in
 * {@code init} and in the callbacks; they concern what is sent afterwards, by this process alone, and children do not inherit them.
 *
 * <p>Compression, order and confirmation concern messages to other nodes: on the own node nothing is compressed, the order is always kept,
 * and the {@link Delivery} says at once what became of a message.
 */
public interface Settings {

    /** Returns the priority of sends that name none. */
    Priority sendPriority();

    /**
     * Sets the priority of sends that name none.
     *
     * @throws ErgoException {@link Reason#INCORRECT} for null
     */
    void sendPriority(Priority priority);

    /** Returns how messages to other nodes are compressed; off unless set. */
    Compression compression();

    /**
     * Sets how messages to other nodes are compressed: {@code self.compression(self.compression().withEnabled(true))}.
     *
     * @throws ErgoException {@link Reason#INCORRECT} for null
     */
    void compression(Compression compression);

    /** Returns whether messages to one receiver on another node arrive in the order of sending; true unless set. */
    boolean keepNetworkOrder();

    /** Sets whether messages to one receiver on another node arrive in the order of sending. */
    void keepNetworkOrder(boolean on);

    /** Returns whether messages to other nodes are confirmed; false unless set. */
    boolean importantDelivery();

    /** Sets whether messages to other nodes are confirmed. */
    void importantDelivery(boolean on);
}
