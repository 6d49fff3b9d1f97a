package io.ergo.network.framework;

import io.ergo.Version;
import io.ergo.network.edf.EdfField;
import io.ergo.network.edf.EdfType;

/**
 * A way to a node, as registrars keep it.
 *
 * @param host where the node listens; if empty, the host part of its name
 * @param port its port, 0 to 65535
 * @param tls whether it expects TLS
 * @param handshakeVersion the handshake it talks; one without it is unusable for Go nodes
 * @param protoVersion the protocol it talks; one without it is unusable for Go nodes
 */
@EdfType(WireNames.GEN + "Route")
public record Route(String host, @EdfField("uint16") int port, boolean tls, Version handshakeVersion,
        Version protoVersion) {}
