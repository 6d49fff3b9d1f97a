package io.ergo.interop.vectors.enp;

import java.util.Arrays;
import java.util.List;

import io.ergo.Compression;
import io.ergo.interop.vectors.check.Entry;
import io.ergo.interop.vectors.check.HexText;
import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.interop.vectors.edf.Subject;
import io.ergo.interop.vectors.edf.Tables;
import io.ergo.interop.vectors.edf.Types;
import io.ergo.interop.vectors.frame.Parts;
import io.ergo.network.WireException;
import io.ergo.network.enp.Frame;
import io.ergo.network.enp.FrameLimits;
import io.ergo.network.enp.MessageAlias;
import io.ergo.network.enp.MessageName;
import io.ergo.network.enp.MessageNameCache;
import io.ergo.network.enp.MessagePid;
import io.ergo.network.enp.MessageZ;
import io.ergo.network.enp.PriorityByte;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * One recorded frame: its kind, its parts, its bytes read and written again, its message in both directions, and the frame inside a compressed one.
 *
 * @param root the file
 * @param types its types
 */
public record EnpFrame(Entry root, Types types) {

    /** What frames without the important flag have in place of a message id. */
    private static final int UNDEFINED_FROM = 17;
    private static final int UNDEFINED_TO = 25;

    /** Checks the frame. */
    public void check(Entry frame) {
        Tables tables = Tables.read(root.entry("caches").entry(frame.text("direction")));
        check(frame.hex("hex"), frame.text("message"), frame.entries("fields"), tables);
    }

    private void check(byte[] bytes, String kind, List<Entry> fields, Tables tables) {
        Frame frame = read(bytes);
        Mismatch.requireEqual("the kind of the frame", kind, frame.getClass().getSimpleName().replace("Pid", "PID"));
        byte[] payload = ByteBufUtil.getBytes(frame.payload());
        Parts parts = FrameParts.of(frame, bytes.length);
        if (frame instanceof MessageZ packed) {
            parts.requireAre(fields, bytes, types.values());
            inside(packed, payload, fields.getLast(), tables);
        } else if (payload.length > 0) {
            message(parts, payload, fields, bytes, tables);
        } else {
            parts.requireAre(fields, bytes, types.values());
        }
        HexText.requireEqual("the frame, read and written again", defined(frame, bytes),
                Compressions.take(frame.encode(UnpooledByteBufAllocator.DEFAULT)));
    }

    private static Frame read(byte[] bytes) {
        ByteBuf in = Unpooled.wrappedBuffer(bytes);
        try {
            Frame frame = Frame.read(in, FrameLimits.defaults());
            Mismatch.requireEqual("the bytes behind the frame", 0, in.readableBytes());
            return frame;
        } catch (WireException refused) {
            throw new Mismatch("the frame is refused: " + refused.getMessage());
        }
    }

    private void message(Parts parts, byte[] payload, List<Entry> fields, byte[] bytes, Tables tables) {
        Subject subject = new Subject(types.forms(), tables, payload);
        @Nullable Object value = subject.decoded();
        parts.message("payload (EDF)", payload.length, value).requireAre(fields, bytes, types.values());
        try {
            requireBothWays(subject, value);
        } catch (Mismatch withIds) {
            Tables then = tables.withoutNamesIn(payload);
            if (then.equals(tables)) {
                throw withIds;
            }
            requireBothWays(new Subject(types.forms(), then, payload), value);
        }
    }

    private static void requireBothWays(Subject subject, @Nullable Object value) {
        subject.requireEncodes(value);
        subject.requireDecodes(value);
    }

    private void inside(MessageZ packed, byte[] payload, Entry field, Tables tables) {
        byte[] inner = field.hex("inner_hex");
        int id = packed.compression();
        HexText.requireEqual("the frame inside", inner, decompress(id, payload, packed.length()));
        byte[] own = Compressions.compress(id, inner, Compression.Level.DEFAULT);
        if (Compressions.isExact(id)) {
            HexText.requireEqual("the frame inside, compressed again", payload, own);
        } else {
            HexText.requireEqual("the frame inside, compressed and back", inner, decompress(id, own, inner.length));
        }
        check(inner, field.text("inner_type"), field.entries("inner_fields"), tables);
    }

    private static byte[] decompress(int id, byte[] bytes, long length) {
        try {
            return Compressions.decompress(id, bytes, length);
        } catch (WireException refused) {
            throw new Mismatch("the frame inside is refused: " + refused.getMessage());
        }
    }

    /** What the sender did not care about is written as zeros here. */
    private static byte[] defined(Frame frame, byte[] bytes) {
        byte[] defined = bytes.clone();
        if (hasUndefined(frame)) {
            Arrays.fill(defined, UNDEFINED_FROM, UNDEFINED_TO, (byte) 0);
        }
        return defined;
    }

    private static boolean hasUndefined(Frame frame) {
        @Nullable PriorityByte priority = switch (frame) {
            case MessagePid it -> it.priority();
            case MessageName it -> it.priority();
            case MessageNameCache it -> it.priority();
            case MessageAlias it -> it.priority();
            default -> null;
        };
        return priority != null && !priority.important();
    }
}
