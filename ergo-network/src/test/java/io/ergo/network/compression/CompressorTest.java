package io.ergo.network.compression;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

import io.ergo.Compression;
import io.ergo.network.Allocated;
import io.ergo.network.enp.CheckedBuffers;
import io.ergo.network.enp.FrameLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code -Dergo.compression.seed=…} repeats a run. */
@ParameterizedClass
@EnumSource(CheckedBuffers.Kind.class)
class CompressorTest {

    private static final List<Compression.Level> LEVELS = List.of(Compression.Level.values());
    private static final int ROUND_TRIPS = 1000;
    private static final int GARBAGE = 10_000;

    /** What is taken at most by default, see {@link FrameLimits}. */
    private static final int DEFAULT_LIMIT = FrameLimits.defaults().unpacked();

    private final Packing packing;

    CompressorTest(CheckedBuffers.Kind kind) {
        packing = new Packing(kind);
    }

    @AfterEach
    void nothingIsLeft() {
        packing.checkNothingIsLeft();
    }

    static Stream<Compressor> all() {
        return Stream.of(Compressor.of(Compression.Type.LZW), Compressor.of(Compression.Type.ZLIB),
                Compressor.of(Compression.Type.GZIP), Compressor.lz4());
    }

    @ParameterizedTest
    @MethodSource("all")
    void bytes_compressedAndDecompressed_areTheSame(Compressor compressor, TestReporter reporter) {
        long seed = seed(reporter);
        Random random = new Random(seed);
        for (int i = 0; i < ROUND_TRIPS; i++) {
            byte[] input = input(random);
            Compression.Level level = LEVELS.get(random.nextInt(LEVELS.size()));

            byte[] stream = packing.compress(compressor, level, input);

            assertThat(packing.decompress(compressor, stream, input.length)).as("seed %s, case %s", seed, i)
                    .isEqualTo(input);
        }
    }

