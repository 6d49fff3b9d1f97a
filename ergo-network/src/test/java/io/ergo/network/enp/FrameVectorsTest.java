package io.ergo.network.enp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.ergo.network.Damage;
import io.ergo.network.WireException;
import io.ergo.network.dialect.NetworkTypes;
import io.ergo.network.edf.EdfException;
import io.ergo.network.edf.EdfLimits;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.enp.EnpVectors.Recorded;
import io.ergo.network.framework.Release;
import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Frames recorded from the reference, read and written again, and damaged copies of them. */
class FrameVectorsTest {

    private static final EnpVectors FILE = EnpVectors.open();
    private static final FrameLimits LIMITS = FrameLimits.defaults();

    private final CheckedBuffers buffers = new CheckedBuffers();
    private final EdfReader values = new NetworkTypes(Release.V3_2, EdfLimits.defaults()).registry(Release.V3_2)
            .reader(FILE.tables("a->b"));

    @AfterEach
    void nothingIsLeft() {
        buffers.checkNothingIsLeft();
    }

    @TestFactory
    Stream<DynamicTest> frame_readAndWritten_hasTheRecordedBytes() {
        return tests(each -> {
            ByteBuf in = buffers.of(each.bytes());

            ByteBuf out = Frame.read(in, LIMITS).encode(buffers.allocator());

            assertThat(in.isReadable()).isFalse();
            in.release();
            assertThat(hex(CheckedBuffers.take(out))).isEqualTo(hex(each.definedBytes()));
        });
    }

    @TestFactory
    Stream<DynamicTest> compressedFrame_unpacked_isTheRecordedFrameInside() {
        return compressed().map(each -> DynamicTest.dynamicTest(each.name(), () -> {
            Frame frame = read(each.bytes());

            Frame inside = ((MessageZ) frame).unpack(LIMITS, buffers.allocator());

            Frame recorded = read(each.inside());
            assertThat(inside).isEqualTo(recorded).isNotInstanceOf(UnknownFrame.class);
            recorded.release();
            inside.release();
        }));
    }

    @Test
    void prefix_read_isRefused() {
        FILE.frames().forEach(each -> Damage.positions(each.bytes().length).forEach(end -> {
            ByteBuf in = buffers.of(Arrays.copyOf(each.bytes(), end));

            assertThatThrownBy(() -> Frame.read(in, LIMITS)).as("%s, %s bytes", each.name(), end)
                    .isInstanceOf(FrameException.class);
            in.release();
        }));
    }

    /** The frame is cut and its length says so. */
    @Test
    void frameCutShort_read_isReadOrRefusedAlone() {
        FILE.frames().forEach(each -> Damage.positions(each.bytes().length).filter(end -> end >= 8).forEach(end -> {
            byte[] cut = Arrays.copyOf(each.bytes(), end);
            ByteBuf in = buffers.of(cut);
            in.setInt(2, end);

            readDamaged(in);

            assertThat(in.isReadable()).isFalse();
            in.release();
        }));
    }

    private void readDamaged(ByteBuf in) {
        try {
            Frame frame = Frame.read(in, LIMITS);
            if (frame instanceof MessageZ packed) {
                frame = packed.unpack(LIMITS, buffers.allocator());
            }
            decodeDamaged(frame.payload());
            CheckedBuffers.take(frame.encode(buffers.allocator()));
        } catch (WireException e) {
            assertThat(e.what()).isNotEmpty();
        }
    }

    private void decodeDamaged(ByteBuf payload) {
        try {
            values.reset(payload);
            values.getAny();
        } catch (EdfException e) {
            assertThat(e.what()).isNotEmpty();
        }
    }

    private static Stream<Recorded> compressed() {
        List<Recorded> compressed = FILE.frames().stream().filter(each -> each.message().equals("MessageZ")).toList();
        assertThat(compressed).hasSize(6);
        return compressed.stream();
    }

    private Frame read(byte[] bytes) {
        ByteBuf in = buffers.of(bytes);
        try {
            return Frame.read(in, LIMITS);
        } finally {
            in.release();
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Stream<DynamicTest> tests(Consumer<Recorded> test) {
        List<Recorded> frames = FILE.frames();
        assertThat(frames).hasSize(164);
        return frames.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> test.accept(each)));
    }
}
