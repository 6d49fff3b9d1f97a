package io.ergo.engine.process;

import java.time.Duration;

import io.ergo.Delivery.Outcome;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Response;
import io.ergo.Timing.Cancellable;
import io.ergo.engine.mailbox.QueueKind;
import io.ergo.engine.mailbox.ResponseEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * A request of a process that does not wait for the answer, owned by that process. Whoever takes it out of the owner's holdings brings the
 * response: the one who answers, the deadline, or the sender whose request was refused.
 */
final class OpenRequest implements Owned {

    private final LocalProcess owner;
    private final Ref ref;
    private volatile @Nullable Cancellable timer;

    OpenRequest(LocalProcess owner, Ref ref) {
        this.owner = owner;
        this.ref = ref;
    }

    /** Before the request is sent. */
    void start(Duration timeout) {
        owner.holdings().add(ref, this);
        timer = owner.kernel.dispatcher.after(timeout, this::expire);
    }

    private void expire() {
        if (end(owner.kernel.core, PendingCall.TIMED_OUT) == Outcome.DELIVERED) {
            owner.kernel.counters.timedOut();
        }
    }

    /**
     * Any thread. Brings the response.
     *
     * @param result as {@link PendingCall} encodes it
     * @return {@link Outcome#IGNORED} if another one was first
     */
    Outcome end(Pid from, Object result) {
        if (!owner.holdings().remove(ref, this)) {
            return Outcome.IGNORED;
        }
        abandon();
        Reason failure = Blocked.failure(result);
        Response response = failure != null ? new Response.Failure(failure)
                : new Response.Answer(PendingCall.answerIn(result));
        return owner.deliver(new ResponseEnvelope(from, owner.pid, response, ref), QueueKind.SYSTEM,
                owner.kernel.dispatcher.current());
    }

    @Override
    public void abandon() {
        Cancellable running = timer;
        if (running != null) {
            running.cancel();
        }
    }
}
