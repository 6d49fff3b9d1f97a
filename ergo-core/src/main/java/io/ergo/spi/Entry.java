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
        EXIT
    }

    /** Returns what it is. */
    Kind kind();

    /** Returns the sender. */
    Pid from();

    /** Returns what the sender addressed: the pid, a name or an alias of this process. */
    Address target();

    /** Returns the message. */
    Object message();

    /** Returns the reference of a request, null for all others. */
    @Nullable Ref ref();
}
