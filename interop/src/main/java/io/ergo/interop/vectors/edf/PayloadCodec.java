package io.ergo.interop.vectors.edf;

import java.util.function.Function;

import io.ergo.network.edf.EdfCodec;
import io.ergo.network.edf.EdfReader;
import io.ergo.network.edf.EdfWriter;
import io.ergo.network.edf.Schema;

/**
 * The codec of a class that makes and reads its own bytes.
 *
 * @param <T> the class
 * @param type the class
 * @param name its wire name
 * @param least how many bytes a value has at least
 * @param make makes a value of its bytes
 * @param payload gives the bytes of a value
 */
record PayloadCodec<T>(Class<T> type, String name, int least, Function<byte[], T> make, Function<T, byte[]> payload)
        implements
            EdfCodec<T> {

    @Override
    public Schema schema() {
        return new Schema.Opaque(name);
    }

    @Override
    public void write(EdfWriter out, T value) {
        out.putBytes(payload.apply(value));
    }

    @Override
    public T read(EdfReader in) {
        byte[] bytes = new byte[Math.max(least, in.remaining())]; // one that is too short runs into the end
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = in.getByte();
        }
        return make.apply(bytes);
    }
}
