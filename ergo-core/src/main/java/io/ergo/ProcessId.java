package io.ergo;

/**
 * A registered name as an address. Prints as {@code <2C323E75.collector>}.
 *
 * @param name the registered name, at most 255 bytes in UTF-8
 * @param node name of the node; empty means the own node, everywhere
 */
public record ProcessId(String name, String node) implements Address {

    /** Returns the address of a name on the own node. */
    public static ProcessId local(String name) {
        return new ProcessId(name, "");
    }

    @Override
    public String toString() {
        return "<" + NodeCrc.of(node) + "." + name + ">";
    }
}
