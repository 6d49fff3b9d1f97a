package io.ergo.interop.value;

import io.ergo.ErgoException;
import io.ergo.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reasons as scripts write them: a text, or {@code {"text":…,"cause":…}} for one that wraps another. */
public final class Reasons {

    private Reasons() {}

    /** Reads a reason; null for JSON's null and for nothing at all. */
    public static @Nullable Reason read(JsonNode json) {
        if (Texts.isNone(json)) {
            return null;
        }
        if (!json.isObject()) {
            return Reason.of(Texts.of(json));
        }
        Reason cause = read(json.path("cause"));
        JsonNode text = json.path("text");
        return cause == null ? read(text) : Reason.wrap(Texts.of(text), cause);
    }

    /**
     * Reads a reason that has to be there.
     *
     * @throws ErgoException {@link Reason#INCORRECT} if there is none
     */
    public static Reason required(JsonNode json) {
        Reason reason = read(json);
        if (reason == null) {
            throw ErgoException.of(Reason.INCORRECT, "a reason is needed");
        }
        return reason;
    }

    /** Returns the reason without what only this implementation adds: the exception of a panic stays out of the logs. */
    static Reason plain(Reason reason) {
        boolean panic = reason.exception().isPresent() && reason.cause().filter(Reason.PANIC::equals).isPresent();
        return panic ? Reason.PANIC : reason;
    }
}
