package io.ergo.network.edf;

import io.ergo.network.Printable;
import io.ergo.network.WireException;
import org.jspecify.annotations.Nullable;

/**
 * A value that cannot be encoded, or bytes that cannot be decoded. The only exception that leaves a codec because of its input. Without a stack
 * trace: a peer must not be able to make errors expensive.
 */
public final class EdfException extends WireException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final boolean misfit;

    private EdfException(String what, int offset, String path, @Nullable Throwable cause) {
        this(what, offset, path, false, cause);
    }

    private EdfException(String what, int offset, String path, boolean misfit, @Nullable Throwable cause) {
        super(what, offset, cause);
        this.path = path;
        this.misfit = misfit;
    }

    static EdfException encoding(String text) {
        return new EdfException(text, -1, "", null);
    }

    static EdfException encoding(String text, Throwable cause) {
        return new EdfException(text, -1, "", cause);
    }

    static EdfException decoding(String text, int offset) {
        return new EdfException(text, offset, "", null);
    }

    static EdfException decoding(String text, int offset, Throwable cause) {
        return new EdfException(text, offset, "", cause);
    }

    /** A value that is none of those that the type can be, told by its class, since it may be long, or a secret. */
    static EdfException wrongValue(@Nullable Object value, Object type) {
        String found = value == null ? "null" : "a " + value.getClass().getName();
        return encoding(found + " cannot be written as " + type);
    }

    /** Bytes that may have been written in another layout. */
    static EdfException misfit(String text, int offset) {
        return new EdfException(text, offset, "", true, null);
    }

    /** Returns the same with one more step in front of the path. */
    EdfException within(String step) {
        return new EdfException(what(), offset(), path.isEmpty() ? step : step + "." + path, misfit, getCause());
    }

    /**
     * Returns whether the bytes do not fit together: they end too early or too late, or a tag, mark, length, id, text or time is none that can stand there.
     * So it is when they are cut, damaged, or were written in another layout.
     */
    public boolean isMisfit() {
        return misfit;
    }

    /** Returns the way to the place, from the outermost type inwards; empty at the top. */
    public String path() {
        return path;
    }

    /** Returns what was wrong and the way to the place, as they may go into a log; the offset is left to whoever knows what lies around. */
    public String reason() {
        return Printable.of(what()) + (path.isEmpty() ? "" : " in " + Printable.of(path));
    }

    /** Returns what was wrong, and where. */
    @Override
    public String getMessage() {
        String where = path.isEmpty() ? "" : " in " + path;
        return what() + where + (offset() < 0 ? "" : " at offset " + offset());
    }
}
