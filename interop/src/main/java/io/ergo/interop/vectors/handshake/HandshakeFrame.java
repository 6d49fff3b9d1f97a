package io.ergo.interop.vectors.handshake;

import java.util.Arrays;

import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.HexText;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.edf.Subject;
import io.ergo.interop.vectors.edf.Tables;
import io.ergo.interop.vectors.edf.Types;
import io.ergo.interop.vectors.frame.Parts;
import io.ergo.interop.vectors.frame.StructFields;
import io.ergo.network.edf.EdfValue;
import io.ergo.network.edf.Schema;
import io.ergo.network.handshake.HandshakeMessage;
import org.jspecify.annotations.Nullable;

/**
 * One recorded message: its kind, its bytes read and written again, its value and its parts.
 *
 * @param types the types of the file
 */
public record HandshakeFrame(Types types) {

    private static final int HEADER = 6;

    /** Checks the frame. */
    public void check(Entry frame) {
        Conversation.requireDirection(frame);
        byte[] bytes = frame.hex("hex");
        HandshakeMessage message = Messages.single(bytes);
        Mismatch.requireEqual("the kind of the message", "handshake.Message" + message.label(), frame.text("message"));
        Subject payload = new Subject(types.forms(), Tables.NONE, Arrays.copyOfRange(bytes, HEADER, bytes.length));
        @Nullable Object value = payload.decoded();
        requireWritten(message, bytes, value);
        parts(bytes, value).requireAre(frame.entries("fields"), bytes, types.values());
        payload.requireEncodes(value);
    }

    /** Of tables a message leaves out what is no text; the value has it still. */
    private static void requireWritten(HandshakeMessage message, byte[] bytes, @Nullable Object value) {
        byte[] written = Messages.write(message);
        if (Subject.hasTexts(value)) {
            HexText.requireEqual("the message, read and written again", bytes, written);
        } else {
            Mismatch.requireEqual("the message, read, written and read again", message, Messages.single(written));
            KeptTables.requireAre(message, value);
        }
    }

    private Parts parts(byte[] bytes, @Nullable Object value) {
        Parts parts = new Parts().number("magic", 1, 87).number("version", 1, 1)
                .number("length (of the payload only)", Integer.BYTES, bytes.length - HEADER)
                .message("payload (EDF, no caches)", bytes.length - HEADER, value).inside();
        if (value instanceof EdfValue.Struct struct
                && types.schemas().get(struct.name()) instanceof Schema.Struct schema) {
            new StructFields(types.schemas()).addTo(parts, struct, schema);
            return parts;
        }
        throw new Mismatch("the message is no struct");
    }
}
