package io.ergo.network.handshake;

import io.ergo.network.framework.WireNames;

/** A message of the handshake. */
public sealed interface HandshakeMessage
        permits HelloMessage, IntroduceMessage, AcceptMessage, JoinMessage, RejectMessage {

    /** Where the wire names of the messages begin. */
    String PACKAGE = WireNames.ERGO + "net/handshake/";

    /** Returns what it is called in texts. */
    default String label() {
        return switch (this) {
            case HelloMessage _ -> "Hello";
            case IntroduceMessage _ -> "Introduce";
            case AcceptMessage _ -> "Accept";
            case JoinMessage _ -> "Join";
            case RejectMessage _ -> "Reject";
        };
    }
}
