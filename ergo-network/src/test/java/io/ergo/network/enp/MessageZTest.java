package io.ergo.network.enp;

import io.ergo.Compression;
import io.ergo.network.Allocated;
import io.ergo.network.WireException;
import io.ergo.network.compression.CompressionException;
import io.ergo.network.compression.Compressor;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ParameterizedClass
@EnumSource(CheckedBuffers.Kind.class)
class MessageZTest {

    private static final Compressor GZIP = Compressor.of(Compression.Type.GZIP);
    private static final FrameLimits LIMITS = FrameLimits.defaults();

    private final CheckedBuffers buffers;

    MessageZTest(CheckedBuffers.Kind kind) {
        buffers = new CheckedBuffers(kind);
    }

    @AfterEach
    void nothingIsLeft() {
        buffers.checkNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(Compression.Type.class)
    void frame_packedSentAndUnpacked_isTheSame(Compression.Type type) {
        byte[] message = new byte[5000];
        MessageZ packed = pack(new MessageAny(17, buffers.of(message)), Compressor.of(type));

        assertThat(packed.order()).isEqualTo(17);
        assertThat(packed.length()).isEqualTo(5008);
        ByteBuf bytes = packed.encode(buffers.allocator());
        assertThat(bytes.readableBytes()).isLessThan(300);
        Frame read = ((MessageZ) Frame.read(bytes, LIMITS)).unpack(LIMITS, buffers.allocator());
        bytes.release();

        assertThat(read).isEqualTo(new MessageAny(17, Unpooled.wrappedBuffer(message)));
        read.release();
    }

    @Test
    void frame_packedByLz4_isUnpackedOnlyIfThatWasAgreedOn() {
        byte[] message = new byte[5000];

        Frame read = pack(new MessageAny(17, buffers.of(message)), Compressor.lz4()).unpack(LIMITS.withLz4(true),
                buffers.allocator());

        assertThat(read).isEqualTo(new MessageAny(17, Unpooled.wrappedBuffer(message)));
        read.release();
        refused(pack(new MessageAny(17, buffers.of(message)), Compressor.lz4()), LIMITS, "is not known");
        Frame gzip = pack(new MessageAny(17, buffers.of(message)), GZIP).unpack(LIMITS.withLz4(true),
                buffers.allocator());
        assertThat(gzip).isEqualTo(new MessageAny(17, Unpooled.wrappedBuffer(message)));
        gzip.release();
    }

    private MessageZ pack(Frame frame, Compressor compressor) {
        return MessageZ.pack(frame.encode(buffers.allocator()), compressor, Compression.Level.DEFAULT,
                buffers.allocator());
    }

    private MessageZ packBytes(byte[] inside) {
        return MessageZ.pack(buffers.of(inside), GZIP, Compression.Level.DEFAULT, buffers.allocator());
    }

    @Test
    void headerInside_exceptItsType_isIgnored() {
        Frame inside = packBytes(new byte[] {0, 9, 9, 9, 9, 9, 55, (byte) 199, 42}).unpack(LIMITS,
                buffers.allocator());

        assertThat(inside).isEqualTo(new MessageAny(55, Unpooled.wrappedBuffer(new byte[] {42})));
        inside.release();
    }

    @Test
    void orderInside_thatDiffers_isIgnored() {
        MessageZ packed = pack(new MessageAny(17, buffers.of(new byte[] {1})), GZIP);

        Frame inside = new MessageZ(3, packed.compression(), packed.length(), packed.payload()).unpack(LIMITS,
                buffers.allocator());

        assertThat(inside.order()).isEqualTo(3);
        inside.release();
    }

    @Test
    void frameInside_withoutAWholeHeader_isRefused() {
        refused(packBytes(new byte[] {78, 1, 0, 0, 0, 7, 0}), LIMITS, "the frame inside has 7 bytes");
    }

    @Test
    void frameInside_belowItsFixedPart_isRefused() {
        refused(packBytes(new byte[] {78, 1, 0, 0, 0, 9, 0, 101, 0}), LIMITS, "a MessagePid has 9 bytes");
    }

    @Test
    void compressedFrames_inEachOther_areUnpackedToTheLimit() {
        MessageZ two = pack(pack(new MessageAny(1, buffers.of(new byte[] {1})), GZIP), GZIP);
        Frame inside = two.unpack(LIMITS, buffers.allocator());
        assertThat(inside).isInstanceOf(MessageAny.class);
        inside.release();

        MessageZ three = pack(pack(pack(new MessageAny(1, buffers.of(new byte[] {1})), GZIP), GZIP), GZIP);
        refused(three, LIMITS, "more than 2 compressed frames lie in each other");
        refused(pack(new MessageAny(1, buffers.of(new byte[] {1})), GZIP), LIMITS.withNesting(0), "more than 0");
    }

    @Test
    void compressedFrames_inEachOther_shareTheLimitOfTheirBytes() {
        int inner = 5008;
        MessageZ any = twice();
        int together = inner + (int) any.length();
        any.release();

        refused(twice(), LIMITS.withUnpacked(together - 1), "5008 bytes are announced, more than the limit of 5007");
        twice().unpack(LIMITS.withUnpacked(together), buffers.allocator()).release();
    }

    private MessageZ twice() {
        return pack(pack(new MessageAny(1, buffers.of(new byte[5000])), GZIP), GZIP);
    }

    @Test
    void compression_unknown_isRefused() {
        refused(new MessageZ(0, 103, 9, buffers.of(new byte[] {1})), LIMITS, "the compression 103 is not known");
    }

    @Test
    void length_ofFourGiB_isRefusedWithoutAllocating() {
        assertThat(Allocated.by(() -> refused(new MessageZ(0, GZIP.id(), 0xffffffffL, buffers.of(new byte[] {31})),
                LIMITS, "4294967295 bytes are announced, more than the limit of 67108864")))
                .isLessThan(Allocated.MIB);
    }

    /** A bomb in a bomb: the second is never unpacked beyond what is left of the limit. */
    @Test
    void bomb_inABomb_allocatesNoMoreThanTheLimit() {
        MessageZ inner = bomb();

        refusedWithin4MiB(pack(inner, GZIP), "more than the limit of");
    }

    /** The second says that it is small, so it is really unpacked, up to what it says. */
    @Test
    void bomb_inABombThatLies_allocatesNoMoreThanTheLimit() {
        MessageZ inner = bomb();

        refusedWithin4MiB(pack(new MessageZ(1, inner.compression(), 3 * Allocated.MIB, inner.payload()), GZIP),
                "more bytes come than the 3145728 that were announced");
    }

    private MessageZ bomb() {
        return pack(new MessageAny(1, buffers.of(new byte[64 * Allocated.MIB])), GZIP);
    }

    private void refusedWithin4MiB(MessageZ bomb, String why) {
        int limit = 4 * Allocated.MIB;
        int size = bomb.payload().readableBytes();

        assertThat(Allocated.by(() -> refused(bomb, LIMITS.withUnpacked(limit), why)))
                .isLessThan((long) Allocated.PER_BYTE * size + Allocated.MIB + limit);
    }

    private void refused(MessageZ packed, FrameLimits limits, String why) {
        int count = packed.refCnt();
        assertThatThrownBy(() -> packed.unpack(limits, buffers.allocator())).isInstanceOf(WireException.class)
                .isInstanceOfAny(FrameException.class, CompressionException.class).hasMessageContaining(why);
        assertThat(packed.refCnt()).isEqualTo(count - 1);
    }
}
