package io.ergo.network.enp;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.ergo.network.Allocated;
import io.ergo.network.enp.EnpVectors.Recorded;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ParameterizedClass
@EnumSource(CheckedBuffers.Kind.class)
class FrameDecoderTest {

    private static final byte[] BARE = {78, 1, 0, 0, 0, 8, 0, (byte) 208};

    private final CheckedBuffers buffers;
    /** What they take is counted by the thread. */
    private final CheckedBuffers heap = new CheckedBuffers(CheckedBuffers.Kind.HEAP);
    private final List<Throwable> errors = new ArrayList<>();

    FrameDecoderTest(CheckedBuffers.Kind kind) {
        buffers = new CheckedBuffers(kind);
    }

    @AfterEach
    void nothingIsLeft() {
        buffers.checkNothingIsLeft();
        heap.checkNothingIsLeft();
    }

    private EmbeddedChannel channel(FrameLimits limits) {
        return channel(limits, buffers);
    }

    private EmbeddedChannel channel(FrameLimits limits, CheckedBuffers from) {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.config().setAllocator(from.allocator());
        channel.pipeline().addLast(new FrameDecoder(limits), new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
                errors.add(error);
            }
        });
        return channel;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1000, 1_000_000})
    void recordedFrames_inPieces_areTheFrames(int most) {
        EmbeddedChannel channel = channel(FrameLimits.defaults());
        List<Recorded> recorded = EnpVectors.open().frames();
        ByteBuf all = Unpooled.buffer();
        recorded.forEach(each -> all.writeBytes(each.bytes()));

        while (all.isReadable()) {
            channel.writeInbound(buffers.of(ByteBufUtil.getBytes(all.readSlice(Math.min(most, all.readableBytes())))));
        }

        recorded.forEach(each -> assertThat(bytes(channel)).as(each.name()).isEqualTo(each.definedBytes()));
        assertThat(errors).isEmpty();
        assertThat(channel.finish()).isFalse();
    }

    @Test
    void randomFrames_inRandomPieces_areTheFrames(TestReporter reporter) {
        long seed = Long.getLong("ergo.enp.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        SplittableRandom random = new SplittableRandom(seed);
        RandomFrames frames = new RandomFrames(random, buffers.allocator());
        EmbeddedChannel channel = channel(FrameLimits.defaults());
        List<byte[]> sent = new ArrayList<>();
        ByteBuf all = Unpooled.buffer();
        for (int i = 0; i < 200; i++) {
            RandomFrames.kinds().forEach(kind -> {
                byte[] bytes = CheckedBuffers.take(frames.next(kind).encode(buffers.allocator()));
                sent.add(bytes);
                all.writeBytes(bytes);
            });
        }

        while (all.isReadable()) {
            int piece = Math.min(1 + random.nextInt(200), all.readableBytes());
            channel.writeInbound(buffers.of(ByteBufUtil.getBytes(all.readSlice(piece))));
        }

        sent.forEach(each -> assertThat(bytes(channel)).as("seed %s", seed).isEqualTo(each));
        assertThat(channel.finish()).isFalse();
    }

    private byte @Nullable [] bytes(EmbeddedChannel channel) {
        Frame frame = channel.readInbound();
        return frame == null ? null : CheckedBuffers.take(frame.encode(buffers.allocator()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 9000, Integer.MAX_VALUE, 0xffffffffL})
    void length_thatNoFrameMayHave_endsTheLinkWithoutAllocating(long length) {
        EmbeddedChannel channel = channel(FrameLimits.defaults().withFrame(8999), heap);
        byte[] header = BARE.clone();
        header[2] = (byte) (length >> 24);
        header[3] = (byte) (length >> 16);
        header[4] = (byte) (length >> 8);
        header[5] = (byte) length;

        assertThat(Allocated.by(() -> channel.writeInbound(heap.of(header)))).isLessThan(Allocated.MIB);

        assertLinkEnded(channel, Long.toString(length));
    }

    @Test
    void length_largeButAllowed_reservesNothing() {
        EmbeddedChannel channel = channel(FrameLimits.defaults().withFrame(1 << 30), heap);
        byte[] header = BARE.clone();
        header[2] = 0x3f;

        assertThat(Allocated.by(() -> channel.writeInbound(heap.of(header)))).isLessThan(Allocated.MIB);

        assertThat(channel.isOpen()).isTrue();
        assertThat(errors).isEmpty();
        channel.finishAndReleaseAll();
    }

    /** Twice its bytes where the size doubles; Netty's own way would take the sum of 4, 8, 12, … MiB. */
    @Test
    void largeFrame_inPieces_allocatesAFewTimesItsBytes() {
        int size = 32 * Allocated.MIB;
        int piece = Allocated.MIB / 2;
        EmbeddedChannel channel = channel(FrameLimits.defaults(), heap);
        ByteBuf frame = Unpooled.buffer(size, size).writeZero(size).setBytes(0, BARE).setInt(2, size);

        assertThat(Allocated.by(() -> {
            while (frame.isReadable()) {
                channel.writeInbound(frame.readRetainedSlice(piece));
            }
        })).isLessThan(4L * size);

        Frame read = channel.readInbound();
        assertThat(read.payload().readableBytes()).isEqualTo(size - FrameHeader.BYTES);
        read.release();
        channel.finishAndReleaseAll();
    }

    @Test
    void smallFrame_inALargeBuffer_doesNotKeepIt() {
        EmbeddedChannel channel = channel(FrameLimits.defaults());
        ByteBuf in = buffers.allocator().buffer(Allocated.MIB).writeBytes(BARE).setInt(2, 9).writeByte(42);

        channel.writeInbound(in);

        assertThat(in.refCnt()).isZero();
        Frame frame = channel.readInbound();
        assertThat(frame.payload().readByte()).isEqualTo((byte) 42);
        assertThat(frame.release()).isTrue();
        channel.finishAndReleaseAll();
    }

    @Test
    void largeFrame_inItsBuffer_isNotCopied() {
        EmbeddedChannel channel = channel(FrameLimits.defaults());
        ByteBuf in = buffers.allocator().buffer(1024).writeBytes(BARE).setInt(2, 500).writeZero(492);

        channel.writeInbound(in);

        assertThat(in.refCnt()).isEqualTo(1);
        Frame frame = channel.readInbound();
        frame.release();
        assertThat(in.refCnt()).isZero();
        channel.finishAndReleaseAll();
    }

    @Test
    void length_ofTheHeaderAlone_isAFrame() {
        EmbeddedChannel channel = channel(FrameLimits.defaults());

        channel.writeInbound(buffers.of(BARE));

        assertThat(channel.<Frame>readInbound()).isEqualTo(new UnknownFrame(0, 208, Unpooled.EMPTY_BUFFER));
        assertThat(channel.finish()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void magicOrVersion_wrong_endsTheLinkAndDropsWhatFollows(int position) {
        EmbeddedChannel channel = channel(FrameLimits.defaults());
        byte[] wrong = BARE.clone();
        wrong[position]++;

        channel.writeInbound(buffers.of(BARE), buffers.of(wrong), buffers.of(BARE));

        assertThat(channel.<Frame>readInbound()).isNotNull();
        assertLinkEnded(channel, "but must with 78, 1");
    }

    private void assertLinkEnded(EmbeddedChannel channel, String why) {
        assertThat(errors).singleElement().isInstanceOfSatisfying(FrameException.class, e -> {
            assertThat(e.endsLink()).isTrue();
            assertThat(e).hasMessageContaining(why);
        });
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.<Frame>readInbound()).isNull();
        channel.finishAndReleaseAll();
    }

    @Test
    void frameBelowItsFixedPart_amongOthers_isDroppedAlone() {
        EmbeddedChannel channel = channel(FrameLimits.defaults());
        byte[] cut = BARE.clone();
        cut[7] = 101;

        channel.writeInbound(Unpooled.wrappedBuffer(buffers.of(BARE), buffers.of(cut), buffers.of(BARE)));

        assertThat(channel.inboundMessages()).hasSize(2);
        assertThat(errors).singleElement()
                .isInstanceOfSatisfying(FrameException.class, e -> assertThat(e.endsLink()).isFalse());
        assertThat(channel.isOpen()).isTrue();
        channel.finishAndReleaseAll();
    }

    @Test
    void halfAFrame_whenTheLinkEnds_isReleased() {
        EmbeddedChannel channel = channel(FrameLimits.defaults());

        channel.writeInbound(buffers.of(new byte[] {78, 1, 0, 0, 0, 99, 0, 101, 1, 2, 3}));

        assertThat(channel.finish()).isFalse();
        assertThat(errors).isEmpty();
    }

    @Test
    void frames_thatNobodyTakes_areReleasedByThePipeline() {
        EmbeddedChannel channel = channel(FrameLimits.defaults());

        channel.writeInbound(buffers.of(new byte[] {78, 1, 0, 0, 0, 9, 0, (byte) 199, 1}));

        assertThat(channel.inboundMessages()).hasSize(1);
        channel.finishAndReleaseAll();
    }
}
