package io.ergo.engine.log;

import io.ergo.MessageLog;

/** Who gets records: somebody's logger, or the log queue of a process. */
@FunctionalInterface
public interface Receiver {

    /** Takes a record; returns false if there is no room for it. */
    boolean take(MessageLog record);
}
