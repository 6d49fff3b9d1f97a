package io.ergo.network.registrar;

import java.nio.ByteBuffer;

import io.ergo.network.Printable;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.framework.FrameworkTypes;
import org.jspecify.annotations.Nullable;

/** Packets of the embedded registrar to bytes and back: version, kind, length of what follows, and one value by its full name. Any thread. */
public final class RegistrarCodec {

    private static final int VERSION = 1;
    private static final int KIND_AT = 1;
    private static final int LENGTH_AT = 2;
    private static final int HEADER = 4;

    private final EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

    /** Creates one. */
    public RegistrarCodec() {
        FrameworkTypes.registerBasics(registry);
        for (PacketKind kind : PacketKind.values()) {
            registry.register(kind.type);
        }
    }

    /**
     * Returns the bytes of the packet, to be sent by one write.
     *
     * @throws RegistrarException if they are more than its receiver takes by one read
     * @throws IllegalArgumentException if the packet is unknown
     */
    public byte[] encode(RegistrarPacket packet) {
        PacketKind kind = PacketKind.of(packet);
        EdfWriter out = registry.writer(EncodeTables.none());
        out.putByte(VERSION);
        out.putByte(kind.number);
        out.putShort(0); // the length, below
        try {
            out.putMessage(packet);
        } catch (EdfException e) {
            throw new RegistrarException("a packet cannot be sent: " + Printable.of(e.getMessage()), -1);
        }
        if (out.size() > kind.mostBytes) {
            throw new RegistrarException(
                    "a packet " + kind + " takes " + out.size() + " bytes but may take " + kind.mostBytes, -1);
        }
        byte[] bytes = out.toBytes();
        ByteBuffer.wrap(bytes).putShort(LENGTH_AT, (short) (bytes.length - HEADER));
        return bytes;
    }

    /**
     * Reads one packet of a stream and moves the position behind it.
     *
     * @return null if the packet is not there to its end; then the position stays
     * @throws RegistrarException if it is no packet
     */
    public @Nullable RegistrarPacket decode(ByteBuffer in) {
        int begin = in.position();
        if (in.hasRemaining() && in.get(begin) != VERSION) {
            throw new RegistrarException(
                    "the version of a packet is " + (in.get(begin) & 0xff) + " but must be " + VERSION, 0);
        }
        if (in.remaining() < HEADER) {
            return null;
        }
        int number = in.get(begin + KIND_AT) & 0xff;
        // big-endian, whatever the order of the buffer
        int length = ((in.get(begin + LENGTH_AT) & 0xff) << Byte.SIZE) | (in.get(begin + LENGTH_AT + 1) & 0xff);
        PacketKind kind = PacketKind.numbered(number);
        if (kind != null && HEADER + length > kind.mostBytes) {
            throw new RegistrarException("a packet " + kind + " announces " + length + " bytes but may have "
                    + (kind.mostBytes - HEADER), LENGTH_AT);
        }
        if (in.remaining() < HEADER + length) {
            return null;
        }
        RegistrarPacket packet = kind == null ? new RegistrarPacket.Unknown(number, length)
                : payload(kind, in.slice(begin + HEADER, length));
        in.position(begin + HEADER + length);
        return packet;
    }

    /**
     * Reads a datagram, which is one packet and nothing else.
     *
     * @throws RegistrarException if it is not
     */
    public RegistrarPacket decodeDatagram(ByteBuffer datagram) {
        int length = datagram.remaining();
        RegistrarPacket packet = decode(datagram);
        if (packet == null || datagram.hasRemaining()) {
            throw new RegistrarException("a datagram of " + length + " bytes is not one packet",
                    packet == null ? length : length - datagram.remaining());
        }
        return packet;
    }

    /** As for Go nodes, bytes that follow the value count for nothing. */
    private RegistrarPacket payload(PacketKind kind, ByteBuffer in) {
        Object value;
        try {
            value = registry.readRegistered(in);
        } catch (EdfException e) {
            throw new RegistrarException("a packet " + kind + " cannot be read: " + e.reason(), HEADER + e.offset());
        }
        if (!kind.type.isInstance(value)) {
            throw new RegistrarException("a packet " + kind + " holds something else", HEADER);
        }
        return kind.type.cast(value);
    }
}
