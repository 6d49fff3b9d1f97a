package io.ergo.actor;

import java.util.List;
import java.util.stream.Stream;

import io.ergo.Args;
import io.ergo.actor.Child.Position;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChildOrderTest {

    private static Child at(Position position) {
        return new Child(Scenario.child("child"), position, Args.none(), 0);
    }

    @Test
    void order_bySpecificationThenBySerial_positionsComeBack() {
        List<Position> sorted = List.of(new Position(0, 0), new Position(0, 7), new Position(0, (1L << 42) - 1),
                new Position(1, 0), new Position(4_000_000, 5));

        assertThat(Stream.of(3, 1, 4, 0, 2).map(i -> at(sorted.get(i))).sorted(Child.ORDER).map(Child::position))
                .isEqualTo(sorted);
    }
}
