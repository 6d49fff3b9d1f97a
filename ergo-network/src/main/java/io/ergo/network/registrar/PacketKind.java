package io.ergo.network.registrar;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** The kinds of packets. A side takes of a packet what one read gives it, so each has its limit, header included. */
enum PacketKind {
    REGISTER(44, 4096, RegistrarPacket.Register.class),
    REGISTER_REPLY(45, 1024, RegistrarPacket.RegisterReply.class),
    RESOLVE(46, 1024, RegistrarPacket.Resolve.class),
    RESOLVE_REPLY(47, 4096, RegistrarPacket.ResolveReply.class);

    private static final PacketKind[] ALL = values();

    final int number;
    final int mostBytes;
    final Class<? extends RegistrarPacket> type;

    PacketKind(int number, int mostBytes, Class<? extends RegistrarPacket> type) {
        this.number = number;
        this.mostBytes = mostBytes;
        this.type = type;
    }

    static @Nullable PacketKind numbered(int number) {
        for (PacketKind kind : ALL) { // not a stream: it is asked for each piece of a packet
            if (kind.number == number) {
                return kind;
            }
        }
        return null;
    }

    static PacketKind of(RegistrarPacket packet) {
        return Arrays.stream(values()).filter(each -> each.type.isInstance(packet)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(packet + " cannot be sent"));
    }
}
