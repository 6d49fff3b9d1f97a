package io.ergo.actor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.ergo.ErgoException;
import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.Reply;
import io.ergo.Response;
import io.ergo.spi.BehaviorContext;
import io.ergo.spi.Entry;
import io.ergo.spi.ProcessBehavior;
import org.jspecify.annotations.Nullable;

/** What the kinds of behaviour have in common: the tie to one process, and the answering of requests. */
final class Behaviors {

    /** What a behaviour does with a request. */
    @FunctionalInterface
    interface Responder {

        Reply call(Pid from, Ref ref, Entry entry) throws Exception;
    }

    private Behaviors() {}

    /** Returns the process a behaviour is tied to from now on. */
    static BehaviorContext bind(ProcessBehavior behavior, @Nullable BehaviorContext before, BehaviorContext process) {
        if (before != null) {
            throw ErgoException.of(Reason.INCORRECT,
                    "this " + behavior.behaviorClass().getName() + " runs as " + before.pid()
                            + " already; its factory must make a new one for each process");
        }
        return process;
    }

    /** Returns the process a behaviour is tied to. */
    static BehaviorContext bound(ProcessBehavior behavior, @Nullable BehaviorContext context) {
        if (context == null) {
            throw ErgoException.of(Reason.NOT_ALLOWED,
                    "self() in the constructor of " + behavior.getClass().getName()
                            + ", which has no process yet; use init(Args)");
        }
        return context;
    }

    /**
     * Lets the responder handle a request and carries out its reply.
     *
     * @return what the process has to end with, null if it goes on
     */
    static @Nullable Reason answer(BehaviorContext process, Entry request, Responder responder) throws Exception {
        Pid from = request.from();
        Ref ref = Objects.requireNonNull(request.ref(), "a request without a reference");
        switch (reply(process, from, ref, request, responder)) {
            case Reply.Value value -> process.respond(from, ref, value.value());
            case Reply.Failure failure -> process.respondError(from, ref, failure.reason());
            case Reply.Later later -> {
                // somebody answers with the pair of requester and reference
            }
            case Reply.End end -> {
                lastAnswer(process, from, ref, end);
                return end.reason();
            }
        }
        return null;
    }

    /** What a behaviour shows. */
    @FunctionalInterface
    interface Showing {

        @Nullable Map<String, String> inspect(Pid from, List<String> items) throws Exception;
    }

    /** What a behaviour does with a response. */
    @FunctionalInterface
    interface ResponseHandler {

        void handle(Ref ref, Response response) throws Exception;
    }

    /** Lets the behaviour show what it is asked for. */
    @SuppressWarnings("unchecked") // the engine makes these entries, with a list of strings
    static void answerInspection(BehaviorContext process, Entry inspection, Showing showing) throws Exception {
        Reason end = answer(process, inspection, (from, ref, entry) -> {
            Map<String, String> shown = showing.inspect(from, (List<String>) entry.message());
            return Reply.of(shown == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(shown)));
        });
        if (end != null) {
            throw new IllegalStateException("an inspection ended with " + end);
        }
    }

    /** Lets the behaviour handle the response to a request of its own. */
    static void response(Entry response, ResponseHandler handler) throws Exception {
        handler.handle(Objects.requireNonNull(response.ref(), "a response without a reference"),
                (Response) response.message());
    }

    /** A requester must not wait for somebody who ends (D-97). */
    private static Reply reply(BehaviorContext process, Pid from, Ref ref, Entry request, Responder responder)
            throws Exception {
        try {
            return Objects.requireNonNull(responder.call(from, ref, request),
                    "a call handler returned null; return a Reply");
        } catch (Throwable failure) {
            tellTerminated(process, from, ref, failure);
            throw failure;
        }
    }

    private static void tellTerminated(BehaviorContext process, Pid from, Ref ref, Throwable failure) {
        try {
            process.respondError(from, ref, Reason.PROCESS_TERMINATED);
        } catch (ErgoException refused) {
            // a killed process may not respond any more; what ended the handler matters more
            failure.addSuppressed(refused);
        }
    }

    private static void lastAnswer(BehaviorContext process, Pid from, Ref ref, Reply.End end) {
        Reply.Value answer = end.answer();
        if (answer != null) {
            process.respond(from, ref, answer.value());
        } else if (!end.reason().isNormalEnd()) {
            process.respondError(from, ref, Reason.PROCESS_TERMINATED);
        }
    }
}
