package io.ergo;

/**
 * Sends messages. Sending never throws because of the receiver, see {@link Delivery}. Misuse throws an {@link ErgoException}: a null
 * message or address ({@link Reason#INCORRECT}), and for processes a state or thread that does not allow it
 * ({@link Reason#NOT_ALLOWED}). Messages of one sender to one receiver with one priority arrive in sending order.
 */
public interface Sending {

    /** Sends with the sender's own priority. */
    Delivery send(Address to, Object message);

    /** Sends to the process registered under the name on the own node. */
    Delivery send(String name, Object message);

    /** Sends with the given priority. */
    Delivery send(Address to, Object message, Priority priority);

    /** Sends with the given priority to the process registered under the name on the own node. */
    Delivery send(String name, Object message, Priority priority);

    /**
     * Sends an exit signal: it ends the receiver, or arrives as a {@link MessageExitPid} if the receiver traps exits and the sender is
     * not its parent.
     *
     * @throws ErgoException {@link Reason#NOT_ALLOWED} if a process addresses itself, its parent or its leader
     */
    Delivery sendExit(Pid to, Reason reason);
}
