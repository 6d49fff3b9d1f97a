package io.ergo.network.compression;

import io.ergo.Compression;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * One way to make bytes shorter. Has no state: any thread, any number at a time.
 *
 * <p>The length of what comes out is announced beside the compressed bytes and must be met exactly. Memory is taken for what really comes: at
 * first at most 64 times the bytes that came in (or 1 KiB), and the announced length only after so much was filled. LZ4 cannot be unpacked in parts: it
 * takes the announced length at once, up to 255 times the bytes that came in.
 */
public abstract sealed class Compressor permits Lzw, Zlib, Gzip, Lz4 {

    /** What is there besides the data, and some. */
    private static final int SMALLEST = 32;

    private final int id;
    private final int mostOfOneByte;

    /** Apart, since a class that makes its own subclasses when it is initialized can wait for itself. */
    private static final class Each {

        static final Compressor LZW = new Lzw();
        static final Compressor ZLIB = new Zlib();
        static final Compressor GZIP = new Gzip();
        static final Compressor LZ4 = new Lz4();
    }

    /**
     * @param id on the wire
     * @param mostOfOneByte bytes that one compressed byte can stand for at most
     */
    Compressor(int id, int mostOfOneByte) {
        this.id = id;
        this.mostOfOneByte = mostOfOneByte;
    }

    /** Returns the one that a process can ask for. */
    public static Compressor of(Compression.Type type) {
        return switch (type) {
            case LZW -> Each.LZW;
            case ZLIB -> Each.ZLIB;
            case GZIP -> Each.GZIP;
        };
    }

    /**
     * Returns the one with this number on the wire: 100 is lzw, 101 zlib, 102 gzip. Not {@linkplain #lz4() LZ4}, which is for peers that agreed on it.
     *
     * @throws CompressionException if there is none
     */
    public static Compressor ofId(int id) {
        for (Compression.Type type : Compression.Type.values()) {
            if (of(type).id == id) {
                return of(type);
            }
        }
        throw new CompressionException("the compression " + id + " is not known", -1);
    }

    /** Returns LZ4 in blocks: fast, and known to nodes of this implementation only. */
    public static Compressor lz4() {
        return Each.LZ4;
    }

    /** Returns the number on the wire. */
    public final int id() {
        return id;
    }

    /**
     * Compresses all readable bytes of {@code in}, which is read to its end.
     *
     * @return a new buffer of the allocator
     */
    public final ByteBuf compress(ByteBuf in, Compression.Level level, ByteBufAllocator allocator) {
        ByteBuf out = allocator.buffer(in.readableBytes() / 2 + SMALLEST);
        try {
            pack(in.slice(), level, out);
        } catch (RuntimeException | Error e) {
            out.release();
            throw e;
        }
        in.skipBytes(in.readableBytes());
        return out;
    }

    /** Appends the bytes of {@code in}, which may be in several pieces and is not used any more. */
    abstract void pack(ByteBuf in, Compression.Level level, ByteBuf out);

    /**
     * Unpacks the readable bytes of {@code in}, which is read to its end, also where what follows the stream is ignored. Offsets in errors are counted
     * from where it was.
     *
     * @param length the announced length of the result, in bytes
     * @param limit what the announced length may be at most, in bytes; checked before anything is allocated
     * @return a new buffer of the allocator, in the heap, with exactly so many bytes
     * @throws CompressionException if that is not what the bytes hold; nothing is left allocated and nothing read then
     */
    public final ByteBuf decompress(ByteBuf in, long length, int limit, ByteBufAllocator allocator) {
        check(in, length, limit);
        Unpacked out = new Unpacked((int) length, in.readableBytes(), allocator);
        try {
            unpack(in.slice(), out);
            ByteBuf unpacked = out.finish();
            in.skipBytes(in.readableBytes());
            return unpacked;
        } catch (RuntimeException | Error e) {
            out.release();
            throw e;
        }
    }

    private void check(ByteBuf in, long length, int limit) {
        if (length > limit) {
            throw new CompressionException(length + " bytes are announced, more than the limit of " + limit, -1);
        }
        if (length > (long) mostOfOneByte * in.readableBytes()) {
            throw new CompressionException(
                    length + " bytes are announced, more than " + in.readableBytes() + " bytes can stand for", -1);
        }
    }

    /** Unpacks a slice that begins at index 0, and is not used any more. */
    abstract void unpack(ByteBuf in, Unpacked out);
}
