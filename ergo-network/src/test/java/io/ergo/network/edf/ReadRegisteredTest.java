package io.ergo.network.edf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One value of a registered type from whoever it may be, and what announces a type. */
class ReadRegisteredTest {

    private static final String KNOCK = "830008" + "23742f4b6e6f636b" + "00000007";

    private final EdfRegistry registry = new EdfRegistry(EdfLimits.defaults());

    @EdfType("#t/Knock")
    record Knock(int number) {}

    @BeforeEach
    void register() {
        registry.register(Knock.class);
    }

    @Test
    void value_isReadAndThePositionStandsBehindIt() {
        ByteBuffer in = heap("aa" + KNOCK + "bb").position(1);

        assertThat(registry.readRegistered(in)).isEqualTo(new Knock(7));
        assertThat(in.get()).isEqualTo((byte) 0xbb);
        assertThat(in.hasRemaining()).isFalse();
    }

    @Test
    void buffer_ofAnyKind_isRead() {
        ByteBuffer heap = heap("aaaa" + KNOCK).position(2);
        ByteBuffer direct = ByteBuffer.allocateDirect(heap.capacity()).put(heap.duplicate()).flip();

        assertThat(registry.readRegistered(heap.slice())).isEqualTo(new Knock(7));
        assertThat(registry.readRegistered(heap.asReadOnlyBuffer())).isEqualTo(new Knock(7));
        assertThat(registry.readRegistered(heap.duplicate().order(ByteOrder.LITTLE_ENDIAN))).isEqualTo(new Knock(7));
        assertThat(registry.readRegistered(direct)).isEqualTo(new Knock(7));
        assertThat(direct.hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ff", "8d000161", "8200029d849d0000000083"})
    void anotherValue_isRefusedByItsFirstByte(String hex) {
        ByteBuffer in = heap(hex);

        assertThatThrownBy(() -> registry.readRegistered(in)).isInstanceOf(EdfException.class)
                .hasMessageStartingWith("a value of a registered type is expected");
        assertThat(in.position()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"83", "830003237421", "83100100000007", "830008" + "23742f4b6e6f636b" + "000000"})
    void valueThatIsNone_isRefusedAndThePositionStays(String hex) {
        ByteBuffer in = heap(hex);

        assertThatThrownBy(() -> registry.readRegistered(in)).isInstanceOf(EdfException.class);
        assertThat(in.position()).isZero();
    }

    @Test
    void value_longerThanTheLimit_isRefused() {
        EdfRegistry small = new EdfRegistry(EdfLimits.defaults().withTotal(8));

        assertThatThrownBy(() -> small.readRegistered(heap(KNOCK))).isInstanceOf(EdfException.class)
                .hasMessageContaining("more than the limit of 8");
    }

    @Test
    void type_isWrittenAsItStandsInFrontOfItsValues() {
        EdfWriter type = registry.writer(EncodeTables.none());
        EdfWriter value = registry.writer(EncodeTables.none());
        WireType registered = new WireType.Registered("#t/Knock");

        type.putType(registered);
        value.putMessage(new Knock(7));
        assertThat(value.toBytes()).startsWith(type.toBytes()).hasSize(type.size() + Integer.BYTES);

        type.reset();
        value.reset();
        type.putType(new WireType.Slice(registered));
        value.putMessage(EdfList.slice(registered, List.of()));
        assertThat(value.toBytes()).startsWith(type.toBytes()).hasSize(type.size() + Byte.BYTES + Integer.BYTES);

        type.reset();
        type.putType(Scalar.STRING);
        assertThat(type.toBytes()).containsExactly(0x8d);
    }

    private static ByteBuffer heap(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}