    private static long seed(TestReporter reporter) {
        long seed = Long.getLong("ergo.compression.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        return seed;
    }

    /** Of few different bytes or of many, mostly short; the long ones fill the table of LZW several times. */
    private static byte[] input(Random random) {
        int length = random.nextInt(random.nextInt(20) == 0 ? 40_000 : 400);
        int different = 1 + random.nextInt(256);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(different);
        }
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("all")
    void garbage_behindARightHeader_isTakenOrRefusedWithAReason(Compressor compressor, TestReporter reporter) {
        long seed = seed(reporter);
        Random random = new Random(seed);
        byte[] right = packing.compress(compressor, Compression.Level.DEFAULT, new byte[] {1, 2, 3});
        for (int i = 0; i < GARBAGE; i++) {
            byte[] garbage = new byte[random.nextInt(64)];
            random.nextBytes(garbage);
            System.arraycopy(right, 0, garbage, 0,
                    Math.min(garbage.length, Math.min(right.length, random.nextInt(12))));
            try {
                packing.decompress(compressor, garbage, random.nextInt(256));
            } catch (CompressionException e) {
                assertThat(e.what()).as("seed %s, case %s", seed, i).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void bytes_inSeveralPieces_areCompressedAsOne(Compressor compressor) {
        ByteBuf in = Unpooled.wrappedBuffer("the quick ".getBytes(StandardCharsets.US_ASCII), new byte[3000],
                "brown fox".getBytes(StandardCharsets.US_ASCII));
        byte[] input = ByteBufUtil.getBytes(in);

        byte[] stream = CheckedBuffers.take(compressor.compress(in, Compression.Level.DEFAULT, packing.allocator()));

        assertThat(in.isReadable()).isFalse();
        assertThat(packing.decompress(compressor, stream, input.length)).isEqualTo(input);
    }

    @ParameterizedTest
    @MethodSource("all")
    void bytes_compressedBehindOthers_areAppended(Compressor compressor) {
        ByteBuf out = packing.allocator().buffer().writeByte(42);

        compressor.pack(Unpooled.wrappedBuffer(new byte[500]), Compression.Level.DEFAULT, out);

        assertThat(out.readByte()).isEqualTo((byte) 42);
        assertThat(packing.decompress(compressor, CheckedBuffers.take(out), 500)).isEqualTo(new byte[500]);
    }

    @ParameterizedTest
    @MethodSource("all")
    void buffer_thatCannotGrow_isGivenBack(Compressor compressor) {
        byte[] input = new byte[5000];
        new Random(1).nextBytes(input);
        ByteBufAllocator tight = new TightAllocator(packing.allocator());
        byte[] stream = packing.compress(compressor, Compression.Level.BEST_SIZE, new byte[200_000]);

        assertThatThrownBy(() -> compressor.compress(Unpooled.wrappedBuffer(input), Compression.Level.DEFAULT, tight))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> compressor.decompress(Unpooled.wrappedBuffer(stream), 200_000, 200_000, tight))
                .isInstanceOf(RuntimeException.class);
    }

    /** Takes a second or so; if each byte cost more the more there are, it would take hours. */
    @ParameterizedTest
    @MethodSource("all")
    @Timeout(30)
    void bytes_upToTheDefaultLimit_takeALinearTime(Compressor compressor) {
        byte[] zeros = packing.compress(compressor, Compression.Level.DEFAULT, new byte[DEFAULT_LIMIT]);
        assertThat(packing.decompress(compressor, zeros, DEFAULT_LIMIT, DEFAULT_LIMIT)).hasSize(DEFAULT_LIMIT);

        byte[] input = new byte[DEFAULT_LIMIT / 8];
        new Random(1).nextBytes(input);
        byte[] stream = packing.compress(compressor, Compression.Level.DEFAULT, input);
        assertThat(packing.decompress(compressor, stream, input.length, DEFAULT_LIMIT)).isEqualTo(input);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noBytes_decompressed_areRefused(Compressor compressor) {
        assertThatThrownBy(() -> packing.decompress(compressor, new byte[0], 0))
                .isInstanceOf(CompressionException.class);
    }

    @ParameterizedTest
    @MethodSource("all")
    void length_announcedWrong_isRefused(Compressor compressor) {
        byte[] input = new byte[5000];
        byte[] stream = packing.compress(compressor, Compression.Level.DEFAULT, input);

        for (long length : new long[] {0, 1, 4999, 5001, 1L << 31, 0xffffffffL}) {
            assertThatThrownBy(() -> packing.decompress(compressor, stream, length)).as("%s", length)
                    .isInstanceOf(CompressionException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void limit_beyond_isRefusedAndAtIsTaken(Compressor compressor) {
        byte[] input = new byte[5000];
        byte[] stream = packing.compress(compressor, Compression.Level.DEFAULT, input);

        assertThat(packing.decompress(compressor, stream, 5000, 5000)).isEqualTo(input);
        assertThatThrownBy(() -> packing.decompress(compressor, stream, 5000, 4999))
                .isInstanceOf(CompressionException.class)
                .hasMessage("5000 bytes are announced, more than the limit of 4999");
    }

    @ParameterizedTest
    @EnumSource(Compression.Type.class)
    void id_onTheWire_findsTheCompressor(Compression.Type type) {
        Compressor compressor = Compressor.of(type);

        assertThat(Compressor.ofId(compressor.id())).isSameAs(compressor);
        assertThat(compressor.id()).isEqualTo(switch (type) {
            case LZW -> 100;
            case ZLIB -> 101;
            case GZIP -> 102;
        });
    }

    @Test
    void id_unknownOrNotAgreedOn_isRefused() {
        assertThatThrownBy(() -> Compressor.ofId(103)).isInstanceOf(CompressionException.class)
                .hasMessage("the compression 103 is not known");
        assertThatThrownBy(() -> Compressor.ofId(Compressor.lz4().id())).isInstanceOf(CompressionException.class);
    }

    @Test
    void gzip_withOptionalParts_isRead() throws IOException {
        byte[] plain = packing.compress(Compressor.of(Compression.Type.GZIP), Compression.Level.DEFAULT,
                new byte[] {1, 2, 3});
        byte[] options = {3, 0, 9, 9, 9, 'n', 0, 'c', 0};
        var stream = new ByteArrayOutputStream();
        stream.write(plain, 0, 3);
        stream.write(0x1c);
        stream.write(plain, 4, 6);
        stream.write(options);
        stream.write(plain, 10, plain.length - 10);

        assertThat(packing.decompress(Compressor.of(Compression.Type.GZIP), stream.toByteArray(), 3)).containsExactly(1,
                2, 3);
    }

    @Test
    void gzip_withTheSumOfItsHeader_isReadAndAWrongSumRefused() throws IOException {
        byte[] plain = packing.compress(Compressor.of(Compression.Type.GZIP), Compression.Level.DEFAULT,
                new byte[] {1, 2, 3});
        byte[] header = Arrays.copyOf(plain, 10);
        header[3] = 2;
        var sum = new CRC32();
        sum.update(header);
        byte[] stream = new byte[plain.length + 2];
        System.arraycopy(header, 0, stream, 0, 10);
        stream[10] = (byte) sum.getValue();
        stream[11] = (byte) (sum.getValue() >> 8);
        System.arraycopy(plain, 10, stream, 12, plain.length - 10);

        assertThat(packing.decompress(Compressor.of(Compression.Type.GZIP), stream, 3)).containsExactly(1, 2, 3);
        stream[11]++;
        assertThatThrownBy(() -> packing.decompress(Compressor.of(Compression.Type.GZIP), stream, 3))
                .isInstanceOf(CompressionException.class)
                .hasMessage("the sum of the header does not fit it at offset 12");
    }

    @Test
    void zlib_thatAsksForADictionary_isRefused() {
        var deflater = new Deflater();
        deflater.setDictionary(new byte[] {1, 2, 3});
        deflater.setInput(new byte[] {1, 2, 3, 1, 2, 3});
        deflater.finish();
        byte[] stream = new byte[100];
        byte[] whole = Arrays.copyOf(stream, deflater.deflate(stream));
        deflater.end();
        byte[] made = whole.clone();
        System.arraycopy(stream, 0, made, 0, made.length);

        assertThatThrownBy(() -> packing.decompress(Compressor.of(Compression.Type.ZLIB), made, 6))
                .isInstanceOf(CompressionException.class).hasMessageContaining("dictionary");
    }

    /** Go's readers understand what is written here, too: the JDK's do. */
    @Test
    void gzip_written_isReadByTheJdk() throws IOException {
        byte[] input = "the quick brown fox".repeat(100).getBytes(StandardCharsets.UTF_8);
        for (Compression.Level level : Compression.Level.values()) {
            byte[] stream = packing.compress(Compressor.of(Compression.Type.GZIP), level, input);

            try (var in = new GZIPInputStream(new ByteArrayInputStream(stream))) {
                assertThat(in.readAllBytes()).isEqualTo(input);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void bomb_decompressed_allocatesNoMoreThanItsSizeAndTheLimitAllow(Compressor compressor) {
        int limit = 1 << 22;
        byte[] stream = packing.compress(compressor, Compression.Level.BEST_SIZE, new byte[1 << 24]);
        packing.decompress(compressor, packing.compress(compressor, Compression.Level.DEFAULT, new byte[9]), 9); // loads classes

        Packing heap = new Packing(CheckedBuffers.Kind.HEAP); // what it takes is counted by the thread

        for (long length : new long[] {0, 1000, limit, limit + 1L, 1 << 24, 0xffffffffL}) {
            assertThat(Allocated.by(() -> assertThatThrownBy(() -> heap.decompress(compressor, stream, length, limit))
                    .as("%s", length).isInstanceOf(CompressionException.class))).as("%s", length)
                    .isLessThan((long) Allocated.PER_BYTE * stream.length + Allocated.MIB + limit);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void fewBytes_thatAnnounceFourGiB_allocateNothingMuch(Compressor compressor) {
        byte[] stream = packing.compress(compressor, Compression.Level.DEFAULT, new byte[] {1, 2, 3, 4});
        Packing heap = new Packing(CheckedBuffers.Kind.HEAP);

        assertThat(Allocated.by(() -> {
            assertThatThrownBy(() -> heap.decompress(compressor, stream, 0xffffffffL, Integer.MAX_VALUE))
                    .isInstanceOf(CompressionException.class);
            assertThatThrownBy(() -> heap.decompress(compressor, stream, Integer.MAX_VALUE, Integer.MAX_VALUE))
                    .isInstanceOf(CompressionException.class);
        })).isLessThan(Allocated.MIB);
    }
}
