package io.ergo.engine.dispatch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.ergo.spi.Dispatcher.Task;
import org.jspecify.annotations.Nullable;

/**
 * The task that a {@link Worker} made ready last: it takes it itself, while the message is in its cache.
 *
 * <p>One thread at a time puts a task there, and only where there is none: the worker's own, or whoever gives it a slot before it is called.
 * So a release store is enough, and nothing that was put there is ever overwritten. Any thread may take it, by a volatile swap, so exactly
 * one does; the swap acquires what the store released. Who reads {@code null} too late uses a queue instead, which does no harm.
 *
 * <p>It belongs to the worker and not to its slot for just that reason: a slot that is taken away from a running worker has two holders for
 * a moment, and a cell with two that put needs a compare-and-set for each activation.
 */
@SuppressWarnings("unused") // through its handle
abstract class NextTask extends Padding {
    private static final VarHandle NEXT = Fields.of(MethodHandles.lookup(), NextTask.class, "next", Task.class);
    private @Nullable Task next;

    /** Its thread, or whoever is about to call it. Returns false if there is one already. */
    final boolean offerNext(Task task) {
        if ((Task) NEXT.getOpaque(this) != null) {
            return false;
        }
        NEXT.setRelease(this, task);
        return true;
    }

    /** Any thread. */
    final @Nullable Task pollNext() {
        return (Task) NEXT.getOpaque(this) == null ? null : (Task) NEXT.getAndSet(this, null);
    }

    /** Any thread; a hint. */
    final boolean hasNext() {
        return (Task) NEXT.getOpaque(this) != null;
    }
}
