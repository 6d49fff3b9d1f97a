package io.ergo.network.compression;

import java.nio.ByteBuffer;
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

    /** Appends the parts and ends the deflater, which holds memory outside the heap. */
    static void deflate(Deflater deflater, ByteBuffer[] parts, ByteBuf out) {
        try {
            for (ByteBuffer part : parts) {
                deflater.setInput(part);
                while (!deflater.needsInput()) {
                    step(deflater, out);
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                step(deflater, out);
            }
        } finally {
            deflater.end();
        }
    }

    private static void step(Deflater deflater, ByteBuf out) {
        out.ensureWritable(STEP);
        int made = deflater.deflate(out.nioBuffer(out.writerIndex(), out.writableBytes()));
        out.writerIndex(out.writerIndex() + made);
    }

    /** Reads to the end of the stream, not further, and ends the inflater. */
    static void inflate(Inflater inflater, ByteBuf in, Unpacked out) {
        int begin = in.readerIndex();
        try {
            inflater.setInput(in.nioBuffer());
            while (!inflater.finished()) {
                step(inflater, begin, out);
            }
            in.skipBytes(Math.toIntExact(inflater.getBytesRead()));
        } catch (DataFormatException e) {
            throw new CompressionException("the stream is damaged: " + e.getMessage(), at(inflater, begin), e);
        } finally {
            inflater.end();
        }
    }

    private static void step(Inflater inflater, int begin, Unpacked out) throws DataFormatException {
        int made = inflater.inflate(out.room());
        out.filled(made);
        if (made == 0 && !inflater.finished()) {
            String why = inflater.needsDictionary() ? "the stream asks for a dictionary" : "the stream ends too early";
            throw new CompressionException(why, at(inflater, begin));
        }
    }

    private static int at(Inflater inflater, int begin) {
        return begin + Math.toIntExact(inflater.getBytesRead());
    }
}
