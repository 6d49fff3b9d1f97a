package io.ergo.engine.relation;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import io.ergo.Address;
import io.ergo.Pid;
import io.ergo.ProcessId;
import io.ergo.engine.relation.Relation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RelationIndexTest {

    private static Relation<String> relation(Kind kind, Address address) {
        return new Relation<>("consumer", "target", address, kind);
    }

    private static Address address(int number) {
        return number % 3 == 0 ? new ProcessId("name" + number, "a@localhost") : new Pid("a@localhost", number, 1);
    }

    /** Beside a map of the JDK, with many removals, so that gaps are closed in all ways. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void index_addsAndRemovesAtRandom_findsWhatAMapFinds(long seed) {
        Random random = new Random(seed);
        RelationIndex<String> index = new RelationIndex<>();
        Map<Address, Relation<String>> links = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            Address address = address(random.nextInt(300));
            Relation<String> present = links.get(address);
            assertThat(index.find(Kind.LINK, address)).isSameAs(present);
            if (present != null) {
                index.remove(present);
                links.remove(address);
            } else {
                links.put(address, relation(Kind.LINK, address));
                index.add(links.get(address));
            }
        }
        links.forEach((address, link) -> assertThat(index.find(Kind.LINK, address)).isSameAs(link));
    }

    @Test
    void index_linkAndMonitorOnOneAddress_keptApart() {
        RelationIndex<String> index = new RelationIndex<>();
        Relation<String> link = relation(Kind.LINK, address(1));
        index.add(link);

        assertThat(index.find(Kind.MONITOR, address(1))).isNull();

        Relation<String> monitor = relation(Kind.MONITOR, address(1));
        index.add(monitor);
        index.remove(link);

        assertThat(index.find(Kind.LINK, address(1))).isNull();
        assertThat(index.find(Kind.MONITOR, address(1))).isSameAs(monitor);
    }
}
