package io.ergo.engine.process;

import java.time.Duration;

import io.ergo.Address;
import io.ergo.Priority;
import io.ergo.Timing.Cancellable;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.NoticeEnvelope;
import io.ergo.engine.mailbox.QueueKind;
import org.jspecify.annotations.Nullable;

/** A delayed send or a reminder, owned by the process that ordered it. Whoever takes it out of the owner's holdings decides: the timer, or a cancel. */
final class DelayedSend implements Cancellable {

    private final LocalProcess owner;
    private final Address to;
    private final Object message;
    private final @Nullable Priority priority;
    private final boolean reminder;
    private volatile @Nullable Cancellable timer;

    DelayedSend(LocalProcess owner, Address to, Object message, @Nullable Priority priority) {
        this(owner, to, message, priority, false);
    }

    private DelayedSend(LocalProcess owner, Address to, Object message, @Nullable Priority priority, boolean reminder) {
        this.owner = owner;
        this.to = to;
        this.message = message;
        this.priority = priority;
        this.reminder = reminder;
    }

    static DelayedSend reminder(LocalProcess owner, Object message) {
        return new DelayedSend(owner, owner.pid, message, Priority.HIGH, true);
    }

    DelayedSend start(Duration delay) {
        owner.holdings().add(this);
        timer = owner.kernel.dispatcher.after(delay, this::fire);
        return this;
    }

    /** On a thread of the dispatcher's. */
    private void fire() {
        if (owner.holdings().remove(this)) {
            Priority now = priority != null ? priority : owner.settings.sendPriority();
            Kernel kernel = owner.kernel;
            Envelope envelope = reminder ? new NoticeEnvelope(owner.pid, to, message)
                    : new Envelope(owner.pid, to, message);
            kernel.deliver(kernel.router.target(to), to, envelope, QueueKind.of(now), null);
        }
    }

    @Override
    public boolean cancel() {
        boolean prevented = owner.holdings().remove(this);
        abandon();
        return prevented;
    }

    /** Stops the timer; the owner has let go of it already. */
    void abandon() {
        Cancellable running = timer;
        if (running != null) {
            running.cancel();
        }
    }
}
