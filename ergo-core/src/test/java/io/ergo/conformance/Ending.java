package io.ergo.conformance;

import io.ergo.Node;
import io.ergo.Reason;

import static org.assertj.core.api.Assertions.assertThat;

/** The ways in which a watched process can be made to end. */
enum Ending {

    KILL(Reason.KILL),
    CUSTOM(Expect.CUSTOM),
    SHUTDOWN(Reason.SHUTDOWN),
    PANIC(Reason.PANIC);

    private final Reason told;

    Ending(Reason told) {
        this.told = told;
    }

    /** Returns the reason that watchers are told. */
    Reason told() {
        return told;
    }

    /** Makes the process end this way. */
    void happenTo(Probe probe, Node node) {
        switch (this) {
            case KILL -> node.kill(probe.pid());
            case CUSTOM, SHUTDOWN -> node.sendExit(probe.pid(), told).orThrow();
            case PANIC -> node.send(probe.pid(), new IllegalStateException("on purpose")).orThrow();
        }
    }

    /** The terminate callback got the full reason, and the process is unknown. */
    void assertSeenBy(Probe probe, Node node) {
        Reason full = probe.awaitEnd();
        switch (this) {
            case KILL -> assertThat(full).isEqualTo(Reason.KILL);
            case CUSTOM, SHUTDOWN -> Expect.wrapped(node.pid(), told, full);
            case PANIC -> assertThat(full.exception()).get().hasToString("java.lang.IllegalStateException: on purpose");
        }
        assertThat(full.outside()).isEqualTo(told);
        assertThat(node.processInfo(probe.pid())).isEmpty();
    }
}
