package io.ergo.fuzz;

import java.nio.ByteBuffer;
import java.util.Optional;

import io.ergo.network.registrar.RegistrarCodec;
import io.ergo.network.registrar.RegistrarPacket;

/** A stream of packets, and the same as a datagram. Each packet can be written, and is then read in the same way again. */
final class RegistrarTarget extends Target {

    private final RegistrarCodec codec = new RegistrarCodec();

    RegistrarTarget() {
        super(new Bounds(0));
    }

    @Override
    void take(byte[] input) {
        ByteBuffer in = ByteBuffer.wrap(input);
        int before = -1;
        while (in.hasRemaining() && in.position() != before) {
            before = in.position();
            bounds().hold(in.remaining(), () -> Optional.ofNullable(codec.decode(in))).flatMap(packet -> packet)
                    .ifPresent(this::again);
        }
        bounds().hold(input.length, () -> codec.decodeDatagram(ByteBuffer.wrap(input)));
    }

    private void again(RegistrarPacket packet) {
        if (packet instanceof RegistrarPacket.Unknown) {
            return; // what it holds is not kept
        }
        RegistrarPacket second = codec.decodeDatagram(ByteBuffer.wrap(codec.encode(packet)));
        if (!packet.equals(second)) {
            throw new Finding(packet + " was written and came back as " + second);
        }
    }
}
