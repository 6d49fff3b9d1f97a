package io.ergo.network;

/** What a node announces in the handshake and then holds to when it reads frames. */
public final class DefaultSizes {

    /** The longest frame, in bytes, its header included: 64 MiB. */
    public static final int FRAME = 64 * 1024 * 1024;

    private DefaultSizes() {}
}
