package io.ergo.engine.process;

import java.time.Duration;
import java.util.function.Supplier;

import io.ergo.Address;
import io.ergo.MessageExitPid;
import io.ergo.Pid;
import io.ergo.Priority;
import io.ergo.Reason;
import io.ergo.Timing.Cancellable;
import io.ergo.engine.mailbox.Envelope;
import io.ergo.engine.mailbox.ExitEnvelope;
import io.ergo.engine.mailbox.NoticeEnvelope;
import io.ergo.engine.mailbox.QueueKind;
import org.jspecify.annotations.Nullable;

/**
 * A delayed send, exit signal or reminder, owned by the process that ordered it. Whoever takes it out of the owner's holdings decides: the
 * timer, or a cancel.
 */
final class DelayedSend implements Cancellable, Owned {

    private final LocalProcess owner;
    private final Address to;
    private final Supplier<Envelope> envelope;
    private final @Nullable Priority priority;
    private volatile @Nullable Cancellable timer;

    private DelayedSend(LocalProcess owner, Address to, @Nullable Priority priority, Supplier<Envelope> envelope) {
        this.owner = owner;
        this.to = to;
        this.priority = priority;
        this.envelope = envelope;
    }

    /** Of a message; without a priority it takes the one the owner has when it fires. */
    static DelayedSend message(LocalProcess owner, Address to, Object message, @Nullable Priority priority) {
        return new DelayedSend(owner, to, priority, () -> new Envelope(owner.pid, to, message));
    }

    static DelayedSend reminder(LocalProcess owner, Object message) {
        return new DelayedSend(owner, owner.pid, Priority.HIGH,
                () -> new NoticeEnvelope(owner.pid, owner.pid, message));
    }

    static DelayedSend exit(LocalProcess owner, Pid to, Reason reason) {
        return new DelayedSend(owner, to, Priority.MAX,
                () -> new ExitEnvelope(owner.pid, to, new MessageExitPid(owner.pid, reason)));
    }

    DelayedSend start(Duration delay) {
        owner.holdings().add(this, this);
        timer = owner.kernel.dispatcher.after(delay, this::fire);
        return this;
    }

    /** On a thread of the dispatcher's. */
    private void fire() {
        if (owner.holdings().remove(this, this)) {
            Priority now = priority != null ? priority : owner.settings.sendPriority();
            Kernel kernel = owner.kernel;
            kernel.deliver(kernel.router.target(to), to, envelope.get(), QueueKind.of(now), null);
        }
    }

    @Override
    public boolean cancel() {
        boolean prevented = owner.holdings().remove(this, this);
        abandon();
        return prevented;
    }

    @Override
    public void abandon() {
        Cancellable running = timer;
        if (running != null) {
            running.cancel();
        }
    }
}
