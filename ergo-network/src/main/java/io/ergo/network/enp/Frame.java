package io.ergo.network.enp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ReferenceCounted;

/**
 * One frame: a fixed part, in the components of its record, and for most kinds one EDF value behind it, as its {@linkplain #payload() payload}, which
 * is not touched here. A new kind is one record with a {@link FrameType} and one line below.
 *
 * <p>Components of the same name mean the same in all records. {@code from} and {@code to} are the ids of processes, unsigned: node and creation are
 * those of the two ends of the connection. {@code ref} is a reference without the same two. Names are 1 to 255 bytes of UTF-8; in the kinds that end
 * in {@code Cache} they are ids of the sender's atom cache. {@code messageId} counts only with the important flag and is 0 otherwise, whatever came.
 *
 * <p><b>Who releases.</b> A frame is its payload as far as counts go: it is made with a payload that the maker owns and hands over, one that was read
 * has a slice of its own of what it was read from, and {@link #release} gives it back. Whoever is last to have a frame releases it. {@link #encode} and
 * {@link MessageZ#unpack} take the frame over, also if they fail. A frame without payload has the empty buffer, for which all this does nothing.
 *
 * <p><b>What a payload keeps alive:</b> the whole buffer that it is a slice of. {@link FrameDecoder} copies what is small against its buffer, so there
 * it is at most eight times the frame; after {@link #read} it is whatever was read from.
 *
 * <p><b>From a value to bytes</b> with one copy: {@link #begin} of a frame with the empty buffer, then the bytes of the {@code EdfWriter}
 * ({@code out.writeBytes(writer.array(), 0, writer.size())}), then {@link #end}; or {@link #abandon} if the value cannot be written.
 *
 * <p>Frames do not change; the reader index of the payload does when it is read, so one thread at a time.
 */
public sealed interface Frame extends ReferenceCounted permits
        MessagePid,
        MessageName,
        MessageNameCache,
        MessageAlias,
        MessageEvent,
        MessageEventCache,
        MessageExit,
        RequestPid,
        RequestName,
        RequestNameCache,
        RequestAlias,
        MessageResponse,
        MessageResponseError,
        TerminatePid,
        TerminateName,
        TerminateNameCache,
        TerminateAlias,
        TerminateEvent,
        TerminateEventCache,
        MessageAny,
        MessageZ,
        UnknownFrame {

    /** Returns the order byte: 0 is unordered, {@link Order}. */
    int order();

    /** Returns what follows the fixed part. Stays the frame's. */
    ByteBuf payload();

    /** Returns the type byte. */
    default int type() {
        return Frames.TABLE.number(getClass());
    }

    /** Writes what stands between the header and the payload. */
    void writeFixed(ByteBuf out);

    /**
     * Reads the frame at the reader index, all of which must be there, and moves behind it.
     *
     * @throws FrameException if it is not right; then the reader index is behind it if the error is of this frame alone
     */
    static Frame read(ByteBuf in, FrameLimits limits) {
        if (in.readableBytes() < FrameHeader.BYTES) {
            throw FrameException.ofLink("the header ends after " + in.readableBytes() + " bytes", 0);
        }
        FrameHeader header = FrameHeader.peek(in, limits.frame());
        if (in.readableBytes() < header.length()) {
            throw FrameException.ofLink("the frame has a length of " + header.length() + " bytes, "
                    + in.readableBytes() + " are there", FrameHeader.LENGTH_AT);
        }
        return Frames.read(header, in);
    }

    /**
     * Appends header and fixed part, with a length that counts the payload in. Who has no payload yet writes it behind and then calls {@link #end}.
     *
     * @return where the frame begins in {@code out}
     * @throws FrameException if a component is beyond its range; {@code out} is as before
     */
    default int begin(ByteBuf out) {
        int begin = out.writerIndex();
        try {
            FrameHeader.begin(order(), type(), out);
            writeFixed(out);
            FrameHeader.setLength(out, begin, out.writerIndex() - begin + (long) payload().readableBytes());
        } catch (RuntimeException | Error e) {
            abandon(out, begin);
            throw e;
        }
        return begin;
    }

    /**
     * Sets the length of a frame to all that was written since it began.
     *
     * @param begin as {@link #begin} returned it
     */
    static void end(ByteBuf out, int begin) {
        FrameHeader.setLength(out, begin, out.writerIndex() - begin);
    }

    /**
     * Takes a frame back that cannot be completed.
     *
     * @param begin as {@link #begin} returned it
     */
    static void abandon(ByteBuf out, int begin) {
        out.writerIndex(begin);
    }

    /**
     * Returns the whole frame as bytes: a new buffer for the head, and the payload itself behind it. Takes this frame over, also if it fails.
     *
     * @throws FrameException if a component is beyond its range
     */
    default ByteBuf encode(ByteBufAllocator allocator) {
        return Frames.encode(this, allocator);
    }

    @Override
    default int refCnt() {
        return payload().refCnt();
    }

    @Override
    default Frame retain() {
        payload().retain();
        return this;
    }

    @Override
    default Frame retain(int increment) {
        payload().retain(increment);
        return this;
    }

    @Override
    default Frame touch() {
        payload().touch();
        return this;
    }

    @Override
    default Frame touch(Object hint) {
        payload().touch(hint);
        return this;
    }

    @Override
    default boolean release() {
        return payload().release();
    }

    @Override
    default boolean release(int decrement) {
        return payload().release(decrement);
    }
}
