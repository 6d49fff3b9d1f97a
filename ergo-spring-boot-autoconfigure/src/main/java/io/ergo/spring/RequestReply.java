package io.ergo.spring;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.ergo.Delivery;
import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.ProcessContext;
import io.ergo.Reason;
import io.ergo.Ref;
import org.jspecify.annotations.Nullable;

/** Answers one request, on any thread: through the node, because a process may answer only while it runs. */
record RequestReply(ProcessContext self, Pid from, Ref ref) implements ReplyTo<@Nullable Object> {

    @Override
    public Delivery reply(@Nullable Object value) {
        return self.node().respond(from, ref, value);
    }

    @Override
    public Delivery error(Reason reason) {
        return self.node().respondError(from, ref, reason);
    }

    /** Answers when the stage completes. */
    void replyWith(CompletionStage<?> stage) {
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                reply(value);
            } else {
                error(reasonOf(failure));
            }
        });
    }

    private static Reason reasonOf(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
                : failure;
        return cause instanceof ErgoException known ? known.reason() : Reason.panic(cause);
    }
}
