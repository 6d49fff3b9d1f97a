package io.ergo.spring;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Response;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of one bean. Used by the process it belongs to.
 *
 * @param bean the bean
 * @param children the children, if the process is a supervisor
 */
record BoundHandlers(Object bean, @Nullable Children children) {

    void init(HandlerTable table, ProcessContext self, Args args) throws Exception {
        HandlerCall init = table.init();
        if (init == null) {
            LifeMethods.checkCount(bean.getClass().getName(), 0, args);
        } else {
            call(init, args, self.parent(), self, null);
        }
    }

    void message(Handler handler, ProcessContext self, Pid from, Object message) throws Exception {
        call(handler.call(), message, from, self, null);
    }

    Reply request(Handler handler, ProcessContext self, Pid from, Ref ref, Object request) throws Exception {
        Object result = call(handler.call(), request, from, self, ref);
        if (handler.returnsNothing()) {
            return Reply.later();
        }
        if (result instanceof CompletionStage<?> stage) {
            new RequestReply(self, from, ref).replyWith(stage);
            return Reply.later();
        }
        return result instanceof Reply decided ? decided : Reply.of(result);
    }

    /** Returns false if nobody handles the response. */
    boolean response(HandlerTable table, ProcessContext self, Ref ref, Response response) throws Exception {
        Optional<HandlerTable.Handling> handling = table.handling(response);
        if (handling.isPresent()) {
            call(handling.get().handler().call(), handling.get().input(), self.pid(), self, ref);
        }
        return handling.isPresent();
    }

    void terminate(HandlerTable table, ProcessContext self, Reason why) {
        HandlerCall terminate = table.terminate();
        if (terminate == null) {
            return;
        }
        try {
            call(terminate, why, self.parent(), self, null);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the method with @OnTerminate of " + bean.getClass().getName() + " failed",
                    e);
        }
    }

    private @Nullable Object call(HandlerCall method, Object input, Pid from, ProcessContext self, @Nullable Ref ref)
            throws Exception {
        try {
            return method.call(bean, input, from, self, ref, children);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }
}
