package io.ergo.interop.value;

import java.util.LinkedHashMap;

import io.ergo.Reason;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that is going to be printed, in order. */
public final class Members extends LinkedHashMap<String, @Nullable Object> {

    private static final long serialVersionUID = 1L;

    /** Creates an object without members. */
    public Members() {}

    /** Returns an object with one member. */
    public static Members of(String name, @Nullable Object value) {
        return new Members().with(name, value);
    }

    /** Adds a member. */
    public Members with(String name, @Nullable Object value) {
        put(name, value);
        return this;
    }

    /** Adds a reason: its text, and beside it the text of what it wraps, unwrapped once. */
    public Members withReason(String name, @Nullable Reason reason) {
        if (reason == null) {
            return with(name, null);
        }
        Reason plain = Reasons.plain(reason);
        with(name, plain.text());
        plain.cause().ifPresent(cause -> with("cause", Reasons.plain(cause).text()));
        return this;
    }
}
