package io.ergo;

/**
 * A record of the node itself.
 *
 * @param node name of the node
 * @param creation start of its incarnation, in seconds since the epoch
 */
public record MessageLogNode(String node, long creation) implements MessageLogSource {

    @Override
    public String label() {
        return NodeCrc.of(node);
    }
}
