package io.ergo.network.registrar;

import java.util.List;

import io.ergo.Reason;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;
import io.ergo.network.framework.Route;
import io.ergo.network.framework.WireNames;
import org.jspecify.annotations.Nullable;

/** A packet between a node and the embedded registrar of a host. Of the routes nil and empty mean the same and are kept apart. */
public sealed interface RegistrarPacket {

    /**
     * A node asks over TCP to be found, as long as that link is there.
     *
     * @param node its name
     * @param routes the ways to it, at least one
     */
    @EdfType(WireNames.REGISTRAR + "MessageRegisterRoutes")
    record Register(@EdfField("atom") String node, @Nullable List<Route> routes) implements RegistrarPacket {

        /** Copies the list. */
        public Register {
            routes = routes == null ? null : List.copyOf(routes);
        }
    }

    /**
     * The answer to that.
     *
     * @param error why not; null if the node is registered
     */
    @EdfType(WireNames.REGISTRAR + "MessageRegisterReply")
    record RegisterReply(@Nullable Reason error) implements RegistrarPacket {}

    /**
     * A node asks over UDP for the ways to another.
     *
     * @param node the other's name
     */
    @EdfType(WireNames.REGISTRAR + "MessageResolveRoutes")
    record Resolve(@EdfField("atom") String node) implements RegistrarPacket {}

    /**
     * The answer to that.
     *
     * @param routes the ways, the best first
     * @param error why there are none, else null
     */
    @EdfType(WireNames.REGISTRAR + "MessageResolveReply")
    record ResolveReply(@Nullable List<Route> routes, @Nullable Reason error) implements RegistrarPacket {

        /** Copies the list. */
        public ResolveReply {
            routes = routes == null ? null : List.copyOf(routes);
        }
    }

    /**
     * A packet of a kind that has no meaning here, such as the news that nodes of release 3.3.0 push over the link of a registration. A
     * client ignores it; a server that gets one before a registration closes the link.
     *
     * @param type its number, 0 to 255
     * @param length of what it holds, in bytes
     */
    record Unknown(int type, int length) implements RegistrarPacket {}
}
