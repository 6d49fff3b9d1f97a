package io.ergo.spring;

import java.util.Optional;

import io.ergo.Args;
import io.ergo.MessageLog;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Response;
import io.ergo.actor.Actor;

/**
 * The behaviour of an annotated class: hands each message to the method of the bean that the {@link HandlerTable}
 * names.
 */
final class HandlerActor extends Actor {

    private final HandlerTable table;
    private final BoundHandlers handlers;

    HandlerActor(Object bean, HandlerTable table, boolean trapExit) {
        this.table = table;
        this.handlers = new BoundHandlers(bean, null);
        setTrapExit(trapExit);
    }

    @Override
    protected void init(Args args) throws Exception {
        handlers.init(table, self(), args);
    }

    @Override
    protected void handleMessage(Pid from, Object message) throws Exception {
        Optional<Handler> handler = table.messages().of(message.getClass());
        if (handler.isEmpty()) {
            super.handleMessage(from, message);
        } else {
            handlers.message(handler.get(), self(), from, message);
        }
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) throws Exception {
        Optional<Handler> handler = table.requests().of(request.getClass());
        return handler.isEmpty() ? super.handleCall(from, ref, request)
                : handlers.request(handler.get(), self(), from, ref, request);
    }

    /** A record is handled as a message: by the method that takes a {@link MessageLog}. */
    @Override
    protected void handleLog(MessageLog record) throws Exception {
        Optional<Handler> handler = table.messages().of(MessageLog.class);
        if (handler.isEmpty()) {
            super.handleLog(record);
        } else {
            handlers.message(handler.get(), self(), self().node().pid(), record);
        }
    }

    @Override
    protected void handleResponse(Ref ref, Response response) throws Exception {
        if (!handlers.response(table, self(), ref, response)) {
            super.handleResponse(ref, response);
        }
    }

    @Override
    protected void terminate(Reason why) {
        handlers.terminate(table, self(), why);
    }
}
