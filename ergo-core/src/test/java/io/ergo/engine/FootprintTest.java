package io.ergo.engine;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.management.ObjectName;

import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.SupervisorType;
import io.ergo.actor.Actor;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What processes keep in memory, by the class histogram of the JVM: the live objects of all classes before and after. Exact to some bytes,
 * with the compact object headers that all tests run with.
 */
class FootprintTest {

    private static final int PROCESSES = 20_000;

    /** Has no field of its own. */
    private static final class Idle extends Actor {

        @Override
        protected void handleMessage(Pid from, Object message) {}
    }

    @Test
    void process_anonymousAndIdle_keepsAtMost400Bytes() throws Exception {
        assertThat(bytesForEach(node -> {
            for (int i = 0; i < PROCESSES; i++) {
                node.spawn(Idle::new);
            }
        })).isBetween(100L, 400L);
    }

    @Test
    void process_namedChildOfASupervisor_keepsAtMost700Bytes() throws Exception {
        assertThat(bytesForEach(node -> {
            for (int i = 0; i < PROCESSES / 1_000; i++) {
                supervise(node, "sup" + i, 1_000);
            }
        })).as("specification and name included").isBetween(200L, 700L);
    }

    private static void supervise(Node node, String name, int children) {
        List<ChildSpec> specs = IntStream.range(0, children).mapToObj(i -> ChildSpec.of(name + ".child" + i, Idle::new))
                .toList();
        node.spawn(() -> Supervisor.of(SupervisorSpec.of(SupervisorType.ONE_FOR_ONE).withChildren(specs)));
    }

    private static long bytesForEach(Consumer<Node> spawns) throws Exception {
        Node node = NodeBuilder.named("footprint@localhost").start();
        try {
            supervise(node, "first", 1); // classes and constants that are made once
            long before = liveBytes();
            spawns.accept(node);
            long after = liveBytes();
            assertThat(node.processes()).hasSizeGreaterThanOrEqualTo(PROCESSES);
            return (after - before) / PROCESSES;
        } finally {
            node.stopForce();
        }
    }

    /** The histogram collects garbage first. What the collector fills its gaps with is no object of ours. */
    private static long liveBytes() throws Exception {
        Object histogram = ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram", new Object[] {null},
                new String[] {String[].class.getName()});
        return histogram.toString().lines().map(line -> line.strip().split(" +"))
                .filter(cells -> cells.length >= 4 && cells[0].matches("\\d+:") && !cells[3].contains("Filler"))
                .mapToLong(cells -> Long.parseLong(cells[2])).sum();
    }
}
