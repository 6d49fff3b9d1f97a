package io.ergo.conformance;

import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Request;
import org.jspecify.annotations.Nullable;

/** A request that brings its own handler. */
@FunctionalInterface
interface Ask<R extends @Nullable Object> extends Request<R> {

    Reply handle(ProcessContext self, Pid from, Ref ref) throws Exception;

    /** A request that is answered with the value. */
    static <R extends @Nullable Object> Ask<R> echo(R value) {
        return (_, _, _) -> Reply.of(value);
    }

    /** A request that is left open. */
    static <R extends @Nullable Object> Ask<R> open() {
        return (_, _, _) -> Reply.later();
    }
}
