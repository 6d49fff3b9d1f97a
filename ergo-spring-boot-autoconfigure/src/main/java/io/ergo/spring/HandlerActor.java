package io.ergo.spring;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.actor.Actor;
import org.jspecify.annotations.Nullable;

/** The behaviour of an annotated class: hands each message to the method of the bean that the {@link HandlerTable} names. */
final class HandlerActor extends Actor {

    private final Object bean;
    private final HandlerTable table;

    HandlerActor(Object bean, HandlerTable table, boolean trapExit) {
        this.bean = bean;
        this.table = table;
        setTrapExit(trapExit);
    }

    @Override
    protected void init(Args args) throws Exception {
        HandlerCall init = table.init();
        if (init == null) {
            HandlerReader.checkCount(bean.getClass().getName(), 0, args);
        } else {
            call(init, args, self().parent(), null);
        }
    }

    @Override
    protected void handleMessage(Pid from, Object message) throws Exception {
        Optional<Handler> handler = table.messages().of(message.getClass());
        if (handler.isEmpty()) {
            super.handleMessage(from, message);
        } else {
            call(handler.get().call(), message, from, null);
        }
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) throws Exception {
        Optional<Handler> handler = table.requests().of(request.getClass());
        if (handler.isEmpty()) {
            return super.handleCall(from, ref, request);
        }
        Object result = call(handler.get().call(), request, from, ref);
        return handler.get().returnsNothing() ? Reply.later() : reply(result, from, ref);
    }

    private Reply reply(@Nullable Object result, Pid from, Ref ref) {
        if (result instanceof CompletionStage<?> stage) {
            new RequestReply(self(), from, ref).replyWith(stage);
            return Reply.later();
        }
        return result instanceof Reply decided ? decided : Reply.of(result);
    }

    @Override
    protected void terminate(Reason why) {
        HandlerCall terminate = table.terminate();
        if (terminate != null) {
            try {
                call(terminate, why, self().parent(), null);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(
                        "the method with @OnTerminate of " + bean.getClass().getName() + " failed", e);
            }
        }
    }

    private @Nullable Object call(HandlerCall method, Object input, Pid from, @Nullable Ref ref) throws Exception {
        try {
            return method.call(bean, input, from, self(), ref);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new java.lang.reflect.UndeclaredThrowableException(e);
        }
    }
}
