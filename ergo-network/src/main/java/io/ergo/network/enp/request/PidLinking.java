package io.ergo.network.enp.request;

import io.ergo.Pid;
import io.ergo.network.enp.Order;

/** Links with a process: they keep their place among its frames, both ways. */
public sealed interface PidLinking extends Relating permits MessageLinkPid, MessageUnlinkPid {

    @Override
    Pid target();

    @Override
    default Order order() {
        return Order.between(source().id(), target().id());
    }

    @Override
    default Order resultOrder() {
        return Order.between(target().id(), source().id());
    }
}
