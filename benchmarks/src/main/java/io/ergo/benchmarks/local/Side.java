package io.ergo.benchmarks.local;

/**
 * One of the runtimes that are compared, with the workloads written as its users would write them. Closing it ends its threads. Use it from
 * one thread.
 */
interface Side extends AutoCloseable {

    /** The message of all workloads: a shared small integer, so that it costs no allocation. */
    Integer ONE = 1;

    /** Prepares {@code pairs} senders that each send {@code each} messages to a receiver of their own, without waiting. */
    Round oneWay(int pairs, int each);

    /** Prepares {@code pairs} pairs in which a message goes to and fro {@code exchanges} times. */
    Round pingPong(int pairs, int exchanges);

    /** Prepares one actor that asks another one {@code calls} times, each time after it got the answer to the last. */
    Round call(int calls);

    /** Prepares the start of actors that send themselves a message when they begin and end when they get it. */
    Round spawn(int actors);

    @Override
    void close();
}
