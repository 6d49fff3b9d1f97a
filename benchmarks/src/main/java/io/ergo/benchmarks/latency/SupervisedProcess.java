package io.ergo.benchmarks.latency;

import java.util.List;
import java.util.stream.IntStream;

import io.ergo.Node;
import io.ergo.SupervisorType;
import io.ergo.actor.ChildSpec;
import io.ergo.actor.Supervisor;
import io.ergo.actor.SupervisorSpec;
import io.ergo.benchmarks.figure.Figure;
import io.ergo.benchmarks.figure.Heap;

/** The heap that a hundred supervisors with a thousand named children each use, for each child: specifications, names and links included. */
final class SupervisedProcess implements Check {

    private static final int SUPERVISORS = 100;
    private static final int CHILDREN = 1_000;

    @Override
    public List<Figure> measure(Node node) {
        supervise(node, "first", 1);
        long empty = Heap.usedBytes();
        long begin = System.nanoTime();
        for (int i = 0; i < SUPERVISORS; i++) {
            supervise(node, "sup" + i, CHILDREN);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        int all = SUPERVISORS * CHILDREN;
        return List
                .of(Figure.of("supervised-process", (double) (Heap.usedBytes() - empty) / all, "bytes", all, seconds));
    }

    private static void supervise(Node node, String name, int children) {
        List<ChildSpec> specs = IntStream.range(0, children).mapToObj(i -> ChildSpec.of(name + ".child" + i, Echo::new))
                .toList();
        node.spawn(() -> Supervisor.of(SupervisorSpec.of(SupervisorType.ONE_FOR_ONE).withChildren(specs)));
    }
}
