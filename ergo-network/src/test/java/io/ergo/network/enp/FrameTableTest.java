package io.ergo.network.enp;

import java.lang.invoke.MethodHandles;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A kind of frame is added by its record and its name in the family; what is missing is found when the family is first used. */
class FrameTableTest {

    sealed interface Sample permits Ping, Pong, Rest {}

    @FrameType(number = 1, fixed = 16)
    record Ping(long id) implements Sample {

        static Ping read(FrameHeader header, ByteBuf body) {
            return new Ping(body.readLong());
        }
    }

    @FrameType(number = 2, fixed = 8)
    record Pong(int order) implements Sample {

        static Pong read(FrameHeader header, ByteBuf body) {
            return new Pong(header.order());
        }
    }

    record Rest(int type) implements Sample {

        static Rest read(FrameHeader header, ByteBuf body) {
            return new Rest(header.type());
        }
    }

    @Test
    void family_ofItsOwn_isReadByTheNumbersOfItsRecords() {
        FrameTable<Sample> table = FrameTable.of(Sample.class, Rest.class, MethodHandles.lookup());

        assertThat(table.read(new FrameHeader(16, 0, 1), Unpooled.copyLong(17))).isEqualTo(new Ping(17));
        assertThat(table.read(new FrameHeader(8, 5, 2), Unpooled.EMPTY_BUFFER)).isEqualTo(new Pong(5));
        assertThat(table.read(new FrameHeader(8, 0, 3), Unpooled.EMPTY_BUFFER)).isEqualTo(new Rest(3));
        assertThat(table.number(Ping.class)).isEqualTo(1);
    }

    @Test
    void frame_belowTheFixedPart_isRefusedBeforeItIsRead() {
        FrameTable<Sample> table = FrameTable.of(Sample.class, Rest.class, MethodHandles.lookup());

        assertThatThrownBy(() -> table.read(new FrameHeader(12, 0, 1), Unpooled.copyInt(17)))
                .isInstanceOf(FrameException.class).hasMessageContaining("a Ping has 12 bytes but at least 16");
    }

    @Test
    void everyFrame_inTheTable_isReadByItsOwnNumber() {
        RandomFrames.kinds().filter(kind -> kind != UnknownFrame.class).forEach(kind -> {
            int number = kind.getAnnotation(FrameType.class).number();
            ByteBuf bytes = RandomFrames.smallest(kind).encode(UnpooledByteBufAllocator.DEFAULT);

            Frame frame = Frames.TABLE.read(new FrameHeader(bytes.readableBytes(), 0, number), bytes.skipBytes(8));

            assertThat(frame).isInstanceOf(kind);
            assertThat(frame.type()).isEqualTo(number);
            bytes.release();
        });
    }

    // ---- families with a mistake

    sealed interface WithoutNumber permits Unnumbered, Other1 {}

    record Unnumbered() implements WithoutNumber {}

    record Other1() implements WithoutNumber {

        static Other1 read(FrameHeader header, ByteBuf body) {
            return new Other1();
        }
    }

    sealed interface Twice permits First, Second, Other2 {}

    @FrameType(number = 7, fixed = 8)
    record First() implements Twice {

        static First read(FrameHeader header, ByteBuf body) {
            return new First();
        }
    }

    @FrameType(number = 7, fixed = 8)
    record Second() implements Twice {

        static Second read(FrameHeader header, ByteBuf body) {
            return new Second();
        }
    }

    record Other2() implements Twice {

        static Other2 read(FrameHeader header, ByteBuf body) {
            return new Other2();
        }
    }

    sealed interface Unreadable permits Mute, Other3 {}

    @FrameType(number = 7, fixed = 8)
    record Mute() implements Unreadable {}

    record Other3() implements Unreadable {

        static Other3 read(FrameHeader header, ByteBuf body) {
            return new Other3();
        }
    }

    sealed interface OutOfRange permits Large, Other4 {}

    @FrameType(number = 256, fixed = 8)
    record Large() implements OutOfRange {}

    record Other4() implements OutOfRange {

        static Other4 read(FrameHeader header, ByteBuf body) {
            return new Other4();
        }
    }

    sealed interface TooShort permits Stub, Other5 {}

    @FrameType(number = 7, fixed = 7)
    record Stub() implements TooShort {}

    record Other5() implements TooShort {

        static Other5 read(FrameHeader header, ByteBuf body) {
            return new Other5();
        }
    }

    @Test
    void record_thatDoesNotFit_failsTheTableWithItsName() {
        refused(WithoutNumber.class, Other1.class, "Unnumbered has no @FrameType");
        refused(Twice.class, Other2.class, "Second has the number 7 of First");
        refused(Unreadable.class, Other3.class, "Mute has no static method 'Mute read(FrameHeader, ByteBuf)'");
        refused(OutOfRange.class, Other4.class, "Large has the number 256 but must have 0 to 255");
        refused(TooShort.class, Other5.class, "Stub has a fixed part of 7 bytes but the header alone has 8");
    }

    private static <F> void refused(Class<F> family, Class<? extends F> unknown, String why) {
        assertThatThrownBy(() -> FrameTable.of(family, unknown, MethodHandles.lookup()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining(why);
    }
}
