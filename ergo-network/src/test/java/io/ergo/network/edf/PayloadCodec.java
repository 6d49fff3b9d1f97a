package io.ergo.network.edf;

import java.util.function.Function;

/** A codec of a user's, for a class that holds bytes. */
record PayloadCodec<T>(Class<T> type, String name, Function<byte[], T> make, Function<T, byte[]> payload)
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
        byte[] bytes = new byte[in.remaining()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = in.getByte();
        }
        return make.apply(bytes);
    }
}
