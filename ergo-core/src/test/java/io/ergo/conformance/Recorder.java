package io.ergo.conformance;

import io.ergo.Args;
import io.ergo.MessageLog;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.actor.Actor;

/** An actor that writes down what it gets, runs the bodies it is sent and answers a request with the request. */
final class Recorder extends Actor {

    private final Probe probe;

    Recorder(Probe probe) {
        this.probe = probe;
    }

    ProcessContext context() {
        return self();
    }

    void trap(boolean on) {
        setTrapExit(on);
    }

    boolean traps() {
        return trapExit();
    }

    @Override
    protected void init(Args args) throws Exception {
        probe.started(this, args);
    }

    @Override
    protected void handleMessage(Pid from, Object message) {
        switch (message) {
            case Pending<?> pending -> pending.run(self());
            case Throwable thrown -> throw Probe.<RuntimeException>sneaky(thrown);
            default -> probe.received(self(), from, message);
        }
    }

    @Override
    protected Reply handleCall(Pid from, Ref ref, Object request) throws Exception {
        probe.asked(request);
        return request instanceof Ask<?> ask ? ask.handle(self(), from, ref) : Reply.of(request);
    }

    @Override
    protected void handleLog(MessageLog record) {
        probe.logged(self(), record);
    }

    @Override
    protected void terminate(Reason why) {
        probe.terminated(self(), why);
    }
}
