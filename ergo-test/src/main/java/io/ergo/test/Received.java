package io.ergo.test;

import io.ergo.Pid;
import io.ergo.Ref;

import org.jspecify.annotations.Nullable;

/** Something a probe received; the ref is that of a request, null for a message. */
record Received(Pid from, Object message, @Nullable Ref ref) {

    @Override
    public String toString() {
        return (ref == null ? "" : "request ") + message + " from " + from;
    }
}
