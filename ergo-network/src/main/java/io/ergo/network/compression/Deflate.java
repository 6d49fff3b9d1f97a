package io.ergo.network.compression;

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import io.ergo.Compression;
import io.netty.buffer.ByteBuf;

/** The common part of zlib and gzip, on the JDK's own. */
final class Deflate {

    /** A match of 258 bytes takes two bits at least. */
    static final int MOST_OF_ONE_BYTE = 258 * 8 / 2;
    private static final int STEP = 512;

    private Deflate() {}

    static int level(Compression.Level level) {
        return switch (level) {
            case DEFAULT -> Deflater.DEFAULT_COMPRESSION;
            case BEST_SPEED -> Deflater.BEST_SPEED;
            case BEST_SIZE -> Deflater.BEST_COMPRESSION;
        };
    }

    /** Appends to a buffer that is in one piece, and ends the deflater, which holds memory outside the heap. */
    static void deflate(Deflater deflater, ByteBuf in, ByteBuf out) {
        try {
            deflater.setInput(in.nioBuffer());
            deflater.finish();
            while (!deflater.finished()) {
                out.ensureWritable(STEP);
                int made = deflater.deflate(out.nioBuffer(out.writerIndex(), out.writableBytes()));
                out.writerIndex(out.writerIndex() + made);
            }
            in.skipBytes(in.readableBytes());
        } finally {
            deflater.end();
        }
    }

    /** Reads to the end of the stream, not further, and ends the inflater. */
    static void inflate(Inflater inflater, ByteBuf in, Unpacked out) {
        try {
            inflater.setInput(in.nioBuffer());
            while (!inflater.finished()) {
                step(inflater, out);
            }
            in.skipBytes(Math.toIntExact(inflater.getBytesRead()));
        } catch (DataFormatException e) {
            throw new CompressionException("the stream is damaged: " + e.getMessage(), read(inflater), e);
        } finally {
            inflater.end();
        }
    }

    private static void step(Inflater inflater, Unpacked out) throws DataFormatException {
        int made = inflater.inflate(out.room());
        out.filled(made);
        if (made == 0 && !inflater.finished()) {
            String why = inflater.needsDictionary() ? "the stream asks for a dictionary" : "the stream ends too early";
            throw new CompressionException(why, read(inflater));
        }
    }

    private static int read(Inflater inflater) {
        return Math.toIntExact(inflater.getBytesRead());
    }
}
