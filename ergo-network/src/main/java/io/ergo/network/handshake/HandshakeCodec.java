package io.ergo.network.handshake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.ergo.network.Printable;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import io.ergo.network.framework.FrameworkTypes;
import io.ergo.network.spi.HandshakeCheck;
import io.ergo.network.spi.HandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the handshake to bytes and back: a magic byte, a version, the length of what follows, and one value by its full name. Any thread.
 */
public final class HandshakeCodec {

    /** How long the value of a message may be, in bytes; of an Introduce that is read a longer one may be allowed. */
    public static final int MOST_PAYLOAD = 65_535;

    private static final int MAGIC = 87;
    private static final int VERSION = 1;
    private static final int LENGTH_AT = 2;
    private static final int HEADER = 6;
    private static final int MOST_IDS = 65_536;

    private static final EdfLimits LIMITS = EdfLimits.defaults().withCount(MOST_IDS);

    private final EdfRegistry written = new EdfRegistry(LIMITS);
    private final EdfRegistry read = new EdfRegistry(LIMITS);

    /** Creates one. */
    public HandshakeCodec() {
        FrameworkTypes.registerBasics(written);
        written.register(HandshakeMessage.class);
        FrameworkTypes.registerBasics(read);
        read.register(written.schema(LenientIntroduce.NAME).orElseThrow());
        for (Class<?> each : HandshakeMessage.class.getPermittedSubclasses()) {
            if (each != IntroduceMessage.class) {
                read.register(each);
            }
        }
    }

    /**
     * Returns the bytes of the message.
     *
     * @throws HandshakeException if they are more than a peer takes, or a text is too long; always by {@link HandshakeCheck#UNSENDABLE}
     */
    public byte[] encode(HandshakeMessage message) {
        EdfWriter out = written.writer(EncodeTables.none());
        out.putByte(MAGIC);
        out.putByte(VERSION);
        out.putInt(0); // the length, below
        try {
            out.putMessage(message);
        } catch (EdfException e) {
            throw new HandshakeException(HandshakeCheck.UNSENDABLE,
                    message.label() + " cannot be sent: " + Printable.of(e.getMessage()));
        }
        int length = out.size() - HEADER;
        if (length > MOST_PAYLOAD) {
            throw new HandshakeException(HandshakeCheck.UNSENDABLE,
                    message.label() + " takes " + length + " bytes but may take " + MOST_PAYLOAD
                            + (message instanceof IntroduceMessage ? "; announce fewer atoms, types and errors" : ""));
        }
        byte[] bytes = out.toBytes();
        ByteBuffer.wrap(bytes).putInt(LENGTH_AT, length);
        return bytes;
    }

    /**
     * Reads one message and moves the position behind it. As for Go nodes, that is where its value ends: the announced length tells only when to look,
     * and may be too short or too long.
     *
     * @param mostPayload how long the value may be, in bytes
     * @return null if the message is not there to its end; then the position stays
     * @throws HandshakeException if it is no message
     */
    public @Nullable HandshakeMessage decode(ByteBuffer in, int mostPayload) {
        int begin = in.position();
        expect(in, begin, MAGIC, "first byte");
        expect(in, begin + 1, VERSION, "version");
        if (in.remaining() < HEADER) {
            return null;
        }
        int length = bigEndian(in, begin + LENGTH_AT);
        if (length < 0 || length > mostPayload) {
            throw new HandshakeException(HandshakeCheck.HEADER, "a message announces "
                    + Integer.toUnsignedString(length) + " bytes but may have " + mostPayload, LENGTH_AT);
        }
        int present = in.remaining() - HEADER;
        return present < length ? null : payload(in, Math.min(present, mostPayload));
    }

    /** Whatever the order of the buffer; without another one, since a peer may send single bytes, and each of them is looked at. */
    private static int bigEndian(ByteBuffer in, int at) {
        int number = in.getInt(at);
        return in.order() == ByteOrder.BIG_ENDIAN ? number : Integer.reverseBytes(number);
    }

    private static void expect(ByteBuffer in, int at, int expected, String what) {
        if (at < in.limit() && (in.get(at) & 0xff) != expected) {
            throw new HandshakeException(HandshakeCheck.HEADER,
                    "the " + what + " of a message is " + (in.get(at) & 0xff) + " but must be " + expected,
                    at - in.position());
        }
    }

    private HandshakeMessage payload(ByteBuffer in, int most) {
        ByteBuffer payload = in.slice(in.position() + HEADER, most);
        HandshakeMessage message = message(payload);
        in.position(in.position() + HEADER + payload.position());
        return message;
    }

    private HandshakeMessage message(ByteBuffer payload) {
        Object value;
        try {
            value = read.readRegistered(payload);
        } catch (EdfException e) {
            throw new HandshakeException(HandshakeCheck.VALUE, "a message cannot be read: " + e.reason(),
                    HEADER + e.offset());
        }
        HandshakeMessage message = value instanceof HandshakeMessage record ? record : LenientIntroduce.of(value);
        if (message != null) {
            return message;
        }
        throw new HandshakeException(HandshakeCheck.VALUE, value instanceof EdfValue.Struct
                ? "the name of a node or a digest is not UTF-8"
                : "a value is no message of the handshake", HEADER);
    }
}
