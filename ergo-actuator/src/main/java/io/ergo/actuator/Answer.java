package io.ergo.actuator;

/** What the endpoint answers to a path, apart from how it travels. */
sealed interface Answer {

    /** There it is. */
    record Found(ErgoDescriptor descriptor) implements Answer {}

    /** There is no such thing. */
    record Missing(String detail) implements Answer {}

    /** The question makes no sense. */
    record Wrong(String detail) implements Answer {}
}
