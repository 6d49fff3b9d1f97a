package io.ergo.spring;

import java.util.List;
import java.util.Optional;

import io.ergo.Args;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Response;
import io.ergo.SupervisionInfo;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;
import org.jspecify.annotations.Nullable;

/**
 * The behaviour of a class with {@link ErgoSupervisor}: supervises what is declared, and hands messages to the methods
 * of the bean.
 */
final class DeclaredSupervisor extends Supervisor implements Children {

    private final SupervisorSpec spec;
    private final HandlerTable table;
    private final BoundHandlers handlers;

    DeclaredSupervisor(Object bean, HandlerTable table, SupervisorSpec spec) {
        this.spec = spec;
        this.table = table;
        this.handlers = new BoundHandlers(bean, this);
    }

    @Override
    protected SupervisorSpec init(Args args) throws Exception {
        handlers.init(table, self(), args);
        return spec;
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

    @Override
    public Pid start(String name, @Nullable Object... args) {
        return startChild(name, Args.of(args));
    }

    @Override
    public void enable(String name) {
        enableChild(name);
    }

    @Override
    public void disable(String name) {
        disableChild(name);
    }

    @Override
    public List<SupervisionInfo.Child> all() {
        return children();
    }
}
