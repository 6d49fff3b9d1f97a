package io.ergo;

/**
 * The identity of a process: never reused within one incarnation of a node, and told apart from those of other incarnations by
 * {@code creation}. Prints as {@code <2C323E75.0.1001>}: checksum of the node's name, then the upper and the lower half of the id.
 *
 * @param node name of the node, {@code name@host}
 * @param id number of the process; 1 is the node itself ("core"), processes start at 1001
 * @param creation start of the node's incarnation, in seconds since the epoch
 */
public record Pid(String node, long id, long creation) implements Address {

    @Override
    public String toString() {
        return "<" + NodeCrc.of(node) + "." + (int) (id >>> 32) + "." + (int) id + ">";
    }
}
