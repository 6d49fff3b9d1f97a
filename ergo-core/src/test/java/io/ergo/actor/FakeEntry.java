package io.ergo.actor;

import io.ergo.Address;
import io.ergo.MessageExit;
import io.ergo.Pid;
import io.ergo.Ref;
import io.ergo.spi.Entry;

import org.jspecify.annotations.Nullable;

record FakeEntry(Kind kind, Pid from, Address target, Object message, @Nullable Ref ref) implements Entry {

    static FakeEntry message(Pid from, Address target, Object message) {
        return new FakeEntry(Kind.MESSAGE, from, target, message, null);
    }

    static FakeEntry request(Pid from, Ref ref, Address target, Object request) {
        return new FakeEntry(Kind.REQUEST, from, target, request, ref);
    }

    static FakeEntry exit(Pid from, Address target, MessageExit exit) {
        return new FakeEntry(Kind.EXIT, from, target, exit, null);
    }
}
