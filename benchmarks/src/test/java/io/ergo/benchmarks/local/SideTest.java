package io.ergo.benchmarks.local;

import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SideTest {

    @ParameterizedTest
    @ValueSource(strings = {"ergo", "pekko"})
    void oneWay_severalPairs_allMessagesArrive(String side) throws InterruptedException {
        assertEnds(side, each -> each.oneWay(3, 1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ergo", "pekko"})
    void pingPong_severalPairs_allExchangesDone(String side) throws InterruptedException {
        assertEnds(side, each -> each.pingPong(3, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ergo", "pekko"})
    void call_manyInTurn_allAnswered(String side) throws InterruptedException {
        assertEnds(side, each -> each.call(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ergo", "pekko"})
    void spawn_many_allEnd(String side) throws InterruptedException {
        assertEnds(side, each -> each.spawn(100));
    }

    private static void assertEnds(String name, Function<Side, Round> preparation) throws InterruptedException {
        try (Side side = LocalMain.side(name); Round round = preparation.apply(side)) {
            round.run();
            assertThat(round.done().getCount()).isZero();
        }
    }
}
