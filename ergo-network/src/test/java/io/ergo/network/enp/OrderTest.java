package io.ergo.network.enp;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrderTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "254, 255", "255, 1", "256, 2", "1005, 241", "-1, 1", "-2, 255"})
    void number_ofAnId_isItsUnsignedRemainderAndOne(long id, int number) {
        assertThat(Order.between(id, 0)).isEqualTo(new Order(number, 1));
        assertThat(Order.between(0, id)).isEqualTo(new Order(1, number));
        assertThat(Order.ofLink(id)).isEqualTo(new Order(number, 0));
        assertThat(Order.ofLane(id)).isEqualTo(new Order(0, number));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 300})
    void numbers_above0_alwaysChooseTheSame(int choices) {
        IntStream.rangeClosed(1, 255).forEach(number -> assertThat(Order.choose(number, 5, choices))
                .isEqualTo(Order.choose(number, -9, choices)).isBetween(0, choices - 1));
    }

    @Test
    void number0_takesTurns() {
        assertThat(IntStream.range(0, 5).map(turn -> Order.choose(0, turn, 3))).containsExactly(0, 1, 2, 0, 1);
        assertThat(Order.choose(0, -1, 3)).isZero(); // 2³² − 1 is a multiple of 3
        assertThat(Order.choose(0, Integer.MIN_VALUE, 3)).isBetween(0, 2);
    }
}
