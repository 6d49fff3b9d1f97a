package io.ergo.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.ApplicationState;
import io.ergo.Args;
import io.ergo.Node;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.SpawnOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications of recording members, and a record of their starts and ends. */
abstract class ApplicationFixture {

    static final Duration LONG = Duration.ofMinutes(10);

    final List<Reason> ends = new CopyOnWriteArrayList<>();
    final List<ApplicationMode> starts = new CopyOnWriteArrayList<>();

    final ApplicationSpec.Callbacks callbacks = new ApplicationSpec.Callbacks() {
        @Override
        public void started(Node node, ApplicationMode mode) {
            starts.add(mode);
        }

        @Override
        public void terminated(Node node, Reason reason) {
            ends.add(reason);
        }
    };

    /** How a member ends. */
    enum Cause {

        NORMAL(Reason.NORMAL),
        SHUTDOWN(Reason.SHUTDOWN),
        KILL(Reason.KILL),
        CUSTOM(Expect.CUSTOM);

        final Reason reason;

        Cause(Reason reason) {
            this.reason = reason;
        }

        void happenTo(Pid member, Node node) {
            if (this == KILL) {
                node.kill(member);
            } else {
                node.sendExit(member, reason).orThrow();
            }
        }
    }

    void awaitEnd(World world, Node node, Reason expected) {
        world.await("the application ends",
                () -> node.applicationInfo("app").orElseThrow().state() == ApplicationState.LOADED
                        && ends.size() == starts.size());
        assertThat(ends.getLast()).isEqualTo(expected);
    }

    Node loaded(World world, ApplicationMode mode, List<Probe> members) {
        Node node = world.node();
        node.loadApplication(spec("app", members.toArray(Probe[]::new)).withMode(mode));
        return node;
    }

    ApplicationSpec spec(String name, Probe... members) {
        ApplicationSpec.Member[] group = new ApplicationSpec.Member[members.length];
        for (int i = 0; i < members.length; i++) {
            group[i] = member("member" + i, members[i]);
        }
        return ApplicationSpec.of(name, group).withCallbacks(callbacks);
    }

    static ApplicationSpec.Member member(String name, Probe probe) {
        return new ApplicationSpec.Member(name, probe.factory(), SpawnOptions.defaults(), Args.none());
    }
}
