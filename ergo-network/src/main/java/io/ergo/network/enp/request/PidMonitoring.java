package io.ergo.network.enp.request;

import io.ergo.Pid;
import io.ergo.network.enp.Order;

/** Monitors of a process. */
public sealed interface PidMonitoring extends Relating permits MessageMonitorPid, MessageDemonitorPid {

    @Override
    Pid target();

    @Override
    default Order order() {
        return Order.ofLink(source().id());
    }

    @Override
    default Order resultOrder() {
        return Order.between(target().id(), source().id());
    }
}
