package io.ergo.network.enp.request;

import java.util.List;
import java.util.Optional;

import io.ergo.Pid;
import io.ergo.Reason;
import io.ergo.Ref;
import io.ergo.network.edf.EdfList;
import io.ergo.network.edf.EdfType;
import io.ergo.network.edf.WireType;
import io.ergo.network.framework.PublishedEvent;
import io.ergo.network.framework.WireApplicationInfo;
import io.ergo.network.framework.WireNames;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link NodeRequest}. The error is looked at first: a failure may carry a result, too.
 *
 * @param error why it failed, null if it did not
 * @param result what was asked for; null if there is nothing to tell
 * @param ref the whole reference of the request
 */
@EdfType(WireNames.PROTO + "MessageResult")
public record MessageResult(@Nullable Reason error, @Nullable Object result, Ref ref) {

    private static final WireType EVENT = new WireType.Registered(WireNames.GEN + "MessageEvent");
    private static final Pid NOBODY = new Pid("", 0, 0);

    /**
     * Returns the answer for a request that was carried out and has nothing to tell.
     *
     * @throws IllegalArgumentException if there must be something: the pid of a spawn, the information on an application
     */
    public static MessageResult done(NodeRequest request) {
        if (request instanceof MessageSpawn || request instanceof MessageApplicationInfo) {
            throw new IllegalArgumentException(
                    "a " + request.getClass().getSimpleName() + " was carried out, but there is no result");
        }
        return new MessageResult(null, empty(request), request.ref());
    }

    /** Returns the answer with the process that was started. */
    public static MessageResult of(MessageSpawn request, Pid started) {
        return new MessageResult(null, started, request.ref());
    }

    /** Returns the answer with what is known of the application. */
    public static MessageResult of(MessageApplicationInfo request, WireApplicationInfo known) {
        return new MessageResult(null, known, request.ref());
    }

    /** Returns the answer with what the event last published, the oldest first. */
    public static MessageResult of(MessageLinkEvent request, List<PublishedEvent> last) {
        return new MessageResult(null, events(last), request.ref());
    }

    /** Returns the answer with what the event last published, the oldest first. */
    public static MessageResult of(MessageMonitorEvent request, List<PublishedEvent> last) {
        return new MessageResult(null, events(last), request.ref());
    }

    private static EdfList events(List<PublishedEvent> last) {
        return last.isEmpty() ? EdfList.nil(EVENT) : EdfList.slice(EVENT, last);
    }

    /** Returns the answer for a request that failed. */
    public static MessageResult failed(NodeRequest request, Reason error) {
        return new MessageResult(error, empty(request), request.ref());
    }

    /**
     * Returns the answer for a request that cannot be decoded, of which only the words of its reference are known.
     *
     * @param node the peer that asks
     * @param creation of the peer
     * @throws IllegalArgumentException if it is no request but an answer
     */
    public static MessageResult failed(AnyPayload.Undecodable request, String node, long creation, Reason error) {
        Ref ref = request.ref().ref(node, creation);
        return switch (request.kind()) {
            case SPAWN -> new MessageResult(error, NOBODY, ref);
            case APPLICATION_START -> new MessageResult(error, null, ref);
            case APPLICATION_INFO -> throw new IllegalArgumentException("an answer is not answered");
        };
    }

    /** Go takes a result of the wrong type for a malformed one, even if it says nothing. */
    private static @Nullable Object empty(NodeRequest request) {
        return switch (request) {
            case MessageLinkEvent _,MessageMonitorEvent _ -> EdfList.nil(EVENT);
            case MessageSpawn _ -> NOBODY;
            default -> null;
        };
    }

    /** Returns what an event last published, the oldest first; empty if the result is something else. */
    public Optional<List<PublishedEvent>> lastEvents() {
        return result instanceof EdfList list && list.type().equals(new WireType.Slice(EVENT))
                ? Optional.of(list.stream().map(PublishedEvent.class::cast).toList())
                : Optional.empty();
    }
}
