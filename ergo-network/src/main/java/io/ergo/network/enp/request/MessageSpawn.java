package io.ergo.network.enp.request;

import io.ergo.Ref;
import io.ergo.network.edf.EdfType;
import io.ergo.network.enp.Order;
import io.ergo.network.framework.ProcessOptionsExtra;

/**
 * Starts a process. The result is its pid.
 *
 * @param name under which the other node offers it
 * @param options how it is started, and for whom
 * @param ref ties the result to the request
 */
@EdfType("#ergo.services/ergo/net/proto/MessageSpawn")
public record MessageSpawn(String name, ProcessOptionsExtra options, Ref ref) implements Request {

    @Override
    public Order resultOrder() {
        return Order.ofLane(options.parentPid().id());
    }
}
