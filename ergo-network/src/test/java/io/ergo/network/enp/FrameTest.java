package io.ergo.network.enp;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import io.ergo.Priority;
import io.ergo.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FrameTest {

    private static final int ROUND_TRIPS = 150_000;
    private static final FrameLimits LIMITS = FrameLimits.defaults();

    private final CheckedBuffers buffers = new CheckedBuffers();

    @AfterEach
    void nothingIsLeft() {
        buffers.checkNothingIsLeft();
    }

    /** {@code -Dergo.enp.seed=…} repeats a run. */
    @Test
    void randomFrame_writtenAndRead_isTheSame(TestReporter reporter) {
        long seed = Long.getLong("ergo.enp.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        RandomFrames frames = new RandomFrames(new SplittableRandom(seed), buffers.allocator());
        List<Class<? extends Frame>> kinds = RandomFrames.kinds().toList();
        for (int i = 0; i < ROUND_TRIPS; i++) {
            Frame frame = frames.next(kinds.get(i % kinds.size()));
            ByteBuf bytes = frame.retain().encode(buffers.allocator());

            Frame read = Frame.read(bytes, LIMITS);

            assertThat(bytes.isReadable()).isFalse();
            bytes.release();
            assertThat(read).as("case %s of seed %s", i, seed).isEqualTo(frame);
            read.release();
            frame.release();
        }
    }

    static Stream<Class<? extends Frame>> kinds() {
        return RandomFrames.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void smallestFrame_written_hasTheFixedPartOfItsKind(Class<? extends Frame> kind) {
        byte[] bytes = CheckedBuffers.take(RandomFrames.smallest(kind).encode(buffers.allocator()));

        FrameType type = kind.getAnnotation(FrameType.class);
        assertThat(bytes).hasSize(type == null ? FrameHeader.BYTES : type.fixed());
    }

    @Test
    void payload_written_isNotCopied() {
        ByteBuf payload = buffers.of(new byte[] {1, 2, 3});

        CompositeByteBuf bytes = (CompositeByteBuf) new MessageAny(0, payload).encode(buffers.allocator());

        assertThat(bytes.component(1).unwrap()).isSameAs(payload);
        bytes.release();
        assertThat(payload.refCnt()).isZero();
    }

    @Test
    void payload_read_isASliceThatKeepsItsBuffer() {
        ByteBuf in = buffers.of(new byte[] {78, 1, 0, 0, 0, 9, 0, (byte) 199, 42});

        Frame frame = Frame.read(in, LIMITS);

        assertThat(in.refCnt()).isEqualTo(2);
        in.setByte(8, 43);
        assertThat(frame.payload().getByte(0)).isEqualTo((byte) 43);
        in.release();
        assertThat(frame.release()).isTrue();
    }

    @Test
    void payload_writtenBehindTheHead_isCountedInByTheEnd() {
        ByteBuf out = buffers.allocator().buffer();
        out.writeByte(0); // another frame before

        int begin = new MessageAny(7, Unpooled.EMPTY_BUFFER).begin(out);
        out.writeLong(17);
        Frame.end(out, begin);

        out.readByte();
        Frame frame = Frame.read(out, LIMITS);
        assertThat(frame.order()).isEqualTo(7);
        assertThat(frame.payload().readLong()).isEqualTo(17);
        frame.release();
        out.release();
    }

    /** A length of 0, which an unfinished head has, ends a Go node. */
    @Test
    void head_refusedOrAbandoned_leavesNothingInTheBuffer() {
        ByteBuf out = buffers.allocator().buffer();
        new MessageAny(7, Unpooled.EMPTY_BUFFER).begin(out);
        int before = out.writerIndex();

        assertThatThrownBy(() -> new MessageName(0, 1, PriorityByte.NORMAL, 0, "n".repeat(256), Unpooled.EMPTY_BUFFER)
                .begin(out)).isInstanceOf(FrameException.class);
        assertThat(out.writerIndex()).isEqualTo(before);
        int begin = new MessageExit(0, 1, 2, Unpooled.EMPTY_BUFFER).begin(out);
        out.writeByte(0x9c);
        Frame.abandon(out, begin);

        assertThat(out.writerIndex()).isEqualTo(before);
        out.release();
    }

    @Test
    void frame_thatNoBufferIsLeftFor_isReleased() {
        for (int left = 0; left < 2; left++) {
            Frame frame = new MessageAny(0, payload());
            ByteBufAllocator last = new FailingAllocator(buffers.allocator(), left);

            assertThatThrownBy(() -> frame.encode(last)).isInstanceOf(OutOfMemoryError.class);

            assertThat(frame.refCnt()).isZero();
        }
    }

    @Test
    void record_thatRefusesWhatWasRead_leavesNothing() {
        ByteBuf in = buffers.of(new byte[] {78, 1, 0, 0, 0, 12, 0, (byte) 182, 1, 0, 1, 2});

        assertThatThrownBy(() -> Frame.read(in, LIMITS)).isInstanceOf(FrameException.class)
                .hasMessageContaining("the name is empty");

        assertThat(in.refCnt()).isEqualTo(1);
        in.release();
    }

    @Test
    void responseWithoutAnError_readWithBytesBehindIt_hasNoPayload() {
        ByteBuf in = new MessageResponseError(0, 1, PriorityByte.NORMAL, 2, new IdWords(3, 0, 0), ErrorCode.DELIVERED,
                Unpooled.EMPTY_BUFFER).encode(buffers.allocator());
        in.writeByte(9).setInt(FrameHeader.LENGTH_AT, in.readableBytes());

        Frame frame = Frame.read(in, LIMITS);

        assertThat(frame.payload().isReadable()).isFalse();
        assertThat(in.isReadable()).isFalse();
        assertThat(in.release()).isTrue();
    }

    @Test
    void componentBeyondItsRange_written_isRefusedAndTheFrameReleased() {
        Stream.<Frame>of(new MessageAny(256, payload()), new MessageAny(-1, payload()),
                new TerminateNameCache(0, 65_536, payload()), new TerminateNameCache(0, -1, payload()),
                new TerminateName(0, "n".repeat(256), payload()), new TerminateName(0, "€".repeat(86), payload()),
                new TerminateName(0, "", payload()), new UnknownFrame(0, 300, payload()),
                new UnknownFrame(0, -1, payload()), new UnknownFrame(0, 101, payload()),
                new MessageResponseError(0, 1, PriorityByte.NORMAL, 2, new IdWords(3, 4, 5), ErrorCode.DELIVERED,
                        payload()),
                new TerminateName(0, "half \ud834 pair", payload()), new MessageZ(0, 256, 9, payload()),
                new MessageZ(0, 100, 1L << 32, payload())).forEach(frame -> {
                    assertThatThrownBy(() -> frame.encode(buffers.allocator())).as("%s", frame)
                            .isInstanceOf(FrameException.class);
                    assertThat(frame.refCnt()).isZero();
                });
    }

    private ByteBuf payload() {
        return buffers.of(new byte[] {1});
    }

    @Test
    void longestName_writtenAndRead_isTheSame() {
        String name = "€".repeat(85);
        ByteBuf bytes = new TerminateName(0, name, Unpooled.EMPTY_BUFFER).encode(buffers.allocator());

        assertThat(((TerminateName) Frame.read(bytes, LIMITS)).target()).isEqualTo(name);
        bytes.release();
    }

    @Test
    void name_beyondTheFrameOrNotUtf8_isRefusedAlone() {
        refusedAlone(new byte[] {78, 1, 0, 0, 0, 11, 0, (byte) 182, 1, 2, 'a'}, "the name has 2 bytes, 1 are left");
        refusedAlone(new byte[] {78, 1, 0, 0, 0, 12, 0, (byte) 182, 1, 2, (byte) 0xc3, 'a'}, "not UTF-8");
    }

    @Test
    void errorCode_unknown_isRefusedAlone() {
        byte[] bytes = new byte[50];
        bytes[0] = 78;
        bytes[1] = 1;
        bytes[5] = 50;
        bytes[7] = (byte) 130;
        bytes[49] = 4;

        refusedAlone(bytes, "the error code 4 is not known");
    }

    @Test
    void frameBelowItsFixedPart_read_isRefusedAlone() {
        refusedAlone(new byte[] {78, 1, 0, 0, 0, 9, 0, 101, 0}, "a MessagePid has 9 bytes but at least 33");
    }

    private void refusedAlone(byte[] bytes, String why) {
        ByteBuf in = buffers.of(bytes).writeByte(0);

        assertThatThrownBy(() -> Frame.read(in, LIMITS)).isInstanceOfSatisfying(FrameException.class,
                e -> assertThat(e.endsLink()).isFalse()).hasMessageContaining(why);

        assertThat(in.readableBytes()).isEqualTo(1);
        in.release();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x03, 0x7c, 0x7f})
    void priorityByte_withOddBits_isNormal(int bits) {
        assertThat(priority(bits)).isEqualTo(PriorityByte.NORMAL);
    }

    @Test
    void priorityByte_withPriorityAndFlag_hasBoth() {
        assertThat(priority(0x01)).isEqualTo(new PriorityByte(Priority.HIGH, false));
        assertThat(priority(0x82)).isEqualTo(new PriorityByte(Priority.MAX, true));
        assertThat(priority(0xff)).isEqualTo(new PriorityByte(Priority.NORMAL, true));
    }

    private static PriorityByte priority(int bits) {
        return PriorityByte.read(Unpooled.wrappedBuffer(new byte[] {(byte) bits}));
    }

    @Test
    void messageId_withoutTheFlag_isZero() {
        assertThat(new MessagePid(0, 1, PriorityByte.NORMAL, 99, 2, Unpooled.EMPTY_BUFFER).messageId()).isZero();
        assertThat(new MessagePid(0, 1, new PriorityByte(Priority.NORMAL, true), 99, 2, Unpooled.EMPTY_BUFFER)
                .messageId()).isEqualTo(99);
    }

    @Test
    void errorCode_ofAReason_standsForIt() {
        assertThat(ErrorCode.of(Reason.PROCESS_MAILBOX_FULL)).isEqualTo(ErrorCode.PROCESS_MAILBOX_FULL);
        assertThat(ErrorCode.of(Reason.TIMEOUT)).isEqualTo(ErrorCode.OTHER);
        assertThat(ErrorCode.PROCESS_TERMINATED.reason()).contains(Reason.PROCESS_TERMINATED);
        assertThat(ErrorCode.DELIVERED.reason()).isEmpty();
    }
}
