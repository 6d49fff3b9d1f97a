package io.ergo.spi;

import io.ergo.Address;
import io.ergo.Pid;
import io.ergo.Ref;

import org.jspecify.annotations.Nullable;

/** One message in a mailbox, as its behaviour sees it. Valid only while {@link ProcessBehavior#handle} executes, on its thread. */
public interface Entry {

    /** What an entry can be. */
    enum Kind {

        /** A message; down messages are messages. */
        MESSAGE,
        /** A request that expects a response. */
        REQUEST,
        /** An exit signal; its message is a {@link io.ergo.MessageExit}. */
        EXIT,
        /** Somebody asks what the process shows; its message is the list of items, and it is answered like a request with a string map. */
        INSPECT,
        /** The {@link io.ergo.Response} to a request the process made without waiting; its reference is the one of that request. */
        RESPONSE,
        /** A log record for a process that is a logger; its message is a {@link io.ergo.MessageLog}. */
        LOG
    }

    /** Returns what it is. */
    Kind kind();

    /** Returns the sender. */
    Pid from();

    /** Returns what the sender addressed: the pid, a name or an alias of this process. */
    Address target();

    /** Returns the message. */
    Object message();

    /** Returns the reference of a request, an inspection or a response, null for all others. */
    @Nullable Ref ref();
}
