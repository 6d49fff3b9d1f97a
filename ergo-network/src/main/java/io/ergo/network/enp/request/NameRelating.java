package io.ergo.network.enp.request;

import io.ergo.network.enp.Order;

/** Links with a registered name or an event and monitors of one: what is behind the name, the source does not know. */
public sealed interface NameRelating extends Relating
        permits MessageLinkProcessId, MessageUnlinkProcessId, MessageMonitorProcessId, MessageDemonitorProcessId,
        MessageLinkEvent, MessageUnlinkEvent, MessageMonitorEvent, MessageDemonitorEvent {

    @Override
    default Order order() {
        return Order.ofLink(source().id());
    }

    @Override
    default Order resultOrder() {
        return Order.ofLane(source().id());
    }
}
