package io.ergo.network.spi;

/** What a handshake can fail at. */
public enum HandshakeCheck {
    /** First byte, version or length of a message. */
    HEADER,
    /** The bytes of a message are no value, or no message of the handshake. */
    VALUE,
    /** Another message was expected. */
    ORDER,
    /** The peer does not know the cookie. */
    DIGEST,
    /** The peer does not know the cookie, or another party stands in between. */
    CERTIFICATE,
    /** The peer has the own name, not the one that was meant to be reached, or none. */
    NODE,
    /** The peer has no creation. */
    CREATION,
    /** The peer wants no links at all. */
    POOL_SIZE,
    /** The peer said that it will not. */
    REJECTED,
    /** Nothing came for too long. */
    SILENCE,
    /** It took too long in all. */
    TIMEOUT,
    /** The peer closed the link. */
    CLOSED,
    /** Not the peer's fault: what this side has to say cannot be sent. {@link HandshakeFactory#check} tells that at the start of a node. */
    UNSENDABLE
}
