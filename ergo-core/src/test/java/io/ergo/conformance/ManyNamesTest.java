package io.ergo.conformance;

import java.util.ArrayList;
import java.util.List;

import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** A million names, one after the other and many at once. */
class ManyNamesTest {

    private static final int MILLION = 1_000_000;
    private static final int AT_ONCE = 10_000;

    @BothDispatchers
    void aMillionNames_takenAndGivenBack_noneStays(World world) {
        Node node = world.node();
        Probe probe = world.spawn();

        int taken = probe.in(self -> {
            int count = 0;
            for (int i = 0; i < MILLION; i++) {
                self.registerName("name " + i);
                self.unregisterName();
                count++;
            }
            return count;
        });

        assertThat(taken).isEqualTo(MILLION);
        assertThat(node.info().registeredNames()).isZero();
        assertThat(node.pidOf("name 0")).isEmpty();
        assertThat(node.pidOf("name " + (MILLION - 1))).isEmpty();
    }

    @BothDispatchers
    void manyNamesAtOnce_eachLeadsToItsOwner_andIsFreeAfterItsEnd(World world) {
        Node node = world.node();
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            probes.add(world.spawn(SpawnOptions.named("name " + i)));
        }

        assertThat(node.info().registeredNames()).isEqualTo(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(node.pidOf("name " + i)).contains(probes.get(i).pid());
        }
        for (int i = 0; i < AT_ONCE; i += 2) {
            node.unregisterName("name " + i);
        }
        probes.forEach(probe -> node.sendExit(probe.pid(), Reason.SHUTDOWN).orThrow());

        world.await("all are gone", () -> node.info().processesTotal() == 0);
        assertThat(node.info().registeredNames()).isZero();
    }
}
