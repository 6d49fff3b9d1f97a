package io.ergo.network.spi;

import io.ergo.Version;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.framework.NetworkFlags;

/**
 * What the other node told of itself.
 *
 * @param node its name
 * @param version of the program that runs it, free text; says nothing about the release of the framework
 * @param flags what it permits
 * @param creation its incarnation, not 0
 * @param maxMessageSize the longest frame it takes, in bytes; 0 is no limit
 * @param tables the ids it will use when it encodes; without an atom mapping, which is never announced
 */
public record Peer(String node, Version version, NetworkFlags flags, long creation, long maxMessageSize,
        DecodeTables tables) {}
