package io.ergo.network.hostile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.ergo.Compression;
import io.ergo.network.compression.Compressor;
import io.ergo.network.dialect.NetworkTypes;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.enp.CheckedBuffers;
import io.ergo.network.enp.Frame;
import io.ergo.network.enp.FrameDecoder;
import io.ergo.network.enp.FrameLimits;
import io.ergo.network.enp.MessageAny;
import io.ergo.network.enp.MessageZ;
import io.ergo.network.enp.request.AnyPayload;
import io.ergo.network.framework.Release;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Frames by themselves, unpacked and with their values, and as the decoder of a link finds them. */
final class FrameFormats {

    private static final int MOST_UNPACKED = 2 * 1024 * 1024;
    private static final FrameLimits LIMITS = FrameLimits.defaults().withUnpacked(MOST_UNPACKED)
            .withLz4(true);
    private static final int HEADER = 8;
    private static final int TYPE_AT = 7;
    private static final int MESSAGE_ANY = 199;
    private static final int MESSAGE_Z = 200;
    private static final int TYPES = 256;
    private static final long[] LENGTHS = {0, 7, 0x7fff_ffffL, 0xffff_ffffL};

    private static final Recordings FILE = Recordings.of("enp");
    /** In the heap, so that the thread's own count of allocated bytes has all of them. */
    private static final CheckedBuffers BUFFERS = new CheckedBuffers(CheckedBuffers.Kind.HEAP);
    private static final EdfRegistry REGISTRY = new NetworkTypes(Release.V3_2, EdfLimits.defaults())
            .registry(Release.V3_2);

    private static final List<Compressor> COMPRESSORS = Stream
            .concat(Arrays.stream(Compression.Type.values()).map(Compressor::of), Stream.of(Compressor.lz4())).toList();

    private FrameFormats() {}

    static Stream<Format> all() {
        Set<String> kinds = new HashSet<>();
        return Stream.of(
                new Format("frames", MOST_UNPACKED,
                        Stream.concat(FILE.entries("frames").map(each -> sample(each, frames(tables(each)))),
                                Stream.of(byLz4())).toList(),
                        announcing(frames(DecodeTables.none()))),
                new Format("frames of a link", 0,
                        FILE.entries("frames").filter(each -> kinds.add(each.get("message").asString()))
                                .map(each -> sample(each, FrameFormats::link)).toList(),
                        headers(FrameFormats::link)));
    }

    private static DecodeTables tables(JsonNode frame) {
        return Recordings.tables(FILE.root().get("caches").get(frame.get("direction").asString()));
    }

    private static Sample sample(JsonNode frame, Sample.Decoder decoder) {
        return new Sample(frame.get("seq").asInt() + " " + frame.get("message").asString(),
                Recordings.hex(frame, "hex"), decoder);
    }

    /** What no node in Go sends: a recorded frame, packed. */
    private static Sample byLz4() {
        JsonNode frame = FILE.entries("frames")
                .filter(each -> Recordings.hex(each, "hex")[TYPE_AT] != (byte) MESSAGE_Z).findFirst()
                .orElseThrow();
        byte[] bytes = Recordings.hex(frame, "hex");
        byte[] packed = CheckedBuffers.take(Compressor.lz4().compress(Unpooled.wrappedBuffer(bytes),
                Compression.Level.DEFAULT, BUFFERS.allocator()));
        return new Sample("by LZ4", packed(Compressor.lz4(), bytes.length, packed), frames(tables(frame)));
    }

    private static Sample.Decoder frames(DecodeTables tables) {
        EdfReader values = REGISTRY.reader(tables);
        return (bytes, length) -> {
            ByteBuf in = BUFFERS.allocator().buffer(Math.max(1, length)).writeBytes(bytes, 0, length);
            try {
                Frame frame = Frame.read(in, LIMITS);
                readAll(frame instanceof MessageZ packed ? packed.unpack(LIMITS, BUFFERS.allocator()) : frame, values,
                        tables);
                return true;
            } finally {
                in.release();
                BUFFERS.checkNothingIsLeft();
            }
        };
    }

    /** Reads the value as whoever takes the frame does, and writes the frame again. */
    private static void readAll(Frame frame, EdfReader values, DecodeTables tables) {
        try {
            if (frame instanceof MessageAny any) {
                AnyPayload.read(values, tables, any);
            } else if (frame.payload().isReadable()) {
                values.reset(frame.payload());
                values.getAny();
            }
        } finally {
            CheckedBuffers.take(frame.encode(BUFFERS.allocator()));
        }
    }

    /** Returns whether there was a frame in what came; what the next handler is told instead is thrown. */
    private static boolean link(byte[] bytes, int length) {
        FirstError errors = new FirstError();
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.config().setAllocator(BUFFERS.allocator());
        channel.pipeline().addLast(new FrameDecoder(LIMITS), errors);
        boolean frames = channel
                .writeInbound(BUFFERS.allocator().buffer(Math.max(1, length)).writeBytes(bytes, 0, length));
        channel.finishAndReleaseAll();
        BUFFERS.checkNothingIsLeft();
        errors.rethrow();
        return frames;
    }

    /** Keeps what went wrong first. */
    private static final class FirstError extends ChannelInboundHandlerAdapter {

        private @Nullable Throwable first;

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
            first = first == null ? error : first;
        }

        void rethrow() {
            switch (first) {
                case null -> {
                    // all went well
                }
                case RuntimeException e -> throw e;
                default -> throw new AssertionError(first);
            }
        }
    }

    private static List<Sample> announcing(Sample.Decoder decoder) {
        List<Sample> all = new ArrayList<>(headers(decoder));
        byte[] deep = EdfFormats.deep();
        byte[] any = frame(MESSAGE_ANY, deep);
        all.add(new Sample("100,000 levels", any, decoder));
        for (Compressor compressor : COMPRESSORS) {
            String type = compressor.getClass().getSimpleName();
            byte[] packed = CheckedBuffers.take(
                    compressor.compress(Unpooled.wrappedBuffer(any), Compression.Level.DEFAULT, BUFFERS.allocator()));
            all.add(new Sample("100,000 levels by " + type, packed(compressor, any.length, packed), decoder));
            for (long length : LENGTHS) {
                all.add(new Sample(length + " by " + type, packed(compressor, length, packed), decoder));
                all.add(new Sample("nothing but " + length + " by " + type, packed(compressor, length, new byte[0]),
                        decoder));
            }
        }
        return all;
    }

    private static List<Sample> headers(Sample.Decoder decoder) {
        List<Sample> all = new ArrayList<>();
        all.add(new Sample("4 GiB and nothing else", new byte[] {-1, -1, -1, -1}, decoder));
        all.add(new Sample("half of 4 GiB", new byte[] {78, 1, -1, -1}, decoder));
        for (int type = 0; type < TYPES; type++) {
            for (long length : LENGTHS) {
                byte[] header = frame(type, new byte[0]);
                ByteBuffer.wrap(header).putInt(2, (int) length);
                all.add(new Sample(length + " bytes of type " + type, header, decoder));
            }
        }
        return all;
    }

    private static byte[] packed(Compressor compressor, long length, byte[] packed) {
        return frame(MESSAGE_Z, ByteBuffer.allocate(5 + packed.length).put((byte) compressor.id()).putInt((int) length)
                .put(packed).array());
    }

    private static byte[] frame(int type, byte[] body) {
        return ByteBuffer.allocate(HEADER + body.length).put((byte) 78).put((byte) 1).putInt(HEADER + body.length)
                .put((byte) 0).put((byte) type).put(body).array();
    }
}
