package io.ergo.spring.boot.autoconfigure;

import io.ergo.Address;
import io.ergo.Delivery;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.ProcessId;
import io.ergo.Reason;
import io.ergo.Sending;

/** Sends nothing, because the node has not been started yet. */
enum UnstartedSending implements Sending {

    INSTANCE;

    @Override
    public Delivery send(Address to, Object message) {
        return Delivery.failed(Delivery.Outcome.NODE_STOPPED, to);
    }

    @Override
    public Delivery send(String name, Object message) {
        return send(ProcessId.local(name), message);
    }

    @Override
    public Delivery send(Address to, Object message, Priority priority) {
        return send(to, message);
    }

    @Override
    public Delivery send(String name, Object message, Priority priority) {
        return send(ProcessId.local(name), message);
    }

    @Override
    public Delivery sendExit(Pid to, Reason reason) {
        return send(to, reason);
    }
}
