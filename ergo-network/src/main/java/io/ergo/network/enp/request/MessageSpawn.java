package io.ergo.network.enp.request;

import io.ergo.Ref;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;
import io.ergo.network.enp.Order;
import io.ergo.network.framework.ProcessOptionsExtra;
import io.ergo.network.framework.WireNames;

/**
 * Starts a process. The result is its pid.
 *
 * @param name under which the other node offers it
 * @param options how it is started, and for whom
 * @param ref ties the result to the request
 */
@EdfType(WireNames.PROTO + "MessageSpawn")
public record MessageSpawn(@EdfField("atom") String name, ProcessOptionsExtra options, Ref ref) implements NodeRequest {

    /** Returns the request with its reference at both places where it is sent. */
    public static MessageSpawn of(String name, ProcessOptionsExtra options, Ref ref) {
        return new MessageSpawn(name, options.withRef(ref), ref);
    }

    @Override
    public Order resultOrder() {
        return Order.ofLane(options.parentPid().id());
    }
}
