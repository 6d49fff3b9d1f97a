package io.ergo.interop.peer;

import io.ergo.Calling;
import io.ergo.Environment;
import io.ergo.Node;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Sending;
import io.ergo.Spawning;
import io.ergo.Stop;
import io.ergo.interop.value.PeerException;
import org.jspecify.annotations.Nullable;

/** Where commands run: at the node, or in one callback of a process, which they can end. */
final class Scope {

    /** What a callback throws that was told to. */
    static final class Panic extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Panic(String text) {
            super(text);
        }
    }

    private final Peer peer;
    private final @Nullable Host host;
    private @Nullable Reason end;
    private @Nullable String panic;

    private Scope(Peer peer, @Nullable Host host) {
        this.peer = peer;
        this.host = host;
    }

    static Scope atNode(Peer peer) {
        return new Scope(peer, null);
    }

    static Scope in(Peer peer, Host host) {
        return new Scope(peer, host);
    }

    static PeerException notHere() {
        return new PeerException("not possible here");
    }

    Peer peer() {
        return peer;
    }

    Node node() {
        return peer.node();
    }

    boolean isInProcess() {
        return host != null;
    }

    Host host() {
        if (host == null) {
            throw notHere();
        }
        return host;
    }

    ProcessContext process() {
        return host().context();
    }

    /** Returns the name under which observations of this place are printed. */
    String label() {
        return host == null ? "node" : host.script().label();
    }

    Sending sending() {
        return host == null ? node() : host.context();
    }

    Calling calling() {
        return host == null ? node() : host.context();
    }

    Spawning spawning() {
        return host == null ? node() : host.context();
    }

    Environment environment() {
        return host == null ? node() : host.context();
    }

    /** Lets the callback end the process; no reason lets it go on. */
    void endWith(@Nullable Reason reason) {
        end = reason;
    }

    void panicWith(String text) {
        panic = text;
    }

    @Nullable Reason end() {
        return end;
    }

    /** Ends the callback as it was told to. */
    void leave() {
        if (panic != null) {
            throw new Panic(panic);
        }
        if (end != null) {
            throw new Stop(end);
        }
    }
}
