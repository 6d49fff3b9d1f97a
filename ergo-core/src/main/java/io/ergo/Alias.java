package io.ergo;

/**
 * An additional address of a process, made by {@link Naming#createAlias()}; it ends with its owner. Prints as
 * {@code Alias#<2C323E75.1.2.3>}, the numbers unsigned.
 *
 * @param node name of the node that made it
 * @param creation start of that node's incarnation, in seconds since the epoch
 * @param id0 first part of the id
 * @param id1 second part of the id
 * @param id2 third part of the id
 */
public record Alias(String node, long creation, long id0, long id1, long id2) implements Address {

    @Override
    public String toString() {
        return "Alias#" + numbers(node, id0, id1, id2);
    }

    static String numbers(String node, long id0, long id1, long id2) {
        return "<" + NodeCrc.of(node) + "." + Long.toUnsignedString(id0) + "." + Long.toUnsignedString(id1) + "."
                + Long.toUnsignedString(id2) + ">";
    }
}
