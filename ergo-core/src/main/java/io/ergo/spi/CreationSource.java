package io.ergo.spi;

/** Gives each incarnation of a node its creation: two of one name never get the same, even within one second. */
@FunctionalInterface
public interface CreationSource {

    /**
     * Returns a number that is greater than any returned for this name before.
     *
     * @param nodeName name of the node
     * @param nowSeconds the wall clock in seconds since the epoch
     */
    long next(String nodeName, long nowSeconds);
}
