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
        Relations<String> subscriptions = new Relations<>();
        List<Pid> expected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            assertThat(subscriptions.subscribe(link(i))).isTrue();
            assertThat(subscriptions.subscribe(link(i))).as("a second one of the same address").isFalse();
            expected.add(new Pid("a@localhost", i, 1));
        }
        assertThat(subscriptions.addresses(Kind.LINK)).isEqualTo(expected);
        assertThat(subscriptions.addresses(Kind.MONITOR)).isEmpty();

        assertThat(subscriptions.unsubscribe(Kind.LINK, expected.getFirst())).isNotNull();
        assertThat(subscriptions.unsubscribe(Kind.LINK, expected.getFirst())).isNull();
        assertThat(subscriptions.unsubscribeAll()).hasSize(count - 1);
        assertThat(subscriptions.addresses(Kind.LINK)).isEmpty();
    }

    @Test
    void subscriptions_linkAndMonitorOnOneTarget_standSideBySide() {
        Relations<String> subscriptions = new Relations<>();
        Pid target = new Pid("a@localhost", 7, 1);

        assertThat(subscriptions.subscribe(new Relation<>("c", "t", target, Kind.LINK))).isTrue();
        assertThat(subscriptions.subscribe(new Relation<>("c", "t", target, Kind.MONITOR))).isTrue();

        assertThat(subscriptions.unsubscribe(Kind.LINK, target)).isNotNull();
        assertThat(subscriptions.addresses(Kind.MONITOR)).containsExactly(target);
    }

    @Test
    void watchers_removeFor_takesOnlyThoseThatNameTheAddress() {
        Relations<String> watchers = new Relations<>();
        ProcessId name = new ProcessId("n", "a@localhost");
        watchers.watch(link(1));
        watchers.watch(new Relation<>("c", "t", name, Kind.MONITOR));
        watchers.watch(link(2));

        assertThat(watchers.unwatchAll(name)).singleElement().satisfies(r -> assertThat(r.address()).isEqualTo(name));
        assertThat(watchers.watchers()).hasSize(2);
        assertThat(watchers.closeWatchers()).extracting(Relation::address)
                .containsExactly(link(1).address(), link(2).address());
        assertThat(watchers.watchers()).isEmpty();
    }

    @Test
    void watchers_closed_refusesAndReturnsAllInOrder() {
        Relations<String> watchers = new Relations<>();
        Relation<String> first = link(1);
        Relation<String> second = link(2);
        watchers.watch(first);
        watchers.watch(second);

        assertThat(watchers.closeWatchers()).containsExactly(first, second);
        assertThat(watchers.watch(link(3))).isFalse();
        assertThat(watchers.closeWatchers()).isEmpty();
    }

    /** A consumer that unlinks and a target that ends race for the same relation: exactly one of them gets it. */
    @Test
    void remove_byConsumerAndByEnd_onlyOneWins() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 2_000; round++) {
                Relations<String> subscriptions = new Relations<>();
                Relation<String> relation = link(round);
                subscriptions.subscribe(relation);
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Boolean> consumer = threads.submit(() -> {
                    together.await();
                    return subscriptions.unsubscribe(Kind.LINK, relation.address()) != null;
                });
                Future<Boolean> end = threads.submit(() -> {
                    together.await();
                    return subscriptions.unsubscribe(relation);
                });
                assertThat(consumer.get() ^ end.get()).as("round %d", round).isTrue();
            }
        }
    }
}
