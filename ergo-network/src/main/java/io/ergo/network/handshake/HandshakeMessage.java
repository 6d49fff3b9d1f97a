package io.ergo.network.handshake;

/** A message of the handshake. */
public sealed interface HandshakeMessage
        permits HelloMessage, IntroduceMessage, AcceptMessage, JoinMessage, RejectMessage {

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
