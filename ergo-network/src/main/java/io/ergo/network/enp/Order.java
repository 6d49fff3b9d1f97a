package io.ergo.network.enp;

/**
 * The two numbers that keep frames in order. Numbers are 1 to 255, from the id of a process or the second word of an alias; 0 is "no order". Go takes
 * the remainder by 255, so that one process in 255 is unordered there; one is added here, which every receiver takes.
 *
 * <table>
 * <caption>Which of them a frame has</caption>
 * <tr><th>frame</th><th>order</th></tr>
 * <tr><td>{@code MessagePid}, {@code MessageExit}, {@code RequestPid}, {@code MessageResponse}, {@code MessageResponseError}</td>
 * <td>{@code between(from, to)}</td></tr>
 * <tr><td>{@code MessageAlias}, {@code RequestAlias}</td><td>{@code between(from, second word of the alias)}</td></tr>
 * <tr><td>{@code MessageName}, {@code MessageEvent}, {@code RequestName}, with or without {@code Cache}</td><td>{@code between(from, from)}</td></tr>
 * <tr><td>{@code MessageAny}</td><td>as the request or the one it answers says:
 * {@link io.ergo.network.enp.request.NodeRequest#order}, {@link io.ergo.network.enp.request.NodeRequest#resultOrder}</td></tr>
 * <tr><td>{@code Terminate…}, acknowledgements and refusals of the network layer, start of an application; everything of a process that does not
 * keep order, except exits; everything of the core process, whose id is 1</td><td>{@code NONE}</td></tr>
 * <tr><td>{@code MessageZ}</td><td>that of the frame inside</td></tr>
 * </table>
 *
 * @param link the order number: chooses the link, the sender's own affair
 * @param lane the order byte in the frame: chooses the lane of the receiver
 */
public record Order(int link, int lane) {

    /** Unordered. */
    public static final Order NONE = new Order(0, 0);

    private static final int NUMBERS = 255;

    /** Returns the order of all that goes from one to the other. */
    public static Order between(long from, long to) {
        return new Order(number(from), number(to));
    }

    /** Returns one that keeps the link alone. */
    public static Order ofLink(long from) {
        return new Order(number(from), 0);
    }

    /** Returns one that keeps the lane alone. */
    public static Order ofLane(long to) {
        return new Order(0, number(to));
    }

    private static int number(long id) {
        return 1 + (int) Long.remainderUnsigned(id, NUMBERS);
    }

    /**
     * Chooses a link or a lane: the same for the same number, one after the other for number 0.
     *
     * @param number 0 to 255
     * @param turn counts the frames that were chosen for; may overflow
     * @param choices how many there are, at least 1
     * @return 0 to {@code choices} − 1
     */
    public static int choose(int number, int turn, int choices) {
        return number > 0 ? number % choices : Integer.remainderUnsigned(turn, choices);
    }
}
