package io.ergo.interop.vectors.edf;

import io.ergo.interop.vectors.check.Mismatch;
import io.ergo.network.WireException;
import io.ergo.network.edf.DecodeTables;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfRegistry;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.EncodeTables;
import org.jspecify.annotations.Nullable;

/**
 * One of the ways in which a value can be held and coded.
 *
 * @param name what it is called
 * @param registry the types in this form
 */
record Form(String name, EdfRegistry registry) {

    /**
     * A value that was read, and what was behind it.
     *
     * @param value the value
     * @param left how many bytes were not read
     */
    record Read(@Nullable Object value, int left) {}

    /** Writes a message, null included, which is refused. */
    byte[] write(@Nullable Object value, EncodeTables tables) {
        EdfWriter out = registry.writer(tables);
        out.putMessage(value);
        return out.toBytes();
    }

    /** Reads a message. */
    Read read(byte[] bytes, DecodeTables tables) {
        EdfReader in = registry.reader(tables);
        in.reset(bytes, 0, bytes.length);
        Object value = in.getAny();
        return new Read(value, in.remaining());
    }

    /** Reads a message that takes up all bytes. */
    @Nullable Object readAll(byte[] bytes, DecodeTables tables) {
        Read read;
        try {
            read = read(bytes, tables);
        } catch (WireException refused) {
            throw new Mismatch(name + ", decoding", "a value", "refused: " + refused.getMessage());
        }
        if (read.left() > 0) {
            throw new Mismatch(name + ", decoding", "a value of " + bytes.length + " bytes",
                    read.left() + " bytes are left behind " + Values.shown(read.value()));
        }
        return read.value();
    }
}
