package io.ergo.engine.application;

import java.util.function.Consumer;

import io.ergo.ApplicationMode;
import io.ergo.ApplicationSpec;
import io.ergo.Node;
import io.ergo.Reason;
import io.ergo.engine.process.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * What the callbacks of one run are told: its start, then its end. The start on the thread that started it, the end aside from all others, so
 * that a callback that hangs holds up nobody but those who choose to wait for it.
 *
 * <p>Any thread; guarded by itself, without the lock while a callback runs.
 */
final class Announcements {

    private final ApplicationSpec spec;
    private final Kernel kernel;
    private final Node node;
    private final Changes changes;
    private boolean startTold;
    /** The end came before the start was told. */
    private @Nullable Reason pendingEnd;
    private volatile @Nullable Thread teller;
    private volatile boolean done;

    Announcements(ApplicationSpec spec, Kernel kernel, Node node, Changes changes) {
        this.spec = spec;
        this.kernel = kernel;
        this.node = node;
        this.changes = changes;
    }

    /** All members run. */
    void start(ApplicationMode mode) {
        tell("start", callbacks -> callbacks.started(node, mode));
        Reason end;
        synchronized (this) {
            startTold = true;
            end = pendingEnd;
        }
        if (end != null) {
            tellEnd(end);
        }
    }

    /** The last member is gone. */
    void end(Reason why) {
        synchronized (this) {
            if (!startTold) {
                pendingEnd = why;
                return;
            }
        }
        tellEnd(why);
    }

    /** It ended before all members ran: there was no start, so there is no end. */
    void nothing() {
        done = true;
        changes.announce();
    }

    private void tellEnd(Reason why) {
        if (ApplicationSpec.Callbacks.NONE.equals(spec.callbacks())) {
            nothing();
            return;
        }
        kernel.dispatcher().aside("ergo-application-end " + spec.name(), () -> {
            tell("end", callbacks -> callbacks.terminated(node, why));
            nothing();
        });
    }

    private void tell(String what, Consumer<ApplicationSpec.Callbacks> callback) {
        teller = Thread.currentThread();
        try {
            callback.accept(spec.callbacks());
        } catch (Throwable thrown) { // the user's code; whatever it throws, the application goes on or ends as it would have
            kernel.report("application '" + spec.name() + "': the callback for its " + what + " threw", thrown);
            kernel.escaped(thrown);
        } finally {
            teller = null;
        }
    }

    /** Waits until all is told. A callback does not wait for itself. Returns whether there is nothing left to wait for. */
    boolean awaitAll(long deadline) {
        return teller == Thread.currentThread() || changes.await(() -> done, deadline);
    }
}
