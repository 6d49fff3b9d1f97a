package io.ergo.network.enp.request;

import io.ergo.Alias;
import io.ergo.network.enp.Order;

/** Links with an alias and monitors of one. */
public sealed interface AliasRelating extends Relating
        permits MessageLinkAlias, MessageUnlinkAlias, MessageMonitorAlias, MessageDemonitorAlias {

    @Override
    Alias target();

    @Override
    default Order order() {
        return Order.between(source().id(), target().id1());
    }

    @Override
    default Order resultOrder() {
        return Order.between(target().id1(), source().id());
    }
}
