package io.ergo.network.edf;

/**
 * Writes and reads values of a class that cannot be a record with {@link EdfType}. Used by many threads at once.
 *
 * @param <T> the class
 */
public interface EdfCodec<T> {

    /** Returns the class of the values: exactly this one, subclasses are others. */
    Class<T> type();

    /**
     * Returns name and shape on the wire. For {@link Schema.Opaque} the length stands in front of the bytes by itself; for the others the codec
     * writes what the schema says.
     */
    Schema schema();

    /** Writes the value. */
    void write(EdfWriter out, T value);

    /**
     * Reads a value. Of an opaque one, {@link EdfReader#remaining()} are the bytes it has, and those that are left are skipped. What the reader
     * throws must not be caught: it cannot go on afterwards.
     */
    T read(EdfReader in);
}
