package io.ergo;

/** The queue of the receiver's mailbox that a message goes into. A higher one overtakes a lower one, decided anew for each message. */
public enum Priority {

    /** The main queue. */
    NORMAL,

    /** The system queue, ahead of the main queue. */
    HIGH,

    /** The urgent queue, ahead of all others. */
    MAX
}
