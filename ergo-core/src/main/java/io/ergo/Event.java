package io.ergo;

/**
 * The name under which a process or node publishes. Prints as {@code Event#<2C323E75:prices>}.
 *
 * @param name the name, at most 255 bytes in UTF-8
 * @param node name of the node; empty means the own node
 */
public record Event(String name, String node) {

    @Override
    public String toString() {
        return "Event#<" + NodeCrc.of(node) + ":" + name + ">";
    }
}
