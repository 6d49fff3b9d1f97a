package io.ergo;

/** Who logged a record. */
public sealed interface MessageLogSource permits MessageLogNode, MessageLogProcess {

    /** Returns the name of the node. */
    String node();

    /** Returns what a printed record calls the source: the checksum of the node's name, or the pid. */
    String label();
}
