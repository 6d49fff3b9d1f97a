package io.ergo.engine.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.engine.relation.Relation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RelationListsTest {

    private static Relation<String> link(long id) {
        return new Relation<>("consumer", "target", new Pid("a@localhost", id, 1), Kind.LINK);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 100})
    void subscriptions_anyNumber_findsEachOnceAndKeepsOrder(int count) {
        Subscriptions<String> subscriptions = new Subscriptions<>();
        List<Pid> expected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            assertThat(subscriptions.add(link(i))).isTrue();
            assertThat(subscriptions.add(link(i))).as("a second one of the same address").isFalse();
            expected.add(new Pid("a@localhost", i, 1));
        }
        assertThat(subscriptions.addresses(Kind.LINK)).isEqualTo(expected);
        assertThat(subscriptions.addresses(Kind.MONITOR)).isEmpty();

        assertThat(subscriptions.remove(Kind.LINK, expected.getFirst())).isNotNull();
        assertThat(subscriptions.remove(Kind.LINK, expected.getFirst())).isNull();
        assertThat(subscriptions.removeAll()).hasSize(count - 1);
        assertThat(subscriptions.addresses(Kind.LINK)).isEmpty();
    }

    @Test
    void subscriptions_linkAndMonitorOnOneTarget_standSideBySide() {
        Subscriptions<String> subscriptions = new Subscriptions<>();
        Pid target = new Pid("a@localhost", 7, 1);

        assertThat(subscriptions.add(new Relation<>("c", "t", target, Kind.LINK))).isTrue();
        assertThat(subscriptions.add(new Relation<>("c", "t", target, Kind.MONITOR))).isTrue();

        assertThat(subscriptions.remove(Kind.LINK, target)).isNotNull();
        assertThat(subscriptions.addresses(Kind.MONITOR)).containsExactly(target);
    }

    @Test
    void watchers_removeFor_takesOnlyThoseThatNameTheAddress() {
        Watchers<String> watchers = new Watchers<>();
        ProcessId name = new ProcessId("n", "a@localhost");
        watchers.add(link(1));
        watchers.add(new Relation<>("c", "t", name, Kind.MONITOR));
        watchers.add(link(2));

        assertThat(watchers.removeFor(name)).singleElement().satisfies(r -> assertThat(r.address()).isEqualTo(name));
        assertThat(watchers.size()).isEqualTo(2);
    }

    @Test
    void watchers_closed_refusesAndReturnsAllInOrder() {
        Watchers<String> watchers = new Watchers<>();
        Relation<String> first = link(1);
        Relation<String> second = link(2);
        watchers.add(first);
        watchers.add(second);

        assertThat(watchers.close()).containsExactly(first, second);
        assertThat(watchers.add(link(3))).isFalse();
        assertThat(watchers.close()).isEmpty();
    }

    /** A consumer that unlinks and a target that ends race for the same relation: exactly one of them gets it. */
    @Test
    void remove_byConsumerAndByEnd_onlyOneWins() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 2_000; round++) {
                Subscriptions<String> subscriptions = new Subscriptions<>();
                Relation<String> relation = link(round);
                subscriptions.add(relation);
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Boolean> consumer = threads.submit(() -> {
                    together.await();
                    return subscriptions.remove(Kind.LINK, relation.address()) != null;
                });
                Future<Boolean> end = threads.submit(() -> {
                    together.await();
                    return subscriptions.remove(relation);
                });
                assertThat(consumer.get() ^ end.get()).as("round %d", round).isTrue();
            }
        }
    }
}
