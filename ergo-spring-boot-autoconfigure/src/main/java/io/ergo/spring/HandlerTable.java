package io.ergo.spring;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.ergo.Reason;
import io.ergo.Response;
import org.jspecify.annotations.Nullable;

/**
 * The annotated methods of one class, ready to be called. Any thread.
 *
 * @param messages those of {@link OnMessage}
 * @param requests those of {@link OnCall}
 * @param responses those of {@link OnResponse}
 * @param init the one of {@link OnInit}
 * @param terminate the one of {@link OnTerminate}
 * @param methods all of them
 */
record HandlerTable(HandlerChoice messages, HandlerChoice requests, HandlerChoice responses,
        @Nullable HandlerCall init,
        @Nullable HandlerCall terminate,
        List<Method> methods) {

    /** A response as the handler for it takes it. */
    record Handling(Handler handler, Object input) {}

    /** Returns who handles the response, empty if nobody does. */
    Optional<Handling> handling(Response response) {
        Object content = switch (response) {
            case Response.Answer(Object value) -> value;
            case Response.Failure(Reason reason) -> reason;
        };
        Optional<Handler> ofContent = content == null ? Optional.empty()
                : responses.of(content.getClass()).filter(handler -> handler.type() != Object.class);
        return ofContent.map(handler -> new Handling(handler, Objects.requireNonNull(content)))
                .or(() -> responses.of(response.getClass()).map(handler -> new Handling(handler, response)));
    }
}
