package io.ergo.spring;

import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;

/** Calls one method of a user's bean. */
@FunctionalInterface
interface HandlerCall {

    /**
     * Calls the method and returns its result, null for none.
     *
     * @param bean the instance that belongs to the process
     * @param input the message or request, the {@link io.ergo.Args} or the {@link io.ergo.Reason}
     * @param from the sender
     * @param self the process
     * @param ref the reference of a request
     * @param children the children of a supervisor
     */
    @Nullable Object call(Object bean, Object input, Pid from, ProcessContext self, @Nullable Ref ref,
            @Nullable Children children)
            throws Throwable;
}
