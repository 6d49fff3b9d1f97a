package io.ergo.network.edf;

import org.jspecify.annotations.Nullable;

/**
 * A value that cannot be encoded, or bytes that cannot be decoded. The only exception that leaves a codec because of its input. Without a stack
 * trace: a peer must not be able to make errors expensive.
 */
public final class EdfException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final int offset;
    private final String path;

    private EdfException(String text, int offset, String path, @Nullable Throwable cause) {
        super(text, cause, false, false);
        this.text = text;
        this.offset = offset;
        this.path = path;
    }

    static EdfException encoding(String text) {
        return new EdfException(text, -1, "", null);
    }

    static EdfException decoding(String text, int offset) {
        return new EdfException(text, offset, "", null);
    }

    static EdfException decoding(String text, int offset, Throwable cause) {
        return new EdfException(text, offset, "", cause);
    }

    /** Returns the same with one more step in front of the path. */
    EdfException within(String step) {
        return new EdfException(text, offset, path.isEmpty() ? step : step + "." + path, getCause());
    }

    /** Returns where in the bytes, counted from the begin of the value; −1 while encoding. */
    public int offset() {
        return offset;
    }

    /** Returns the way to the place, from the outermost type inwards; empty at the top. */
    public String path() {
        return path;
    }

    /** Returns what was wrong, and where. */
    @Override
    public String getMessage() {
        String where = path.isEmpty() ? "" : " in " + path;
        return text + where + (offset < 0 ? "" : " at offset " + offset);
    }
}
